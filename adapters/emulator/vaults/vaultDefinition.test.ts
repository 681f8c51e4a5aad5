import { describe, expect, it } from 'vitest';
import { readVaultDefinition } from './vaultDefinition.ts';
import type { VaultResource } from './vaultResource.ts';

const read = (definition: unknown): VaultResource => readVaultDefinition(definition, 1000);

describe('the definition of a vault', () => {
  it('should mean the defaults of Azure where it says nothing', () => {
    expect(read({ name: 'Contoso' })).toMatchObject({
      displayName: 'contoso',
      softDelete: true,
      retentionDays: 90,
      purgeProtection: false,
      sku: 'premium',
      location: 'emulator',
      resourceGroup: 'emulator',
      rbac: undefined,
      created: { at: 1000 },
    });
  });

  it.each([7, 8, 89, 90])('should allow a retention of %i days', (retentionDays) => {
    expect(read({ name: 'abc', retentionDays }).retentionDays).toBe(retentionDays);
  });

  it.each<[unknown, string]>([
    [{ name: 'abc', retentionDays: 6 }, 'retentionDays must be a whole number from 7 to 90; it is 6.'],
    [{ name: 'abc', retentionDays: 91 }, 'retentionDays'],
    [{ name: 'abc', retentionDays: 7.5 }, 'retentionDays'],
    [{ name: 'abc', retentionDays: '30' }, 'retentionDays must be a whole number from 7 to 90; it is "30".'],
    [{ name: 'abc', softDelete: 'no' }, 'softDelete must be true or false'],
    [{ name: 'abc', purgeProtection: 1 }, 'purgeProtection must be true or false'],
    [{ name: 'abc', softDelete: false, purgeProtection: true }, 'purgeProtection needs softDelete'],
    [{ name: 'abc', retention: 7 }, "A vault has no field 'retention'"],
    [{ name: 'abc', sku: 'free' }, "sku must be 'standard' or 'premium'"],
    [{ name: 'abc', location: 1 }, 'location must be a name; it is 1.'],
    [{ name: 'abc', rbac: 'yes' }, 'rbac must be true or false'],
    [{}, 'name must be'],
    [{ name: 'ab' }, 'name must be'],
    [{ name: 'a'.repeat(25) }, 'name must be'],
    [{ name: '1ab' }, 'name must be'],
    [{ name: 'ab-' }, 'name must be'],
    [{ name: 'a--b' }, 'name must be'],
    [{ name: 'a_b' }, 'name must be'],
    [null, 'A vault must be an object'],
    [['abc'], 'A vault must be an object'],
    ['abc', 'A vault must be an object'],
  ])('should refuse %j', (definition, message) => {
    expect(() => read(definition)).toThrow(message);
  });
});
