import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { putVault, vaultPath } from '../../testing/armPaths.ts';
import { EmulatorUnderTest, type Reply } from '../../testing/emulatorUnderTest.ts';

let emulator: EmulatorUnderTest;

beforeAll(async () => {
  emulator = await EmulatorUnderTest.start({ vaultSuffix: 'vault.example' });
});
afterAll(() => emulator.close());

const refusal = ({ status, body }: Reply): unknown[] => {
  const { error } = body as { error: { code: string; message: string } };
  return [status, error.code, error.message];
};

const propertiesOf = ({ body }: Reply): Record<string, unknown> =>
  (body as { properties: Record<string, unknown> }).properties;

describe('the settings of a vault that only go one way', () => {
  const patch = (name: string, properties: object): Promise<Reply> =>
    emulator.arm('PATCH', vaultPath(name), { body: { properties } });

  it('should turn protection on and never off, and take no false even for a new vault', async () => {
    const off = [
      400,
      'BadRequest',
      'The property "enablePurgeProtection" cannot be set to false. Enabling the purge protection for a vault is an irreversible action.',
    ];
    expect(refusal(await putVault(emulator, 'never', { enablePurgeProtection: false }))).toEqual(off);
    await putVault(emulator, 'protected');
    expect(refusal(await patch('protected', { enablePurgeProtection: false }))).toEqual(off);
    expect(
      propertiesOf(await patch('protected', { enablePurgeProtection: true })).enablePurgeProtection,
    ).toBe(true);
    expect(refusal(await patch('protected', { enablePurgeProtection: false }))).toEqual(off);
    expect(propertiesOf(await putVault(emulator, 'protected')).enablePurgeProtection).toBe(true);
  });

  it('should set the retention once and take it again only if it is the same', async () => {
    await putVault(emulator, 'retained', { softDeleteRetentionInDays: 17 });
    expect((await patch('retained', { softDeleteRetentionInDays: 17 })).status).toBe(200);
    expect(refusal(await patch('retained', { softDeleteRetentionInDays: 18 }))).toEqual([
      400,
      'BadRequest',
      'The property "softDeleteRetentionInDays" has been set already and it can\'t be modified.',
    ]);
    await putVault(emulator, 'unsaid', {}, { api: '2019-09-01' });
    expect(
      propertiesOf(await patch('unsaid', { softDeleteRetentionInDays: 7 })).softDeleteRetentionInDays,
    ).toBe(7);
    expect((await patch('unsaid', { softDeleteRetentionInDays: 8 })).status).toBe(400);
  });

  it('should not turn soft delete off, nor leave it off for a new vault', async () => {
    const coerced = await putVault(emulator, 'coerced', { enableSoftDelete: false });
    expect(propertiesOf(coerced)).toMatchObject({ enableSoftDelete: true });
    expect(refusal(await patch('coerced', { enableSoftDelete: false }))).toEqual([
      400,
      'BadRequest',
      'The property "enableSoftDelete" can be set to false only for creating new vault. Enabling the \'soft delete\' functionality is an irreversible action.',
    ]);
  });

  it('should leave soft delete off, or refuse to, where that was chosen, and turn it on later with a retention', async () => {
    const refusing = await EmulatorUnderTest.start({ softDeleteOptOut: 'refused' });
    const legacy = await EmulatorUnderTest.start({ softDeleteOptOut: 'allowed' });
    expect((await putVault(refusing, 'without', { enableSoftDelete: false })).status).toBe(400);
    const made = await putVault(legacy, 'without', { enableSoftDelete: false });
    expect(propertiesOf(made)).toMatchObject({ enableSoftDelete: false });
    const body = { properties: { enableSoftDelete: true, softDeleteRetentionInDays: 9 } };
    const on = await legacy.arm('PATCH', vaultPath('without'), { body });
    expect(propertiesOf(on)).toMatchObject({ enableSoftDelete: true, softDeleteRetentionInDays: 9 });
    await putVault(legacy, 'lost', { enableSoftDelete: false });
    expect((await legacy.arm('DELETE', vaultPath('lost'))).status).toBe(200);
    expect((await putVault(legacy, 'lost')).status).toBe(200);
    await Promise.all([refusing.close(), legacy.close()]);
  });
});
