import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Adapter } from '../../adapters/adapter.ts';
import { embedded } from '../../adapters/targets/embedded.ts';
import type { Command } from '../../model/command.ts';
import type { RunEvent } from '../../model/event.ts';
import { AuditCheck } from './auditCheck.ts';

const SOFT = { softDelete: true, retentionDays: 7, purgeProtection: false };

let adapter: Adapter;

beforeAll(async () => {
  adapter = await embedded.open({ seed: 1 });
});
afterAll(() => adapter.close());

type Asked = { readonly op: string; readonly kind: string; readonly name: string; readonly input?: object };

const ROUND: readonly Asked[] = [
  { op: 'set', kind: 'secret', name: 'a', input: { value: 'x' } },
  { op: 'delete', kind: 'secret', name: 'a' },
  { op: 'get', kind: 'secret', name: 'a' },
  { op: 'purge', kind: 'secret', name: 'a' },
  { op: 'purge', kind: 'secret', name: 'a' },
];

const JUDGED = { judgement: 'explained', rules: [], state: { before: '', after: '' } } as const;

/** Makes calls to a vault of the run and tells the check of them; those in `hidden` it is not told, those in `told` twice. */
async function compared({
  hidden = '',
  twice = '',
}: {
  hidden?: string;
  twice?: string;
}): Promise<readonly RunEvent[]> {
  const check = new AuditCheck(adapter);
  const { vault, shared } = await adapter.openVault(SOFT);
  check.observe({ type: 'vault', vault, shared });
  for (const [n, call] of ROUND.entries()) {
    const { command, answer, window } = await adapter.execute({ ...call, vault } as unknown as Command);
    const event: RunEvent = { type: 'exchange', n: n + 1, sequence: 1, command, answer, window, ...JUDGED };
    if (call.op !== hidden) check.observe(event);
    if (call.op === twice) check.observe(event);
  }
  return check.compare();
}

describe('the check of the log of a run', () => {
  it('should tell the rule that calls are logged by where each left its record', async () => {
    expect(await compared({})).toEqual([{ type: 'audit', vaults: 1, rules: ['EV-03'] }]);
  });

  it('should tell of a call without a record, and of a record without a call, once each', async () => {
    const [, missing] = await compared({ twice: 'get' });
    expect(missing).toMatchObject({
      type: 'divergence',
      divergence: {
        signature: 'audit/SecretGet/missing',
        rules: ['EV-03'],
        differs: 'the log has 1 of SecretGet, 404 Not Found instead of 2',
      },
    });
    const [, ...surplus] = await compared({ hidden: 'purge' });
    expect(surplus).toMatchObject([{ divergence: { signature: 'audit/SecretPurge/surplus', count: 2 } }]);
  });

  it('should expect no record of a call into a vault that is still being registered (VT-02)', async () => {
    const slow = await embedded.open({ seed: 1, settle: 'real' });
    try {
      const check = new AuditCheck(slow);
      const vault = 'still-registering';
      const { token, newVault, home } = slow.management ?? expect.fail('no management plane');
      const make: Command = {
        op: 'create',
        kind: 'vault',
        vault: token,
        name: vault,
        input: { ...newVault, location: home.location },
        scope: home,
      };
      const look: Command = { op: 'get', kind: 'secret', vault, name: 'a' };
      for (const [n, command] of [make, look].entries()) {
        const { answer, window } = await slow.execute(command);
        expect(answer).toMatchObject({ status: n === 0 ? 200 : 404 });
        const judged = { ...JUDGED, rules: ['VT-02'] } as const;
        check.observe({ type: 'exchange', n: n + 1, sequence: 1, command, answer, window, ...judged });
      }
      expect(await check.compare()).toMatchObject([{ type: 'audit', vaults: 1 }]);
    } finally {
      await slow.close();
    }
  });
});
