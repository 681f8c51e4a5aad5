import type { Call } from '../../call.ts';
import { type Outcome, unchanged } from '../../outcome.ts';
import type { Pattern } from '../../pattern/pattern.ts';
import type { RuleId } from '../../rule.ts';
import type { World } from '../../world/world.ts';
import { vaultFacts } from './vaultContent.ts';
import { deletedVaultNotFound, vaultPurgeForbidden } from './vaultRefusals.ts';
import { inLocation } from './vaultScope.ts';
import { settingsOf } from './vaultSettings.ts';

/** `POST .../locations/{location}/deletedVaults/{name}/purge`. */
export function purgeVault(call: Call, world: World): Outcome[] {
  const { object } = world;
  const active: readonly RuleId[] = object.phase === 'live' ? ['PG-09', 'SD-08'] : [];
  const notFound = unchanged(object, deletedVaultNotFound(call.name), [...active, 'ER-21', 'ER-02']);
  if (object.phase === 'purging') {
    return [{ ...unchanged(object, accepted(call), ['AS-06']), when: 'while the purge settles' }, notFound];
  }
  if (object.phase !== 'deleted' && object.phase !== 'deleting') return [notFound];
  const facts = vaultFacts(object.content);
  const { purgeProtection } = settingsOf(facts);
  const isForbidden = purgeProtection === true || world.settings.protectedSubscription === true;
  const mayBeForbidden = isForbidden || purgeProtection === undefined;
  const outcomes: Outcome[] = [];
  if (!isForbidden) {
    outcomes.push({
      pattern: accepted(call),
      rules: ['PG-06', 'PG-02', 'AS-06'],
      next: () => ({ phase: 'purging', since: call.window, former: [], isVault: true }),
    });
  }
  if (mayBeForbidden) {
    outcomes.push(unchanged(object, vaultPurgeForbidden(), ['PP-06', 'PP-08', 'ER-16', 'ER-02']));
  }
  return inLocation(call, facts) === 'yes' ? outcomes : [...outcomes, notFound];
}

/** PG-06: done, or begun; recordings: begun, 56 of 56 times. */
function accepted({ strictness }: Call): Pattern {
  return { status: strictness.service ? [202] : [200, 202] };
}

/** `GET .../operationResults/{id}` of a purge (PG-07). */
export function purgeResult({ strictness }: Call, { object }: World): Outcome[] {
  if (object.phase === 'purging') {
    const pending = { status: [202], progress: 'NotStarted' };
    return [unchanged(object, pending, ['PG-07', 'AS-06'], 'while the purge settles')];
  }
  // Recordings: 200, 43 of 43 times, and no other words for how far it is.
  const over = { status: strictness.service ? [200] : [200, 204], progress: 'Succeeded' };
  return [unchanged(object, over, ['PG-07', 'AS-06'])];
}
