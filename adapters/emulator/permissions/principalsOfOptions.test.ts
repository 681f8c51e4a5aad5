import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EmulatorOptions } from '../emulatorOptions.ts';
import { DEFAULT_TENANT } from '../identity/defaultIds.ts';
import { startEmulator } from '../startEmulator.ts';
import { EmulatorUnderTest } from '../testing/emulatorUnderTest.ts';
import { signIn, VAULT_SCOPE } from '../testing/signIn.ts';

const READER = {
  clientId: 'aaaaaaaa-0000-0000-0000-000000000001',
  clientSecret: 'reads',
  objectId: 'aaaaaaaa-0000-0000-0000-00000000000a',
};
const OPTIONS: EmulatorOptions = {
  tokens: 'checked',
  vaults: [
    { name: 'by-role', rbac: true },
    {
      name: 'by-policy',
      accessPolicies: [{ objectId: READER.objectId, permissions: { secrets: ['get', 'List'] } }],
    },
  ],
  principals: [{ ...READER, roles: [{ role: 'Key Vault Secrets User' }] }],
  undeletableSubscriptions: ['AAAAAAAA-0000-0000-0000-000000000005'],
};

let emulator: EmulatorUnderTest | undefined;
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'emulator-principals-'));
});
afterEach(async () => {
  await emulator?.close();
  emulator = undefined;
  await rm(folder, { recursive: true });
});

describe('a principal of the options', () => {
  it('should do what its roles and the access policies of the options let it, and no more', async () => {
    emulator = await EmulatorUnderTest.start(OPTIONS);
    const owner = await signIn(emulator, emulator.running.principal, VAULT_SCOPE);
    const reader = await signIn(emulator, { ...READER, tenantId: DEFAULT_TENANT }, VAULT_SCOPE);
    for (const vault of ['by-role', 'by-policy']) {
      const host = `${vault}.vault.localhost`;
      const made = { body: { value: 'text' }, headers: { ...owner, host } };
      expect((await emulator.call('PUT', '/secrets/one', made)).status).toBe(200);
      const seen = { headers: { ...reader, host } };
      expect((await emulator.call('GET', '/secrets/one', seen)).status).toBe(200);
      expect((await emulator.call('DELETE', '/secrets/one', seen)).status).toBe(403);
    }
    expect((await emulator.call('GET', '/emulator/subscriptions')).body).toHaveProperty('subscriptions.1', {
      subscriptionId: 'aaaaaaaa-0000-0000-0000-000000000005',
      undeletable: true,
    });
  });

  it('should be the same after a restart, not twice there', async () => {
    const persist = join(folder, 'state');
    await (await startEmulator({ ...OPTIONS, persist })).close();
    emulator = await EmulatorUnderTest.start({ ...OPTIONS, persist });
    expect((await emulator.call('GET', '/emulator/principals')).body).toHaveProperty('principals.length', 2);
    expect(
      (await signIn(emulator, { ...READER, tenantId: DEFAULT_TENANT }, VAULT_SCOPE)).authorization,
    ).toMatch(/^Bearer ey/);
  });

  it.each<readonly [string, EmulatorOptions['principals']]>([
    ['clientSecret', [{ clientId: READER.clientId }]],
    ['clientId must be a GUID', [{ clientId: 'me', clientSecret: 'x' }]],
    ['role must be', [{ clientId: READER.clientId, clientSecret: 'x', roles: [{ role: 'King' }] }]],
    [
      'scope of a role',
      [{ clientId: READER.clientId, clientSecret: 'x', roles: [{ role: 'Owner', scope: 'x' }] }],
    ],
  ])('should be refused with a word about %s', async (words, principals) => {
    await expect(startEmulator({ principals: principals ?? [] })).rejects.toThrow(words);
  });

  it('should not make the start fail without a word when a list holds something else', async () => {
    const undeletableSubscriptions: string[] = JSON.parse('[{}]');
    await expect(startEmulator({ undeletableSubscriptions })).rejects.toThrow('undeletableSubscriptions');
    const accessPolicies: [] = JSON.parse('[3]');
    await expect(startEmulator({ vaults: [{ name: 'abc', accessPolicies }] })).rejects.toThrow(
      'accessPolicies',
    );
  });
});
