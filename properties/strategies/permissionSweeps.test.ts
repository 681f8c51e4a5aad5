import { describe, expect, it } from 'vitest';
import type { Principals } from '../../model/principal.ts';
import type { SequenceView } from '../sequences/sequenceView.ts';
import { isCall } from '../steps/step.ts';
import { permissionSweeps } from './permissionSweeps.ts';
import type { Proposal } from './strategy.ts';

const CALLERS: Principals = {
  administrator: {
    policy: { secrets: ['get', 'delete', 'recover', 'purge'] },
    roles: ['Key Vault Administrator'],
  },
  all: { policy: { secrets: ['all'] }, roles: ['Key Vault Reader'] },
  purger: { policy: { secrets: ['purge'] } },
  nobody: {},
  expired: { token: 'expired', policy: { secrets: ['purge'] } },
};

/** Who makes the calls of an operation, in order. */
function callersOf(proposal: Proposal | undefined, call: string): readonly (string | undefined)[] {
  const steps = Array.from({ length: 30 }, (_, length) => proposal?.next({ length } as SequenceView));
  return steps.flatMap((step) => (step && isCall(step) && step.call === call ? [step.principal] : []));
}

describe('the sweeps of permissions', () => {
  const [policies, roles] = permissionSweeps('secret', CALLERS);

  it('should begin with purge, in vaults of either model', () => {
    expect([policies?.settings.permissionModel, roles?.settings.permissionModel]).toEqual([
      'access-policies',
      'roles',
    ]);
    expect(callersOf(policies, 'purge')).not.toEqual([]);
  });

  it('should let those try who may not, then the one who may do the least', () => {
    expect(callersOf(policies, 'purge')).toEqual(['all', 'nobody', 'expired', 'purger']);
  });

  it('should go by roles where the vault does', () => {
    expect(callersOf(roles, 'purge')).toEqual(['all', 'purger', 'nobody', 'administrator']);
  });
});
