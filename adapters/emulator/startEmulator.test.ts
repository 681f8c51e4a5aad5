import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EmulatorOptions } from './emulatorOptions.ts';
import { startEmulator } from './startEmulator.ts';
import { deletedPath, vaultBody, vaultPath } from './testing/armPaths.ts';
import { EmulatorUnderTest, NOON } from './testing/emulatorUnderTest.ts';
import { ARM_SCOPE, signIn, VAULT_SCOPE } from './testing/signIn.ts';

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
    [{ armPort: 70_000 }, 'port 70000'],
    [{ tokens: 'some' as 'any' }, "tokens must be 'any' or 'checked'"],
    [{ tokenSeconds: 0 }, 'tokenSeconds must be a whole number'],
    [{ softDeleteOptOut: 'maybe' as 'allowed' }, 'softDeleteOptOut must be'],
    [{ emptyDeletedVault: 'maybe' as 'conflict' }, 'emptyDeletedVault must be'],
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

  it('should be the same after a restart: keys, certificates, vaults, principals, roles, meter, audit', async () => {
    const options: EmulatorOptions = {
      persist: join(folder, 'wide'),
      tokens: 'checked',
      settle: { mode: 'real', seed: 8 },
      vaults: [{ name: 'roles', rbac: true }],
    };
    const policy = { issuer: { name: 'Self' }, x509_props: { subject: 'CN=a' }, key_props: { kty: 'EC' } };
    const looks = ['/keys/signer', '/certificates/held', '/certificates/issued', '/certificates/contacts'];
    const look = async (emulator: EmulatorUnderTest, headers: object): Promise<unknown[]> =>
      Promise.all(
        looks.map(
          async (path) =>
            (await emulator.call('GET', path, { headers: { ...headers, host: 'default.vault.azure.net' } }))
              .text,
        ),
      );
    const before = await using(options, async (emulator) => {
      const headers = await signIn(emulator, emulator.running.principal, VAULT_SCOPE);
      const arm = { headers: await signIn(emulator, emulator.running.principal, ARM_SCOPE) };
      await emulator.call('POST', '/keys/signer/create', { body: { kty: 'EC-HSM' }, headers });
      for (const name of ['held', 'issued']) {
        await emulator.call('POST', `/certificates/${name}/create`, { body: { policy }, headers });
      }
      await emulator.call('PUT', '/certificates/contacts', {
        body: { contacts: [{ email: 'a@b.c' }] },
        headers,
      });
      await emulator.arm('PUT', vaultPath('gone'), { body: vaultBody({}, { tags: { a: 'b' } }), ...arm });
      await emulator.arm('DELETE', vaultPath('gone'), arm);
      await emulator.call('PATCH', '/emulator/subscriptions/s', { body: { undeletable: true } });
      const meter = await emulator.call('GET', '/emulator/meter');
      const audit = await emulator.call('GET', '/emulator/audit');
      const deleted = await emulator.arm('GET', deletedPath('gone'), arm);
      return { headers, arm, seen: await look(emulator, headers), meter, audit, deleted };
    });
    await using(options, async (emulator) => {
      expect((await emulator.call('GET', '/emulator/meter')).body).not.toEqual({ vaults: [] });
      expect((await emulator.call('GET', '/emulator/audit')).text).toContain(
        before.audit.text.slice(1, -2).slice(11),
      );
      expect(await look(emulator, before.headers)).toEqual(before.seen);
      expect((await emulator.arm('GET', deletedPath('gone'), before.arm)).body).toEqual(before.deleted.body);
      expect((await emulator.call('GET', '/emulator/subscriptions')).text).toContain(
        '"s","undeletable":true',
      );
      const body = { alg: 'ES256', value: Buffer.alloc(32).toString('base64url') };
      expect(
        (await emulator.call('POST', '/keys/signer/sign', { body, headers: before.headers })).status,
      ).toBe(200);
      const roles = { headers: { ...before.headers, host: 'roles.vault.azure.net' } };
      expect((await emulator.call('GET', '/secrets', roles)).status).toBe(200);
      await emulator.advance(150);
      const { body: issued } = await emulator.call('GET', '/certificates/issued', {
        headers: before.headers,
      });
      expect(issued).toMatchObject({ attributes: { enabled: true } });
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
