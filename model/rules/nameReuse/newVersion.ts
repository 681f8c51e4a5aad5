import type { Call } from '../../call.ts';
import type { SetCommand } from '../../command.ts';
import { type Outcome, unchanged } from '../../outcome.ts';
import type { RuleId } from '../../rule.ts';
import { addVersion, type Content, currentOf, ONLY_VERSION, UNKNOWN_CONTENT } from '../../world/content.ts';
import { type Facts, learn } from '../../world/facts.ts';
import { type Absent, idsOf, type Live } from '../../world/objectState.ts';
import type { World } from '../../world/world.ts';
import { transitional } from '../asynchrony/transitional.ts';
import { managedBy } from '../certificates/managed.ts';
import {
  beingDeleted,
  beingRecovered,
  deletedButRecoverable,
  managedByKeyVault,
} from '../errors/refusals.ts';
import { tellsSettings } from '../visibility/learning.ts';
import { hasVersions, showObject, viewFields } from '../visibility/objectViews.ts';
import { sentFacts } from './sentFacts.ts';
import { stampedNow } from './stampedNow.ts';

/** Set, create or import: a new object, or a new version of one, unless the name is taken by a deleted one. */
export function newVersion(call: Call<SetCommand>, world: World): Outcome[] {
  const { kind } = call.command;
  const { object } = world;
  switch (object.phase) {
    case 'absent':
      return [created(call, world, object)];
    case 'live':
      return setLive(call, world, object);
    case 'deleting':
      // Recorded for keys: create while the deletion settles.
      return [
        unchanged(object, beingDeleted(kind, call.name), ['AS-03', 'ER-07'], 'while the deletion settles'),
      ];
    case 'deleted':
      return [unchanged(object, deletedButRecoverable(kind, call.name), ['NR-01', 'ER-05', 'ER-02'])];
    case 'recovering':
      return [
        unchanged(
          object,
          beingRecovered(kind, call.name),
          ['RC-08', 'AS-04', 'ER-08'],
          'while the recovery settles',
        ),
      ];
    case 'purging':
      return [
        unchanged(
          object,
          beingDeleted(kind, call.name),
          ['NR-09', 'AS-05', 'ER-07'],
          'while the purge settles',
        ),
      ];
  }
}

function setLive(call: Call<SetCommand>, world: World, live: Live): Outcome[] {
  const { kind } = call.command;
  const known = live.content.versions.find(({ facts }) => facts.managed === true) ?? currentOf(live.content);
  const managed = managedBy(call, live.content, known?.facts);
  const outcomes: Outcome[] = [];
  if (managed !== 'yes') outcomes.push(added(call, world, live));
  if (managed !== 'no') {
    outcomes.push(unchanged(live, managedByKeyVault(kind), ['CR-04', 'ER-19'], 'if a certificate owns it'));
  }
  return [...outcomes, ...transitional(call, live)];
}

const FREED: readonly RuleId[] = ['NR-03', 'NR-08', 'PG-08', 'LS-10'];
const FRESH: readonly RuleId[] = ['LS-10', 'LM-04'];
/** The same name in another collection is in nobody's way. */
const OTHER_KIND: readonly RuleId[] = ['NR-02'];

/** A name that nothing holds is free, whether it was never used or its purge is complete (NR-03). */
function created(call: Call<SetCommand>, world: World, absent: Absent): Outcome {
  const content: Content = { ...UNKNOWN_CONTENT, complete: true };
  return writes(call, world, content, absent.former ?? [], [
    ...(absent.gone ? FREED : FRESH),
    ...(call.namesake === 'live' || call.namesake === 'deleted' ? OTHER_KIND : []),
  ]);
}

function added(call: Call<SetCommand>, world: World, live: Live): Outcome {
  const isRecovered = live.content.recoveries > 0 && live.recovered;
  return writes(call, world, live.content, idsOf(live.content), [
    'LS-10',
    'LS-09',
    ...(call.command.kind === 'key' ? (['KY-06'] as const) : []),
    ...(isRecovered ? (['RC-08'] as const) : []),
  ]);
}

/** When rotation policies came, with 7.3-preview (Unix seconds). */
const ROTATION_POLICIES = Date.UTC(2021, 5, 1) / 1000;

/** A key that was there before may have a rotation policy that gives each new version an expiry. */
function expiring(call: Call, content: Content, facts: Facts): Facts {
  if (call.command.kind !== 'key' || content.complete || facts.exp !== null) return facts;
  if (call.window.to < ROTATION_POLICIES) return facts;
  const { exp: _unknown, ...rest } = facts;
  return rest;
}

function writes(
  call: Call<SetCommand>,
  world: World,
  content: Content,
  former: readonly string[],
  rules: readonly RuleId[],
): Outcome {
  const facts = expiring(call, content, sentFacts(call));
  const view = call.command.kind === 'secret' ? 'value' : 'bundle';
  const pattern = showObject(call, view, { fresh: former }, facts, world.settings);
  return {
    pattern: { status: [200], object: hasVersions(call.command.kind) ? stampedNow(call, pattern) : pattern },
    rules: [...rules, 'PP-09', 'RT-02', 'RT-13'],
    next: (answer) => {
      const seen = answer?.object;
      const learned = seen ? learn(facts, seen.fields, viewFields(call.command.kind, view)) : facts;
      if (!hasVersions(call.command.kind)) {
        return {
          phase: 'live',
          content: {
            ...UNKNOWN_CONTENT,
            complete: true,
            currentKnown: true,
            versions: [{ id: ONLY_VERSION, facts: learned }],
          },
        };
      }
      const version = seen?.version === undefined ? { facts: learned } : { id: seen.version, facts: learned };
      return { phase: 'live', content: addVersion(content, version) };
    },
    tells: tellsSettings,
  };
}
