import { describe, expect, it } from 'vitest';
import type { Command } from '../../command.ts';
import type { Principal } from '../../principal.ts';
import { managementAccess } from './managementAccess.ts';

const AT_GROUP = { subscription: 's', resourceGroup: 'g' };
const AT_LOCATION = { subscription: 's', location: 'westeurope' };

type VaultOp = 'recover' | 'delete' | 'get' | 'getDeleted' | 'listDeleted' | 'purge' | 'checkName';

function command(op: VaultOp): Command {
  const isElsewhere = op === 'getDeleted' || op === 'purge' || op === 'listDeleted';
  const scope = isElsewhere ? AT_LOCATION : AT_GROUP;
  return { op, vault: 'arm', kind: 'vault', name: 'v', scope } as Command;
}

function grants(caller: Principal, ...ops: VaultOp[]): readonly string[] {
  return ops.map((op) => managementAccess(command(op), caller).grant);
}

describe('a caller of the management plane', () => {
  it('should need the purge of vaults at the subscription: all of a resource group is not enough (PM-10)', () => {
    const owner = { roles: ['Owner'], group: 'g' };
    expect(grants(owner, 'recover', 'delete', 'get')).toEqual(['granted', 'granted', 'granted']);
    expect(grants(owner, 'purge', 'getDeleted', 'listDeleted')).toEqual(['denied', 'denied', 'denied']);
    expect(grants({ roles: ['Owner'] }, 'purge', 'listDeleted')).toEqual(['granted', 'granted']);
  });

  it('should recover a vault with any right to write vaults in its own group, and in no other (PM-11)', () => {
    expect(grants({ roles: ['Owner'], group: 'h' }, 'recover', 'get')).toEqual(['denied', 'denied']);
    expect(grants({ roles: ['Key Vault Contributor'] }, 'recover', 'delete', 'purge')).toEqual([
      'granted',
      'granted',
      'denied',
    ]);
  });

  it('should do with Key Vault Purge Operator what its name says, and change nothing else (PM-09)', () => {
    const operator = { roles: ['Key Vault Purge Operator'] };
    expect(grants(operator, 'purge', 'recover', 'delete')).toEqual(['granted', 'denied', 'denied']);
  });

  it('should be of unknown right where no source tells what a role may look at', () => {
    expect(grants({ roles: ['Key Vault Purge Operator'] }, 'getDeleted')).toEqual(['unknown']);
    expect(grants({ roles: ['Key Vault Reader'] }, 'get', 'delete')).toEqual(['unknown', 'denied']);
    expect(grants({ roles: ['Owner'] }, 'checkName')).toEqual(['unknown']);
  });

  it('should be let in or refused by the rules of the call', () => {
    const rules = (op: VaultOp, ...roles: string[]): readonly string[] =>
      managementAccess(command(op), { roles }).rules;
    expect(rules('purge')).toEqual(['PM-10', 'PG-05']);
    expect(rules('purge', 'Key Vault Contributor')).toEqual(['PM-10', 'PG-05', 'PM-12']);
    expect(rules('purge', 'Key Vault Purge Operator')).toEqual(['PM-10', 'PM-09']);
    expect(rules('listDeleted')).toEqual(['LS-08', 'PM-13']);
    expect(rules('listDeleted', 'Reader')).toEqual(['PM-13']);
    expect(rules('recover', 'Contributor')).toEqual(['PM-11']);
  });
});
