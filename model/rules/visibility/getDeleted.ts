import type { Call } from '../../call.ts';
import { type Outcome, unchanged } from '../../outcome.ts';
import type { VersionPattern } from '../../pattern/objectPattern.ts';
import type { RuleId } from '../../rule.ts';
import { currentOf, type Version } from '../../world/content.ts';
import type { Deleted, Phase, Recovering } from '../../world/objectState.ts';
import type { World } from '../../world/world.ts';
import { deletedNotFound, disabled, notPermitted, notSupported } from '../errors/refusals.ts';
import { deletionDates } from '../retention/deletionDates.ts';
import { withDeletion } from '../retention/schedule.ts';
import { goneRules } from './getObject.ts';
import { learnObject, tellsSettings } from './learning.ts';
import { objectFacts } from './objectFacts.ts';
import { showObject } from './objectViews.ts';

/** Why the deleted collection has no such object. */
const NOT_THERE: Readonly<Record<Exclude<Phase, 'deleted'>, readonly RuleId[]>> = {
  absent: ['ER-09'],
  live: ['RC-07', 'ER-09'],
  deleting: ['AS-01', 'AS-02', 'ER-09'],
  recovering: ['RC-07', 'ER-09'],
  // Recordings: 404 at once after a purge, 174 of 174.
  purging: ['PG-01', 'RC-05', 'ER-09'],
};

/** `GET /deletedsecrets/{name}`. */
export function getDeleted(call: Call, world: World): Outcome[] {
  const { object, settings } = world;
  const outcomes: Outcome[] = [];
  if (settings.softDelete !== true) outcomes.push(legacy(call, object));
  if (settings.softDelete === false) return outcomes;
  if (object.phase === 'deleted') return [...outcomes, ...showDeleted(call, world, object)];
  if (object.phase === 'recovering') outcomes.push(...stillShown(call, world, object));
  const gone = object.phase === 'absent' && object.gone ? goneRules(object.gone) : [];
  const when = object.phase === 'deleting' ? 'while the deletion settles' : undefined;
  const rules = [...NOT_THERE[object.phase], ...gone];
  return [...outcomes, unchanged(object, deletedNotFound(call.command.kind, call.name), rules, when)];
}

/** SD-07: a vault without soft delete refuses all calls to the deleted collection. */
function legacy(call: Call, object: World['object']): Outcome {
  return {
    ...unchanged(object, notSupported(call.strictness), ['SD-07', 'ER-12'], 'in a vault without soft delete'),
    tells: () => ({ softDelete: false }),
  };
}

function showDeleted(call: Call, world: World, deleted: Deleted): Outcome[] {
  const current = currentOf(deleted.content);
  const versions = current ? [current] : [...deleted.content.versions, { facts: {} }];
  return versions.flatMap((version) => {
    if (call.command.kind !== 'secret') return [shown(call, world, deleted, version)];
    const outcomes: Outcome[] = [];
    // By the recordings a disabled secret hides here too, although no value would show.
    if (version.facts.enabled !== true) outcomes.push(...refusedDisabled(call, deleted));
    if (version.facts.enabled !== false) outcomes.push(shown(call, world, deleted, enabledOnly(version)));
    return outcomes;
  });
}

/** RC-07: 404 is certain only when the recovery has settled; nobody recorded what is answered before (AS-03). */
function stillShown(call: Call, world: World, recovering: Recovering): Outcome[] {
  const deleted: Deleted = { phase: 'deleted', content: recovering.content, deletion: {} };
  return showDeleted(call, world, deleted).map((outcome) => ({
    ...outcome,
    rules: ['RC-07', 'AS-03'],
    when: 'while the recovery settles',
    next: () => recovering,
  }));
}

/** A version that shows is enabled. */
function enabledOnly(version: Version): Version {
  return { ...version, facts: { ...version.facts, enabled: true } };
}

/** Recordings: inner code `AccessDenied` until July 2020, `SecretDisabled` from February 2021. */
function refusedDisabled(call: Call, deleted: Deleted): Outcome[] {
  const rules: readonly RuleId[] = ['ER-10', 'LS-03'];
  const seen: Deleted = { ...deleted, seen: true };
  const now = unchanged(seen, disabled(call.command.kind), rules);
  return call.strictness.service && call.window.from < Date.UTC(2021, 1, 1) / 1000
    ? [now, unchanged(seen, notPermitted(), rules)]
    : [now];
}

function shown(call: Call, world: World, deleted: Deleted, version: Version): Outcome {
  const settings = { ...world.settings, softDelete: true };
  const id: VersionPattern = version.id === undefined ? { any: true } : { is: version.id };
  const object = showObject(call, 'bundle', id, objectFacts(call, deleted.content, version), settings);
  const dated = deleted.deletion.scheduledPurgeDate !== undefined;
  return {
    pattern: { status: [200], object: withDeletion(call, object, deleted.deletion, settings) },
    rules: [
      'LS-03',
      'LS-04',
      'RT-06',
      'RT-13',
      'DL-08',
      ...(dated ? (['RT-09', 'RT-11'] as const) : []),
      ...(settings.purgeProtection ? (['PP-09'] as const) : []),
      ...(settings.protectedSubscription ? (['UN-01'] as const) : []),
      ...(deleted.content.owned ? (['CR-03', 'CR-05'] as const) : []),
    ],
    next: (answer) => ({
      ...deleted,
      seen: true,
      content: learnObject(call, deleted.content, answer, 'bundle', true),
      deletion: { ...deleted.deletion, ...deletionDates(answer?.object?.fields ?? {}) },
    }),
    tells: (answer) => ({ softDelete: true, ...tellsSettings(answer) }),
  };
}
