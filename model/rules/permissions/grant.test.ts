import { describe, expect, it } from 'vitest';
import type { Op } from '../../command.ts';
import type { PermissionModel, Principal } from '../../principal.ts';
import { type Grant, grantOf } from './grant.ts';
import { neededPermission } from './neededPermission.ts';

function grant(
  principal: Principal,
  op: Op,
  model: PermissionModel,
  kind: 'secret' | 'key' = 'secret',
): Grant {
  const needed = neededPermission({ op, kind });
  if (!needed) throw new Error(`no permission for ${op}`);
  return grantOf(principal, needed, model);
}

const OPS = ['delete', 'recover', 'purge', 'backup', 'restore', 'get', 'list', 'listDeleted'] as const;

describe('an access policy', () => {
  it('should grant what it lists and nothing else (PM-01)', () => {
    for (const word of ['delete', 'recover', 'purge', 'backup', 'restore', 'get'] as const) {
      const granted = OPS.filter(
        (op) => grant({ policy: { secrets: [word] } }, op, 'access-policies') === 'granted',
      );
      expect(granted).toEqual([word]);
    }
  });

  it('should grant everything but purge by "all" (PM-04)', () => {
    const all = { policy: { secrets: ['All'] } };
    expect(OPS.filter((op) => grant(all, op, 'access-policies') === 'denied')).toEqual(['purge']);
  });

  it('should grant nothing in another collection (PM-16), nor where roles count (PM-02)', () => {
    const policy = { secrets: ['purge'] };
    expect(grant({ policy }, 'purge', 'access-policies', 'key')).toBe('denied');
    expect(grant({ policy }, 'purge', 'roles')).toBe('denied');
  });
});

describe('a role', () => {
  it.each(['Key Vault Administrator', 'Key Vault Secrets Officer'])(
    '%s should include recover and purge (PM-05)',
    (role) => {
      for (const op of OPS) expect(grant({ roles: [role] }, op, 'roles')).toBe('granted');
    },
  );

  it.each([
    'Key Vault Reader',
    'Key Vault Secrets User',
    'Key Vault Certificate User',
    'Key Vault Crypto User',
    'Key Vault Purge Operator',
    'Key Vault Contributor',
    'Owner',
  ])('%s should not include delete, recover and purge (PM-06, PM-07, PM-09, PM-12)', (role) => {
    for (const op of ['delete', 'recover', 'purge'] as const)
      expect(grant({ roles: [role] }, op, 'roles')).toBe('denied');
  });

  it('should count only where the vault goes by roles (PM-02)', () => {
    expect(grant({ roles: ['Key Vault Administrator'] }, 'get', 'access-policies')).toBe('denied');
  });

  it('should leave open whether metadata alone opens a deleted secret (OQ-18)', () => {
    expect(grant({ roles: ['Key Vault Reader'] }, 'getDeleted', 'roles')).toBe('unknown');
    expect(grant({ roles: ['Key Vault Secrets User'] }, 'getDeleted', 'roles')).toBe('granted');
  });
});
