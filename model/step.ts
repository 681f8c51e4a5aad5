import type { Call } from './call.ts';
import type { Command } from './command.ts';
import { type Outcome, unchanged } from './outcome.ts';
import { backupObject } from './rules/backup/backupObject.ts';
import { restoreObject } from './rules/backup/restoreObject.ts';
import { deleteObject } from './rules/deletion/deleteObject.ts';
import { invalidity } from './rules/limits/invalidRequest.ts';
import { setSecret } from './rules/nameReuse/setSecret.ts';
import { purgeObject } from './rules/purge/purgeObject.ts';
import { recoverObject } from './rules/recovery/recoverObject.ts';
import { getDeleted } from './rules/visibility/getDeleted.ts';
import { getObject } from './rules/visibility/getObject.ts';
import { listVersions } from './rules/visibility/listVersions.ts';
import { updateObject } from './rules/visibility/updateObject.ts';
import type { World } from './world/world.ts';

/**
 * All outcomes that the rules allow for a call about one name in a world: each a pattern of answers, the world it
 * leads to, and the rules that allow it. Deterministic and total. Lists of a whole vault are judged name by name, by
 * `membership`; hidden steps (settling, expiry) are taken before the call, by `hiddenSteps`.
 */
export function step(call: Call, world: World): readonly Outcome[] {
  const allowed = allowedOutcomes(call, world);
  return call.isRespelled ? allowed.map(respelled) : allowed;
}

/** NR-04: names are compared without regard to case, so a call in other letters is judged as one in the same. */
function respelled(outcome: Outcome): Outcome {
  return { ...outcome, rules: ['NR-04', ...outcome.rules] };
}

function allowedOutcomes(call: Call, world: World): readonly Outcome[] {
  const invalid = invalidity(call);
  if (!invalid) return outcomes(call, world);
  const refusals = invalid.patterns.map((pattern) =>
    unchanged(world.object, pattern, [...invalid.rules, 'ER-02']),
  );
  if (invalid.unspecified) return [...refusals.map(undecided), ...outcomes(call, world)];
  // No source tells whether the request or the object is looked at first: the object's own refusals stay allowed.
  const others = outcomes(call, world).filter(({ pattern }) =>
    pattern.status.every((status) => status >= 400),
  );
  return [...refusals, ...others];
}

function outcomes(call: Call, world: World): readonly Outcome[] {
  switch (call.command.op) {
    case 'set':
      return setSecret(withCommand(call, call.command), world);
    case 'get':
      return getObject(withCommand(call, call.command), world);
    case 'update':
      return updateObject(withCommand(call, call.command), world);
    case 'delete':
      return deleteObject(withCommand(call, call.command), world);
    case 'restore':
      return restoreObject(withCommand(call, call.command), world);
    case 'listVersions':
      return listVersions(withCommand(call, call.command), world);
    case 'getDeleted':
      return getDeleted(call, world);
    case 'recover':
      return recoverObject(call, world);
    case 'purge':
      return purgeObject(call, world);
    case 'backup':
      return backupObject(call, world);
    case 'list':
    case 'listDeleted':
      throw new RangeError('a list of a vault is judged name by name');
  }
}

function undecided(outcome: Outcome): Outcome {
  return { ...outcome, unspecified: true };
}

function withCommand<C extends Command>(call: Call, command: C): Call<C> {
  return { ...call, command };
}
