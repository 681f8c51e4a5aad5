import { describe, expect, it } from 'vitest';
import type { ManagementPlane } from '../../../adapters/managementPlane.ts';
import type { Command } from '../../../model/command.ts';
import { vaultCommand } from './vaultCommand.ts';
import type { VaultStep } from './vaultStep.ts';

const PLANE: ManagementPlane = {
  token: 'arm',
  home: { subscription: 's', resourceGroup: 'g', location: 'here' },
  otherGroup: 'g2',
  otherLocation: 'there',
  severalCallers: true,
  isKept: false,
  newVault: { tenantId: 't', accessPolicies: [] },
};

function commandOf(step: Omit<VaultStep, 'slot'>, operation?: string): Command | undefined {
  return vaultCommand({ slot: 0, ...step }, PLANE, 'k1-a', operation);
}

describe('the command of a step about a vault', () => {
  it('should name the place that its path tells, and send the location', () => {
    expect(commandOf({ vault: 'create', where: 'other location', input: { tags: {} } })).toMatchObject({
      scope: { subscription: 's', resourceGroup: 'g' },
      input: { location: 'there', tenantId: 't', accessPolicies: [], tags: {} },
    });
    expect(commandOf({ vault: 'purge', where: 'other location' })?.scope).toEqual({
      subscription: 's',
      location: 'there',
    });
    expect(commandOf({ vault: 'list', where: 'any group' })?.scope).toEqual({ subscription: 's' });
  });

  it('should make a group for one vault, where the target makes groups', () => {
    const plane = { ...PLANE, makesGroups: true };
    const scope = { subscription: 's', resourceGroup: 'k1-a-group' };
    expect(vaultCommand({ vault: 'createGroup', slot: 0 }, plane, 'k1-a', undefined)).toMatchObject({
      scope,
      input: { location: 'here' },
    });
    const where = 'own group';
    expect(vaultCommand({ vault: 'recover', where, slot: 0 }, plane, 'K1-a', undefined)?.scope).toEqual(
      scope,
    );
    expect(commandOf({ vault: 'deleteGroup' })).toBeUndefined();
  });

  it('should send no access policies to recover', () => {
    expect(commandOf({ vault: 'recover' })).toMatchObject({ input: { location: 'here', tenantId: 't' } });
    expect(commandOf({ vault: 'recover' })).not.toHaveProperty('input.accessPolicies');
  });

  it('should be none where there is no other subscription, and no purge to ask for', () => {
    expect(commandOf({ vault: 'get', where: 'other subscription' })).toBeUndefined();
    expect(commandOf({ vault: 'getPurgeResult' })).toBeUndefined();
    expect(commandOf({ vault: 'getPurgeResult' }, 'o')).toMatchObject({ operation: 'o' });
  });

  it.each([
    ['digit first', '0k1-a'],
    ['hyphen last', 'k1-a-'],
    ['two hyphens', 'k1-a--a'],
    ['too short', 'k1'],
    ['too long', `k1-a${'n'.repeat(21)}`],
  ] as const)('should spoil a name: %s', (badName, name) => {
    expect(commandOf({ vault: 'checkName', badName })).toMatchObject({ name });
  });
});
