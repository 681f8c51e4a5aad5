import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EmulatorOptions } from './emulatorOptions.ts';
import { startEmulator } from './startEmulator.ts';
import { EmulatorUnderTest, NOON } from './testing/emulatorUnderTest.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'emulator-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Starts an emulator, does something with it, and closes it. */
async function using<Result>(
  options: EmulatorOptions,
  act: (emulator: EmulatorUnderTest) => Promise<Result>,
): Promise<Result> {
  const emulator = await EmulatorUnderTest.start(options);
  try {
    return await act(emulator);
  } finally {
    await emulator.close();
  }
}

describe('an emulator', () => {
  it('should have the vault default with the defaults of Azure, unless it is given otherwise', async () => {
    const vaults = (options: EmulatorOptions): Promise<unknown> =>
      using(options, async (emulator) => (await emulator.call('GET', '/emulator/vaults')).body);
    const usual = { name: 'default', softDelete: true, retentionDays: 90, purgeProtection: false };
    expect(await vaults({})).toMatchObject({ vaults: [usual] });
    const given = { name: 'default', softDelete: true, retentionDays: 7, purgeProtection: true };
    expect(await vaults({ vaults: [given] })).toMatchObject({ vaults: [given] });
  });

  it('should run on real time unless it is told otherwise', async () => {
    const emulator = await startEmulator();
    await emulator.close();
    expect(emulator.url).toBe(`https://localhost:${emulator.port}`);
    const reading = await using({ startAt: 5000, frozen: false }, (each) =>
      each.call('GET', '/emulator/clock'),
    );
    expect(reading.body).toMatchObject({ frozen: false });
    expect((reading.body as { now: number }).now - 5000).toBeLessThan(5);
  });

  it('should say which port is in use', async () => {
    await using({}, async ({ running }) => {
      await expect(startEmulator({ port: running.port })).rejects.toThrow(
        `Port ${running.port} on 127.0.0.1 is in use`,
      );
    });
  });

  it.each<[EmulatorOptions, string]>([
    [{ port: 70_000 }, 'port 70000'],
    [{ host: 'no.such.host.invalid' }, 'Cannot listen on no.such.host.invalid'],
    [{ startAt: -5 }, 'startAt must be Unix seconds'],
    [{ vaults: [{ name: 'x' }] }, 'name must be'],
    [{ vaults: [{ name: 'abc', retentionDays: 5 }] }, 'retentionDays'],
    [{ vaults: [{ name: 'abc' }, { name: 'ABC' }] }, "'abc' twice"],
    [{ persist: '/no/such/folder/state' }, 'The state file /no/such/folder/state cannot be written (ENOENT)'],
  ])('should not start with %j, and say why', async (options, message) => {
    await expect(startEmulator(options)).rejects.toThrow(message);
  });
});

describe('an emulator that keeps its state', () => {
  it('should be the same after a restart: secrets, deletions, settings, clock, backups', async () => {
    const persist = join(folder, 'whole');
    const options: EmulatorOptions = {
      persist,
      vaults: [{ name: 'kept', retentionDays: 7 }],
      settle: { mode: 'real', seed: 2 },
    };
    const [versions, deleted, blob] = await using(options, async (emulator) => {
      await emulator.set('Live', 'one', { tags: { a: 'b' } });
      await emulator.set('Live', 'two');
      await emulator.set('dead');
      await emulator.call('DELETE', '/secrets/dead');
      await emulator.advance(300);
      await emulator.call('PATCH', '/emulator/vaults/kept', { body: { purgeProtection: true } });
      const { body } = await emulator.call('POST', '/secrets/live/backup');
      const list = await emulator.call('GET', '/secrets/live/versions', { headers: { host: 'localhost' } });
      const gone = await emulator.call('GET', '/deletedsecrets/dead', { headers: { host: 'localhost' } });
      return [list, gone, body];
    });
    await using({ persist, startAt: 1 }, async (emulator) => {
      const host = { headers: { host: 'localhost' } };
      expect((await emulator.call('GET', '/emulator/clock')).body).toEqual({ now: NOON + 300, frozen: true });
      expect((await emulator.call('GET', '/secrets/live/versions', host)).body).toEqual(versions.body);
      expect((await emulator.call('GET', '/secrets/live')).body).toMatchObject({ value: 'two' });
      expect((await emulator.call('GET', '/deletedsecrets/dead', host)).body).toEqual(deleted.body);
      expect((await emulator.call('GET', '/emulator/vaults')).body).toMatchObject({
        vaults: [{ name: 'kept', retentionDays: 7, purgeProtection: true }, { name: 'default' }],
      });
      await emulator.call('DELETE', '/secrets/live');
      await emulator.call('DELETE', '/deletedsecrets/live');
      expect((await emulator.call('POST', '/secrets/restore', { body: blob })).status).toBe(200);
    });
  });

  it('should have every change on disk before its client hears of it', async () => {
    const persist = join(folder, 'prompt');
    await using({ persist }, async (emulator) => {
      for (const [index, call] of (
        [
          ['PUT', '/secrets/n', { value: 'marker-1' }, 'marker-1'],
          ['PATCH', '/secrets/n', { contentType: 'marker-2' }, 'marker-2'],
          ['DELETE', '/secrets/n', undefined, '"turn":"deleted"'],
          ['POST', '/deletedsecrets/n/recover', undefined, '"turn":"recovered"'],
          ['POST', '/emulator/clock', { advance: 5 }, `"frozenAtMs":${(NOON + 5) * 1000}`],
          ['POST', '/emulator/vaults', { name: 'marker-3' }, 'marker-3'],
        ] as const
      ).entries()) {
        const [method, path, body, mark] = call;
        await emulator.call(method, path, { body });
        expect(await readFile(persist, 'utf8'), `change ${index}`).toContain(mark);
      }
    });
  });

  it('should not give out a version id twice, although its seed is the same', async () => {
    const options: EmulatorOptions = { persist: join(folder, 'seeded'), seed: 9 };
    const take = (): Promise<unknown> =>
      using(options, async (emulator) => ((await emulator.set('n')).body as { id: string }).id.slice(-32));
    expect(await take()).not.toBe(await take());
  });

  it('should not start from a damaged file, nor touch it', async () => {
    const persist = join(folder, 'damaged');
    await using({ persist }, (emulator) => emulator.set('n'));
    const cut = (await readFile(persist, 'utf8')).slice(0, -10);
    await writeFile(persist, cut);
    await expect(startEmulator({ persist })).rejects.toThrow(`The state file ${persist} is damaged`);
    expect(await readFile(persist, 'utf8')).toBe(cut);
  });

  it('should forget what expired while it was off', async () => {
    const options: EmulatorOptions = { persist: join(folder, 'expired') };
    await using(options, async (emulator) => {
      await emulator.set('old');
      await emulator.call('DELETE', '/secrets/old');
      await emulator.advance(90 * 86_400);
    });
    await using(options, async (emulator) => {
      expect((await emulator.call('GET', '/deletedsecrets/old')).status).toBe(404);
      expect((await emulator.set('old')).status).toBe(200);
    });
  });
});
