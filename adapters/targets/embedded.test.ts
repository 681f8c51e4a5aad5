import { afterEach, describe, expect, it } from 'vitest';
import type { Command } from '../../model/command.ts';
import { DAY } from '../../model/window.ts';
import type { Adapter, Exchange } from '../adapter.ts';
import { embedded } from './embedded.ts';
import type { TargetOptions } from './targetOptions.ts';

const closing: { close(): Promise<void> }[] = [];

afterEach(async () => {
  for (const one of closing.splice(0)) await one.close();
});

async function open(options: TargetOptions = {}): Promise<Adapter> {
  const adapter = await embedded.open(options);
  closing.push(adapter);
  return adapter;
}

function caller(adapter: Adapter, vault: string): (op: Command['op'], name: string) => Promise<Exchange> {
  return (op, name) => {
    const input = op === 'set' ? { input: { value: 'x' } } : {};
    return adapter.execute({ op, kind: 'secret', vault, name, ...input } as Command);
  };
}

function fieldOf(exchange: Exchange, field: string): unknown {
  return 'object' in exchange.answer ? exchange.answer.object?.fields[field] : undefined;
}

describe('the embedded target', () => {
  it.each(['rest', 'sdk'] as const)(
    'should live through a whole retention interval to the second, over %s',
    async (client) => {
      const adapter = await open({ client });
      const wanted = { softDelete: true, retentionDays: 7, purgeProtection: true };
      const { vault, settings, shared } = await adapter.openVault(wanted);
      expect([settings, shared]).toEqual([wanted, false]);
      const call = caller(adapter, vault);
      await call('set', 'a');
      const deleted = await call('delete', 'a');
      expect(deleted.window.from).toBe(deleted.window.to);
      expect(fieldOf(deleted, 'deletedDate')).toBe(deleted.window.from);
      expect(fieldOf(deleted, 'scheduledPurgeDate')).toBe(deleted.window.from + 7 * DAY);
      expect((await call('purge', 'a')).answer).toMatchObject({ status: 403 });
      await adapter.clock?.advance(7 * DAY - 1, vault);
      const last = await call('getDeleted', 'a');
      expect(last.answer).toMatchObject({ status: 200 });
      expect(last.window).toEqual({
        from: deleted.window.from + 7 * DAY - 1,
        to: deleted.window.from + 7 * DAY - 1,
      });
      await adapter.clock?.advance(1, vault);
      expect((await call('getDeleted', 'a')).answer).toMatchObject({ status: 404 });
    },
  );

  it('should know a clock that runs to a fraction of a second', async () => {
    const adapter = await open({ freeze: false });
    const { vault } = await adapter.openVault({
      softDelete: true,
      retentionDays: 90,
      purgeProtection: false,
    });
    const call = caller(adapter, vault);
    await adapter.clock?.advance(1000, vault);
    const set = await call('set', 'a');
    expect(set.window.to - set.window.from).toBeLessThan(0.5);
    expect(Number(fieldOf(set, 'created'))).toBeGreaterThanOrEqual(Math.floor(set.window.from));
    expect(Number(fieldOf(set, 'created'))).toBeLessThanOrEqual(set.window.to);
    expect(set.window.from - Date.now() / 1000).toBeGreaterThan(990);
  });

  it('should connect to one that runs already', async () => {
    const first = await open({ seed: 3 });
    const second = await open({ ...(first.summary.url && { url: first.summary.url }) });
    const { vault } = await second.openVault({
      softDelete: false,
      retentionDays: 90,
      purgeProtection: false,
    });
    expect((await caller(second, vault)('set', 'a')).answer).toMatchObject({ status: 200 });
  });

  it('should end one of two runs that move the same clock, before an answer of the other time is judged', async () => {
    const first = await open();
    const second = await open({ ...(first.summary.url && { url: first.summary.url }) });
    const wanted = { softDelete: true, retentionDays: 90, purgeProtection: false };
    const { vault } = await first.openVault(wanted);
    const { vault: other } = await second.openVault(wanted);
    await second.clock?.advance(DAY, other);
    const trouble = {
      name: 'TargetTrouble',
      message: expect.stringMatching(/^somebody else moves the clock/),
    };
    await expect(caller(first, vault)('set', 'a')).rejects.toMatchObject(trouble);
    await expect(first.clock?.now(vault)).rejects.toMatchObject(trouble);
    expect((await caller(second, other)('set', 'a')).answer).toMatchObject({ status: 200 });
  });

  it('should not send a command to a vault that was not opened', async () => {
    const adapter = await open();
    await expect(caller(adapter, 'other')('get', 'a')).rejects.toMatchObject({
      name: 'TargetTrouble',
      kind: 'usage',
    });
  });
});
