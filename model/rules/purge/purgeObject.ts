import type { Call } from '../../call.ts';
import { type Outcome, unchanged } from '../../outcome.ts';
import { type Deleted, idsOf, type Purging } from '../../world/objectState.ts';
import type { World } from '../../world/world.ts';
import { transitional } from '../asynchrony/transitional.ts';
import { ownedRefusal } from '../certificates/ownedRefusal.ts';
import {
  anyRefusal,
  beingDeleted,
  beingRecovered,
  notFound,
  notSupported,
  purgeProtected,
} from '../errors/refusals.ts';
import { refusedSomehow } from '../errors/refusedSomehow.ts';
import { hardwareRules } from '../keys/hardwareRules.ts';
import { goneRules } from '../visibility/getObject.ts';

/** `DELETE /deletedsecrets/{name}`. */
export function purgeObject(call: Call, world: World): Outcome[] {
  const { object, settings } = world;
  const { kind } = call.command;
  const outcomes: Outcome[] = [];
  if (settings.softDelete !== true) {
    outcomes.push(
      unchanged(object, notSupported(call.strictness), ['SD-07', 'ER-12'], 'in a vault without soft delete'),
    );
  }
  if (settings.softDelete === false) return outcomes;
  if (object.phase !== 'deleted') outcomes.push(...protectedFirst(object, world));
  switch (object.phase) {
    case 'deleted':
      return [...outcomes, ...ownedRefusal(call, object), ...purgeDeleted(call, world, object)];
    case 'deleting': {
      const when = 'while the deletion settles';
      return [
        ...outcomes,
        unchanged(object, beingDeleted(kind, call.name), ['PG-04', 'AS-03', 'ER-07'], when),
      ];
    }
    case 'recovering': {
      const when = 'while the recovery settles';
      return [
        ...outcomes,
        unchanged(object, notFound(kind, call.name), ['PG-03', 'RC-07', 'ER-09'], when),
        unchanged(object, beingRecovered(kind, call.name), ['AS-03', 'ER-08'], when),
      ];
    }
    case 'purging':
      return [...outcomes, ...purgeAgain(call, object)];
    default: {
      const gone = object.phase === 'absent' && object.gone ? goneRules(object.gone) : [];
      const live = object.phase === 'live' ? (['SD-08'] as const) : [];
      const rules = ['PG-03', 'ER-09', 'ER-02', ...gone, ...live] as const;
      const refused = [
        ...outcomes,
        unchanged(object, notFound(kind, call.name), rules),
        ...transitional(call, object),
      ];
      return object.phase === 'live' ? [...refused, ...refusedSomehow(call, object, 'PG-03')] : refused;
    }
  }
}

/** PG-02: allowed if and only if the level is purgeable; PP-05: refused to everybody under protection. */
function purgeDeleted(call: Call, world: World, deleted: Deleted): Outcome[] {
  const { purgeProtection, protectedSubscription } = world.settings;
  const outcomes: Outcome[] = [];
  if (purgeProtection !== true && protectedSubscription !== true) outcomes.push(purged(call, deleted));
  if (purgeProtection !== false) {
    outcomes.push({
      ...unchanged(deleted, purgeProtected(), ['PP-05', 'PP-08', 'PG-02', 'ER-06', 'ER-02']),
      tells: () => ({ softDelete: true, purgeProtection: true }),
    });
  }
  if (protectedSubscription === true) {
    outcomes.push(unchanged(deleted, anyRefusal(), ['UN-01', 'PG-02'], 'in an undeletable subscription'));
  }
  return outcomes;
}

function purged(call: Call, deleted: Deleted): Outcome {
  const next: Purging = { phase: 'purging', since: call.window, former: idsOf(deleted.content) };
  return {
    pattern: { status: [204] },
    rules: ['PG-01', 'PG-02', 'LS-04', 'SD-08', ...hardwareRules(deleted.content)],
    next: () => next,
    tells: () => ({ softDelete: true, purgeProtection: false }),
  };
}

/** PG-03; a recording shows 204 for a second purge at once, a public issue a 409 while the first completes. */
function purgeAgain(call: Call, purging: Purging): Outcome[] {
  const { kind } = call.command;
  const when = 'while the purge settles';
  return [
    unchanged(purging, { status: [204] }, ['PG-03', 'AS-05'], when),
    unchanged(purging, notFound(kind, call.name), ['PG-03', 'ER-09'], when),
    unchanged(purging, beingDeleted(kind, call.name), ['PG-03', 'AS-05', 'ER-07'], when),
  ];
}

/** OQ-10: under protection nobody knows whether its refusal or the missing object is found first. */
function protectedFirst(object: World['object'], world: World): Outcome[] {
  const { purgeProtection, protectedSubscription } = world.settings;
  const when = 'if protection is checked before the object';
  if (protectedSubscription === true) return [unchanged(object, anyRefusal(), ['UN-01'], when)];
  if (purgeProtection === false) return [];
  return [unchanged(object, purgeProtected(), ['PP-05', 'ER-06'], when)];
}
