import type { Call } from '../../call.ts';
import type { Json, JsonObject } from '../../json.ts';
import type { ObjectPattern, Relation } from '../../pattern/objectPattern.ts';
import { type Facts, sameJson } from '../../world/facts.ts';

/** Recorders replace the ids of people and tenants in requests and in answers, not always by the same ones. */
export function legible(call: Call, facts: Facts): Facts {
  if (!call.strictness.service) return facts;
  const { tenantId: _tenant, accessPolicies: _policies, ...rest } = facts;
  return rest;
}

/** The answer shows as many access policies as were sent, with their permissions. */
export function withPolicies(call: Call, shown: ObjectPattern): ObjectPattern {
  const input = 'input' in call.command ? call.command.input : undefined;
  const sent = input === undefined || input === 'unrecorded' ? undefined : permissions(input.accessPolicies);
  if (sent === undefined) return shown;
  const demand = 'the permissions that were sent (VT-02)';
  const holds: Relation['holds'] = ({ accessPolicies }) =>
    accessPolicies === undefined || sameJson(permissions(accessPolicies), sent);
  return { ...shown, relations: [...shown.relations, { field: 'accessPolicies', demand, holds }] };
}

function permissions(policies: Json | undefined): Json[] | undefined {
  if (!Array.isArray(policies)) return undefined;
  return policies.map((policy: Json) => {
    const isPolicy = typeof policy === 'object' && policy !== null && !Array.isArray(policy);
    return isPolicy ? ((policy as JsonObject).permissions ?? null) : null;
  });
}
