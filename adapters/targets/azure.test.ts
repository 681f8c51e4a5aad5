import { afterEach, describe, expect, it } from 'vitest';
import type { Command } from '../../model/command.ts';
import { DAY } from '../../model/window.ts';
import type { Adapter, Exchange, OpenVault } from '../adapter.ts';
import { type RunningEmulator, startEmulator } from '../emulator/startEmulator.ts';
import { createTransport } from '../rest/transport.ts';
import { azure } from './azure.ts';
import { cleanUp } from './cleanUp.ts';
import { createControlApi } from './controlApi.ts';
import { namesInLog } from './ownNames.ts';
import type { TargetOptions } from './targetOptions.ts';

const HOST = 'team-vault.vault.azure.net';
const closing: { close(): Promise<void> }[] = [];

afterEach(async () => {
  for (const one of closing.splice(0)) await one.close();
});

/** The service as it is from outside: a vault's host, a token, deletions that take their time. */
async function service(purgeProtection = false): Promise<RunningEmulator> {
  const running = await startEmulator({
    settle: { mode: 'real', seed: 7 },
    vaults: [{ name: 'team-vault', retentionDays: 7, purgeProtection }],
  });
  closing.push(running);
  return running;
}

async function open(
  { port }: RunningEmulator,
  more: TargetOptions = {},
): Promise<{ adapter: Adapter; opened: OpenVault }> {
  const adapter = await azure.open({
    vault: 'team-vault',
    connect: `127.0.0.1:${port}`,
    insecure: true,
    environment: { KEYVAULT_CONFORMANCE_TOKEN: 'good' },
    ...more,
  });
  closing.unshift(adapter);
  return {
    adapter,
    opened: await adapter.openVault({ softDelete: true, retentionDays: 90, purgeProtection: false }),
  };
}

function calling(adapter: Adapter): (op: Command['op'], name: string) => Promise<Exchange> {
  return (op, name) => {
    const input = op === 'set' ? { input: { value: 'x' } } : {};
    return adapter.execute({ op, kind: 'secret', vault: HOST, name, ...input } as Command);
  };
}

function moveOn({ port }: RunningEmulator, seconds: number): Promise<unknown> {
  const transport = createTransport({ insecure: true });
  closing.unshift(transport);
  const api = createControlApi(transport, `https://127.0.0.1:${port}`);
  return api.call({ method: 'POST', path: '/emulator/clock', body: { advance: seconds } });
}

/** Lets time pass at the service while something is waited for: twenty seconds every twentieth of one. */
async function whileTimePasses<T>(running: RunningEmulator, work: Promise<T>): Promise<T> {
  let done = false;
  const ended = work.finally(() => {
    done = true;
  });
  while (!done) {
    await moveOn(running, 20);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return ended;
}

const QUICK = {
  kind: 'secret' as const,
  vault: HOST,
  pauseMs: 20,
  quietSeconds: 1,
  limitSeconds: 20,
};

describe('a real vault', () => {
  it('should be known by its name, and touched only under a prefix of the run’s own', async () => {
    const { adapter, opened } = await open(await service());
    expect(opened).toEqual({
      vault: HOST,
      shared: true,
      isKept: true,
      namePrefix: expect.stringMatching(/^kvc-[0-9a-f]{8}-$/),
    });
    expect(adapter.summary.url).toBe(`https://${HOST}`);
    const call = calling(adapter);
    expect((await call('set', `${opened.namePrefix}a`)).answer).toMatchObject({ status: 200, oddities: [] });
    for (const op of ['set', 'get', 'delete', 'purge'] as const) {
      await expect(call(op, 'production-password')).rejects.toMatchObject({ kind: 'usage' });
    }
  });

  it.each(['rest', 'sdk'] as const)('should show that a deletion takes its time, over %s', async (client) => {
    const running = await service();
    const { adapter, opened } = await open(running, { client });
    const call = calling(adapter);
    // Names are drawn, and a few of them settle within a second, as in Azure.
    const names = ['1', '2', '3', '4'].map((end) => `${opened.namePrefix}slow${end}`);
    for (const name of names) await call('set', name);
    const deletions = await Promise.all(names.map((name) => call('delete', name)));
    const [deleted] = deletions as [Exchange, ...Exchange[]];
    expect(deleted.answer).toMatchObject({ status: 200, object: { fields: { recoverableDays: 7 } } });
    const looks = await Promise.all(names.map((name) => call('getDeleted', name)));
    expect(looks.map(({ answer }) => 'status' in answer && answer.status)).toContain(404);
    await moveOn(running, 200);
    const settled = await call('getDeleted', names[0] ?? '');
    expect(settled.answer).toMatchObject({ status: 200 });
    // The clock of the service was moved unknown to the adapter, which learns it from the Date header.
    expect(settled.window.from - deleted.window.from).toBeGreaterThan(100);
    expect(settled.window.to - settled.window.from).toBeLessThan(7);
  });

  it.each<[string, TargetOptions, RegExp]>([
    ['no vault', {}, /--vault NAME/],
    ['what is no name', { vault: 'a_b' }, /is not a vault's name/],
    ['plain HTTP', { vault: 'http://team-vault.vault.azure.net' }, /over https only/],
    ['a prefix that no name can have', { vault: 'team-vault', prefix: 'a b' }, /is not a prefix/],
  ])('should refuse %s', async (_what, options, message) => {
    await expect(azure.open({ environment: {}, ...options })).rejects.toThrow(message);
  });
});

describe('the clean-up of a real vault', () => {
  it('should remove what the run made in every state, and nothing else', async () => {
    const running = await service();
    const { adapter, opened } = await open(running, { prefix: 'mine-' });
    const others = await open(running, { prefix: 'yours-' });
    const call = calling(adapter);
    await calling(others.adapter)('set', 'yours-a');
    for (const name of ['mine-live', 'mine-gone', 'mine-deleting']) await call('set', name);
    await call('delete', 'mine-gone');
    await moveOn(running, 200);
    await call('delete', 'mine-deleting');
    const seen: string[] = [];
    const left = await whileTimePasses(
      running,
      cleanUp(adapter, {
        ...QUICK,
        names: ['mine-deleting'],
        ...(opened.namePrefix && { namePrefix: opened.namePrefix }),
        progress: (name) => seen.push(name),
      }),
    );
    expect([...left].sort()).toEqual([
      ['mine-deleting', { left: 'nothing' }],
      ['mine-gone', { left: 'nothing' }],
      ['mine-live', { left: 'nothing' }],
    ]);
    expect(seen).toHaveLength(3);
    expect((await calling(others.adapter)('get', 'yours-a')).answer).toMatchObject({ status: 200 });
  });

  it('should leave deleted what purge protection keeps, and say until when', async () => {
    const running = await service(true);
    const { adapter } = await open(running, { prefix: 'mine-' });
    const set = await calling(adapter)('set', 'mine-a');
    const left = await whileTimePasses(running, cleanUp(adapter, { ...QUICK, names: ['mine-a'] }));
    const result = left.get('mine-a');
    expect(result).toMatchObject({ left: 'deleted' });
    expect(result?.left === 'deleted' && (result.until ?? 0) - set.window.from).toBeGreaterThan(6 * DAY);
  });

  it('should say of a name that does not settle in time what was answered last', async () => {
    const running = await service();
    const { adapter } = await open(running, { prefix: 'mine-' });
    await calling(adapter)('set', 'mine-a');
    const left = await cleanUp(adapter, { ...QUICK, names: ['mine-a'], limitSeconds: 0.5 });
    expect(left.get('mine-a')).toEqual({ left: 'unknown', why: 'purge: 409 Conflict' });
  });

  it('should find in a log that was cut what is left to do', () => {
    const base = {
      type: 'exchange',
      n: 1,
      sequence: 1,
      window: { from: 0, to: 0 },
      judgement: 'explained',
      rules: [],
      state: { before: '', after: '' },
    } as const;
    const exchange = (
      op: 'set' | 'purge' | 'get' | 'recover',
      name: string,
      status: number,
      vault = HOST,
    ) => {
      const call = { kind: 'secret', vault, name } as const;
      const command: Command = op === 'set' ? { op, ...call, input: {} } : { op, ...call };
      return { ...base, command, answer: { status, oddities: [] } } as const;
    };
    const lost = { ...exchange('set', 'lost', 200), answer: { lost: 'timeout', detail: '' } } as const;
    const log = [
      exchange('set', 'kept', 200),
      exchange('set', 'purged', 200),
      exchange('purge', 'purged', 204),
      exchange('set', 'refused', 200),
      exchange('purge', 'refused', 403),
      exchange('get', 'looked-at', 200),
      exchange('set', 'elsewhere', 200, 'other'),
      lost,
    ];
    expect([...namesInLog(log, HOST)].sort()).toEqual(['kept', 'lost', 'refused']);
  });
});
