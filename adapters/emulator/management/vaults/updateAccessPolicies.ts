import { type Answer, ok } from '../../requests/answer.ts';
import { type AccessPolicy, POLICY_KINDS } from '../../vaults/accessPolicy.ts';
import { vaultScope } from '../../vaults/vaultScope.ts';
import { invalidValue } from '../armErrors.ts';
import type { ArmRequest } from '../armRequest.ts';
import { stampOf } from '../changeStamp.ts';
import { readAccessPolicies } from './readAccessPolicies.ts';
import { vaultOf } from './vaultOf.ts';

type Combine = (present: readonly string[], given: readonly string[]) => readonly string[];

const COMBINE: Readonly<Record<string, Combine>> = {
  add: (present, given) => [...present, ...given.filter((word) => !has(present, word))],
  remove: (present, given) => present.filter((word) => !has(given, word)),
};

/** PUT …/vaults/{name}/accessPolicies/{add|replace|remove}: gives permissions to principals or takes them back. */
export function updateAccessPolicies(request: ArmRequest): Answer {
  const kind = request.params.kind?.toLowerCase() ?? '';
  const given = readAccessPolicies(policiesOf(request));
  if (given === undefined) throw invalidValue('accessPolicies');
  const combine = COMBINE[kind];
  if (combine === undefined && kind !== 'replace') throw invalidValue('operationKind');
  const vault = vaultOf(request);
  const accessPolicies =
    combine === undefined ? given : combined(vault.resource.accessPolicies, given, combine);
  vault.resource = { ...vault.resource, accessPolicies, modified: stampOf(request) };
  return ok({
    id: `${vaultScope(vault.resource)}/accessPolicies/`,
    type: 'Microsoft.KeyVault/vaults/accessPolicies',
    properties: { accessPolicies },
  });
}

function policiesOf(request: ArmRequest): unknown {
  const { properties } = request.body();
  return typeof properties === 'object' && properties !== null && 'accessPolicies' in properties
    ? properties.accessPolicies
    : undefined;
}

/** The policies after a change: those of the same principal become one, and one that allows nothing goes. */
function combined(
  present: readonly AccessPolicy[],
  given: readonly AccessPolicy[],
  combine: Combine,
): AccessPolicy[] {
  const policies = new Map(present.map((policy) => [keyOf(policy), policy]));
  for (const policy of given) {
    const before = policies.get(keyOf(policy)) ?? { ...policy, permissions: {} };
    policies.set(keyOf(policy), { ...before, permissions: permissionsOf(before, policy, combine) });
  }
  return [...policies.values()].filter(({ permissions }) =>
    Object.values(permissions).some((words) => words.length > 0),
  );
}

function permissionsOf(
  before: AccessPolicy,
  given: AccessPolicy,
  combine: Combine,
): AccessPolicy['permissions'] {
  const kinds = POLICY_KINDS.filter((kind) => kind in before.permissions || kind in given.permissions);
  return Object.fromEntries(
    kinds.map((kind) => [kind, combine(before.permissions[kind] ?? [], given.permissions[kind] ?? [])]),
  );
}

function keyOf({ tenantId, objectId, applicationId = '' }: AccessPolicy): string {
  return `${tenantId}/${objectId}/${applicationId}`.toLowerCase();
}

function has(words: readonly string[], word: string): boolean {
  return words.some((each) => each.toLowerCase() === word.toLowerCase());
}
