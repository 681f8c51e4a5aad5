import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Adapter } from '../../adapters/adapter.ts';
import { embedded } from '../../adapters/targets/embedded.ts';
import type { Command } from '../../model/command.ts';
import type { RunEvent } from '../../model/event.ts';
import { DAY } from '../../model/window.ts';
import { BillCheck } from './billCheck.ts';

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
  { op: 'recover', kind: 'secret', name: 'a' },
  { op: 'delete', kind: 'secret', name: 'a' },
];

const JUDGED = { judgement: 'explained', rules: [], state: { before: '', after: '' } } as const;

/** Makes calls to a vault of the run and tells the check of them; of those in `hidden` it hears nothing. */
async function run(
  check: BillCheck,
  calls: readonly Asked[],
  hidden: readonly string[] = [],
): Promise<string> {
  const { vault, shared } = await adapter.openVault(SOFT);
  check.observe({ type: 'vault', vault, shared });
  for (const [n, call] of calls.entries()) {
    const { command, answer, window } = await adapter.execute({ ...call, vault } as unknown as Command);
    const event: RunEvent = { type: 'exchange', n: n + 1, sequence: 1, command, answer, window, ...JUDGED };
    if (!hidden.includes(call.op)) check.observe(event);
  }
  await adapter.clock?.advance(DAY, vault);
  return vault;
}

describe('the check of the bill of a run', () => {
  it('should tell the rules by which the calls were billed where the meters agree', async () => {
    const check = new BillCheck(adapter);
    await run(check, ROUND);
    await run(check, ROUND);
    expect(await check.compare()).toEqual([
      { type: 'bill', vaults: 2, rules: ['BL-01', 'BL-02', 'BL-04', 'BL-05'] },
    ]);
  });

  it('should tell each way in which they differ once', async () => {
    const check = new BillCheck(adapter);
    await run(check, ROUND, ['recover']);
    await run(check, ROUND, ['recover']);
    const [, found, ...others] = await check.compare();
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      type: 'divergence',
      divergence: {
        signature: 'Metering | operations | BL-01 | more',
        differs: 'operations is 4 instead of 3',
        rules: ['BL-01', 'BL-02', 'BL-04'],
        count: 2,
      },
    });
  });

  it('should take what the documents leave open as the target takes it, and say so', async () => {
    const check = new BillCheck(adapter);
    const vault = await run(check, ROUND);
    // A target that does not meter looks at what is deleted shows what it would show if there had been none.
    const now = (await adapter.clock?.now(vault)) ?? 0;
    check.observe({
      ...{ type: 'exchange', n: 9, sequence: 1, ...JUDGED, window: { from: now, to: now } },
      command: { op: 'getDeleted', kind: 'secret', vault, name: 'a' },
      answer: { status: 200, oddities: [] },
    });
    const [bill, ...others] = await check.compare();
    expect(bill).toMatchObject({ type: 'bill', vaults: 1 });
    expect(others).toEqual([
      {
        type: 'note',
        level: 'info',
        text: "The target's meter follows a reading of its own: Getting and listing what is deleted cost nothing.",
      },
    ]);
  });

  it('should say nothing of a target without a meter, or of a vault that others use', async () => {
    const { readMeter: _none, ...without } = adapter;
    const blind = new BillCheck(without);
    await run(blind, ROUND);
    expect(await blind.compare()).toEqual([]);
    const shared = new BillCheck(adapter);
    shared.observe({ type: 'vault', vault: 'theirs', shared: true });
    expect(await shared.compare()).toEqual([]);
  });
});
