import type { Call } from '../../call.ts';
import { type Outcome, unchanged } from '../../outcome.ts';
import type { VersionPattern } from '../../pattern/objectPattern.ts';
import { currentOf, type Version } from '../../world/content.ts';
import type { Deleted } from '../../world/objectState.ts';
import type { World } from '../../world/world.ts';
import { transitional } from '../asynchrony/transitional.ts';
import { ownedRefusal } from '../certificates/ownedRefusal.ts';
import {
  beingDeleted,
  beingRecovered,
  notFound,
  notSupported,
  recoveryConflict,
} from '../errors/refusals.ts';
import { refusedSomehow } from '../errors/refusedSomehow.ts';
import { hardwareRules } from '../keys/hardwareRules.ts';
import { goneRules } from '../visibility/getObject.ts';
import { learnObject, tellsSettings } from '../visibility/learning.ts';
import { objectFacts } from '../visibility/objectFacts.ts';
import { showObject } from '../visibility/objectViews.ts';

/** `POST /deletedsecrets/{name}/recover`. */
export function recoverObject(call: Call, world: World): Outcome[] {
  const { object, settings } = world;
  const { kind } = call.command;
  const legacy: Outcome[] = [];
  if (settings.softDelete !== true) {
    legacy.push(
      unchanged(object, notSupported(call.strictness), ['SD-07', 'ER-12'], 'in a vault without soft delete'),
    );
  }
  if (settings.softDelete === false) return legacy;
  switch (object.phase) {
    case 'deleted':
      return [...legacy, ...ownedRefusal(call, object), ...recovered(call, world, object)];
    case 'deleting': {
      const when = 'while the deletion settles';
      return [...legacy, unchanged(object, beingDeleted(kind, call.name), ['AS-03', 'ER-07'], when)];
    }
    case 'recovering': {
      const when = 'while the recovery settles';
      return [
        ...legacy,
        unchanged(object, notFound(kind, call.name), ['RC-03', 'RC-07', 'ER-09'], when),
        unchanged(object, recoveryConflict(kind), ['RC-08', 'AS-03'], when),
        unchanged(object, beingRecovered(kind, call.name), ['RC-08', 'AS-03', 'ER-08'], when),
      ];
    }
    default: {
      const rules = object.phase === 'absent' && object.gone ? goneRules(object.gone) : [];
      const purged = object.phase === 'purging' ? (['RC-05'] as const) : [];
      return [
        ...legacy,
        unchanged(object, notFound(kind, call.name), ['RC-03', 'ER-09', 'ER-02', ...rules, ...purged]),
        ...transitional(call, object),
        ...(object.phase === 'live' ? refusedSomehow(call, object, 'RC-03') : []),
      ];
    }
  }
}

function recovered(call: Call, world: World, deleted: Deleted): Outcome[] {
  const current = currentOf(deleted.content);
  const versions = current ? [current] : [...deleted.content.versions, { facts: {} }];
  return versions.map((version) => recoveredAs(call, world, deleted, version));
}

/** RC-01, RC-02: the object comes back as it was, `updated` and `enabled: false` included (recordings: 988 of 988). */
function recoveredAs(call: Call, world: World, deleted: Deleted, version: Version): Outcome {
  const settings = { ...world.settings, softDelete: true };
  const id: VersionPattern = version.id === undefined ? { any: true } : { is: version.id };
  const dated = deleted.deletion.scheduledPurgeDate !== undefined;
  return {
    pattern: {
      status: [200],
      object: showObject(call, 'bundle', id, objectFacts(call, deleted.content, version), settings),
    },
    rules: [
      'RC-01',
      'RC-02',
      'RC-04',
      'RT-13',
      'LS-04',
      ...(dated ? (['RT-09'] as const) : []),
      ...hardwareRules(deleted.content),
      ...(settings.purgeProtection ? (['PP-07'] as const) : []),
    ],
    next: (answer) => {
      const content = learnObject(call, deleted.content, answer, 'bundle', true);
      return {
        phase: 'recovering',
        content: { ...content, recoveries: content.recoveries + 1 },
        since: call.window,
      };
    },
    tells: (answer) => ({ softDelete: true, ...tellsSettings(answer) }),
  };
}
