import { afterEach, describe, expect, it } from 'vitest';
import type { Command, VaultScope } from '../../model/command.ts';
import { DAY } from '../../model/window.ts';
import type { Adapter, Exchange } from '../adapter.ts';
import type { ManagementPlane } from '../managementPlane.ts';
import { embedded } from './embedded.ts';

const closing: { close(): Promise<void> }[] = [];

afterEach(async () => {
  for (const one of closing.splice(0)) await one.close();
});

async function open(): Promise<{ readonly adapter: Adapter; readonly plane: ManagementPlane }> {
  const adapter = await embedded.open({});
  closing.push(adapter);
  if (!adapter.management) throw new Error('no management plane');
  return { adapter, plane: adapter.management };
}

/** Calls about the vault `made-here`, each in the scope that its path has. */
function callsOf(adapter: Adapter, plane: ManagementPlane): (op: Command['op']) => Promise<Exchange> {
  const { subscription, resourceGroup, location } = plane.home;
  return (op) => {
    const scope: VaultScope =
      op === 'getDeleted' || op === 'purge' ? { subscription, location } : { subscription, resourceGroup };
    const input = op === 'create' || op === 'recover' ? { input: { location, ...plane.newVault } } : {};
    const call = { vault: plane.token, kind: 'vault', scope, name: 'made-here' };
    return adapter.execute({ op, ...call, ...input } as Command);
  };
}

function statusOf({ answer }: Exchange): unknown {
  return 'status' in answer ? answer.status : answer;
}

describe('the management plane of the embedded target', () => {
  it('should make, delete, recover and purge a vault whose objects can be called by its name', async () => {
    const { adapter, plane } = await open();
    const call = callsOf(adapter, plane);
    const get = (): Promise<Exchange> =>
      adapter.execute({ op: 'get', kind: 'secret', vault: 'made-here', name: 'a' });
    expect(statusOf(await call('create'))).toBe(200);
    const set = { op: 'set', kind: 'secret', vault: 'made-here', name: 'a', input: { value: 'x' } } as const;
    expect((await adapter.execute(set)).answer).toMatchObject({ status: 200, oddities: [] });
    expect(statusOf(await call('delete'))).toBe(200);
    expect(statusOf(await get())).toBe(404);
    expect(statusOf(await call('recover'))).toBe(200);
    expect(statusOf(await get())).toBe(200);
    await call('delete');
    const purged = (await call('purge')).answer;
    expect(purged).toMatchObject({ status: 202 });
    const operation = 'operation' in purged ? purged.operation : undefined;
    const { subscription, location } = plane.home;
    const poll: Command = {
      op: 'getPurgeResult',
      vault: plane.token,
      kind: 'vault',
      scope: { subscription, location },
      operation: operation ?? '',
    };
    expect(statusOf(await adapter.execute(poll))).toBe(200);
    expect(statusOf(await call('getDeleted'))).toBe(404);
  });

  it('should share the clock of the vaults', async () => {
    const { adapter, plane } = await open();
    const call = callsOf(adapter, plane);
    await call('create');
    const { window } = await call('delete');
    await adapter.clock?.advance(90 * DAY, plane.token);
    const later = await call('getDeleted');
    expect(later.window.from).toBe(window.from + 90 * DAY);
    expect(statusOf(later)).toBe(404);
  });
});
