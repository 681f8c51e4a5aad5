import { describe, expect, it } from 'vitest';
import { EmulatorUnderTest, NOON, type Reply } from '../testing/emulatorUnderTest.ts';
import { chargedMonths, hsmReading } from './hsmUse.ts';
import type { VaultReading } from './meter.ts';

const DAY = 86_400;

async function using(act: (emulator: EmulatorUnderTest) => Promise<void>): Promise<void> {
  const emulator = await EmulatorUnderTest.start();
  try {
    await act(emulator);
  } finally {
    await emulator.close();
  }
}

async function reading(emulator: EmulatorUnderTest): Promise<VaultReading | undefined> {
  const { body } = await emulator.call('GET', '/emulator/meter');
  return (body as { vaults: VaultReading[] }).vaults.find(({ vault }) => vault === 'default');
}

const create = (emulator: EmulatorUnderTest, name: string, body: object): Promise<Reply> =>
  emulator.call('POST', `/keys/${name}/create`, { body });

const sign = (emulator: EmulatorUnderTest, name: string, alg = 'RS256'): Promise<Reply> =>
  emulator.call('POST', `/keys/${name}/sign`, {
    body: { alg, value: Buffer.alloc(32).toString('base64url') },
  });

describe('the meter', () => {
  it('should count every operation that is served, in its class and month, and none that is refused', async () => {
    await using(async (emulator) => {
      await emulator.set('a');
      await emulator.call('GET', '/secrets/a');
      await emulator.call('GET', '/secrets/absent');
      await emulator.call('PUT', '/secrets/a', { body: {} });
      await emulator.call('GET', '/secrets', { headers: { authorization: undefined } });
      await emulator.call('DELETE', '/secrets/a');
      await emulator.call('GET', '/deletedsecrets/a');
      await emulator.call('DELETE', '/deletedsecrets/a');
      expect(await reading(emulator)).toMatchObject({
        vault: 'default',
        months: [{ month: '2025-06', operations: 5, advancedKeyOperations: 0 }],
      });
      await emulator.advance(30 * DAY);
      await create(emulator, 'plain', { kty: 'RSA' });
      await create(emulator, 'large', { kty: 'RSA', key_size: 3072 });
      await create(emulator, 'curve', { kty: 'EC' });
      await sign(emulator, 'curve', 'ES256');
      await sign(emulator, 'plain');
      await emulator.call('GET', '/keys/large');
      await emulator.call('GET', '/keys');
      expect((await reading(emulator))?.months).toMatchObject([
        { month: '2025-06', operations: 5 },
        { month: '2025-07', operations: 3, advancedKeyOperations: 4 },
      ]);
    });
  });

  it('should count the versions of HSM keys that were used in the last 30 days, deleted or not', async () => {
    await using(async (emulator) => {
      await create(emulator, 'hsm', { kty: 'RSA-HSM' });
      await create(emulator, 'curve', { kty: 'EC-HSM' });
      await create(emulator, 'unused', { kty: 'RSA-HSM' });
      await create(emulator, 'software', { kty: 'RSA' });
      for (const name of ['hsm', 'hsm', 'software']) await sign(emulator, name);
      await sign(emulator, 'curve', 'ES256');
      await emulator.call('DELETE', '/keys/hsm');
      expect((await reading(emulator))?.hsmKeyVersionsInUse).toEqual({ rsa2048: 1, advanced: 1 });
      await emulator.advance(20 * DAY);
      await sign(emulator, 'curve', 'ES256');
      await emulator.advance(10 * DAY + 1);
      expect((await reading(emulator))?.hsmKeyVersionsInUse).toEqual({ rsa2048: 0, advanced: 1 });
      await emulator.call('GET', '/secrets');
      expect((await reading(emulator))?.months).toMatchObject([
        { month: '2025-06', hsmKeyVersions: { rsa2048: 1, advanced: 1 } },
        { month: '2025-07', hsmKeyVersions: { rsa2048: 1, advanced: 1 } },
      ]);
    });
  });
});

describe('the use of a version of an HSM key', () => {
  const use = { version: 'v', advanced: false, lastUses: { '2025-06': NOON } };

  it('should count from its instant for thirty days, and in the months that these touch', () => {
    const counted = (at: number | string): number => hsmReading([use], at).rsa2048;
    expect([NOON - 1, NOON, NOON + 30 * DAY, NOON + 30 * DAY + 1].map(counted)).toEqual([0, 1, 1, 0]);
    expect(new Set(chargedMonths([use], NOON))).toEqual(new Set(['2025-06']));
    expect(['2025-05', '2025-06', '2025-07', '2025-08'].map(counted)).toEqual([0, 1, 1, 0]);
  });

  it('should charge all of the three months that thirty days can touch', () => {
    const at = Date.UTC(2025, 0, 31) / 1000;
    const late = [{ version: 'v', advanced: true, lastUses: { '2025-01': at } }];
    const march = at + 29 * DAY;
    expect(new Set(chargedMonths(late, march))).toEqual(new Set(['2025-01', '2025-02', '2025-03']));
    expect(new Set(chargedMonths(late, march - DAY))).toEqual(new Set(['2025-01', '2025-02']));
    expect(hsmReading(late, '2025-03')).toEqual({ rsa2048: 0, advanced: 1 });
  });
});
