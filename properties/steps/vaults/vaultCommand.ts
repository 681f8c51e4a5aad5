import type { ManagementPlane } from '../../../adapters/managementPlane.ts';
import type { Command, GetExtensionCommand, VaultScope } from '../../../model/command.ts';
import type { Fields } from '../../../model/fields.ts';
import type { BadVaultName, Elsewhere, VaultCall, VaultStep } from './vaultStep.ts';

/**
 * The command that a step about a vault is; undefined when it refers to something that there is not.
 * @param name the name of the step's slot
 * @param operation the purge of the vault that was begun last
 */
export function vaultCommand(
  step: VaultStep,
  plane: ManagementPlane,
  name: string,
  operation: string | undefined,
): Command | undefined {
  const isOfGroup = step.vault === 'createGroup' || step.vault === 'deleteGroup';
  const place = placeOf(plane, isOfGroup ? 'own group' : step.where, name);
  if (!place) return undefined;
  const call = {
    vault: plane.token,
    kind: 'vault' as const,
    scope: scopeOf(step.vault, place, step.where),
    ...(step.principal !== undefined && { principal: step.principal }),
    ...(step.apiVersion !== undefined && { apiVersion: step.apiVersion }),
  };
  const named = { ...call, name: step.badName ? spoiled(name, step.badName) : name };
  const { input = {} } = step;
  const { location } = place;
  switch (step.vault) {
    case 'create':
      return { op: 'create', ...named, input: { location, ...plane.newVault, ...input } };
    case 'recover':
      return { op: 'recover', ...named, input: { location, ...recoveryOf(plane.newVault), ...input } };
    case 'update':
      return { op: 'update', ...named, input };
    case 'updateAccessPolicy':
      return { op: 'updateAccessPolicy', ...named, change: step.change ?? 'add', input };
    case 'list':
    case 'listDeleted':
      return { op: step.vault, ...call };
    case 'createGroup':
      return { op: 'createGroup', ...named, input: { location } };
    case 'putExtension':
    case 'getExtension':
      return extensionCommand(step, plane, named);
    case 'getPurgeResult':
      return operation === undefined ? undefined : { op: 'getPurgeResult', ...call, operation };
    default:
      return { op: step.vault, ...named };
  }
}

function extensionCommand(
  { vault, extension = 'eventSubscription' }: VaultStep,
  { extensions }: ManagementPlane,
  named: Pick<GetExtensionCommand, 'vault' | 'name' | 'scope' | 'principal' | 'apiVersion'>,
): Command | undefined {
  const hanging = extensions?.[extension];
  if (!hanging) return undefined;
  const call = { ...named, kind: 'vault' as const, extension, id: hanging.id };
  return vault === 'putExtension'
    ? { op: 'putExtension', ...call, input: hanging.input }
    : { op: 'getExtension', ...call };
}

interface Place {
  readonly subscription: string;
  readonly resourceGroup: string;
  readonly location: string;
}

function placeOf(plane: ManagementPlane, where: Elsewhere | undefined, name: string): Place | undefined {
  const { home, otherGroup, otherLocation, otherGeography, otherSubscription } = plane;
  switch (where) {
    case 'own group':
      return plane.makesGroups ? { ...home, resourceGroup: `${name.toLowerCase()}-group` } : undefined;
    case 'other group':
      return { ...home, resourceGroup: otherGroup };
    case 'other location':
      return { ...home, location: otherLocation };
    case 'other geography':
      return otherGeography === undefined ? undefined : { ...home, location: otherGeography };
    case 'other subscription':
      return otherSubscription === undefined ? undefined : { ...home, subscription: otherSubscription };
    default:
      return home;
  }
}

/** What the path of a call says of the place. */
function scopeOf(
  call: VaultCall,
  { subscription, resourceGroup, location }: Place,
  where: Elsewhere | undefined,
): VaultScope {
  switch (call) {
    case 'getDeleted':
    case 'purge':
    case 'getPurgeResult':
      return { subscription, location };
    case 'listDeleted':
    case 'checkName':
      return { subscription };
    case 'list':
      return where === 'any group' ? { subscription } : { subscription, resourceGroup };
    default:
      return { subscription, resourceGroup };
  }
}

/** VT-04: recovery needs no access policies. */
function recoveryOf({ accessPolicies: _kept, ...fields }: Fields): Fields {
  return fields;
}

function spoiled(name: string, bad: BadVaultName): string {
  switch (bad) {
    case 'digit first':
      return `0${name}`;
    case 'hyphen last':
      return `${name}-`;
    case 'two hyphens':
      return `${name}--a`;
    case 'too long':
      return name.padEnd(25, 'n');
    case 'too short':
      return name.slice(0, 2);
  }
}
