import type { Call } from '../../call.ts';
import { type Outcome, unchanged } from '../../outcome.ts';
import type { Live } from '../../world/objectState.ts';
import type { World } from '../../world/world.ts';
import { vaultFacts, withFacts } from './vaultContent.ts';
import { badRequest, vaultNotFound } from './vaultRefusals.ts';
import { inGroup } from './vaultScope.ts';

/** `PUT .../vaults/{name}/accessPolicies/{add|replace|remove}` (PM-08). */
export function updateAccessPolicies(call: Call, { object }: World): Outcome[] {
  const notFound = unchanged(object, vaultNotFound(call.name), ['LS-01', 'ER-09', 'ER-02']);
  if (object.phase !== 'live' && object.phase !== 'recovering') return [notFound];
  const facts = vaultFacts(object.content);
  const within = inGroup(call, facts);
  if (within === 'no') return [notFound];
  const changed: Outcome = {
    pattern: {
      status: [200, 201],
      object: {
        name: call.name,
        version: { none: true },
        fields: { accessPolicies: { any: 'list' } },
        relations: [],
      },
    },
    rules: ['PM-08'],
    next: (answer): Live => {
      const { accessPolicies = null } = answer?.object?.fields ?? {};
      const { accessPolicies: _before, ...rest } = facts;
      const after = accessPolicies === null ? rest : { ...rest, accessPolicies };
      return { phase: 'live', content: withFacts(after, object.content) };
    },
  };
  const refused = unchanged(object, badRequest(), ['ER-01', 'ER-02']);
  return [
    changed,
    ...(call.strictness.service ? [refused] : []),
    ...(within === 'unknown' ? [notFound] : []),
  ];
}
