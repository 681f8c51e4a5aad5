import type { Call } from '../../call.ts';
import type { DeleteCommand } from '../../command.ts';
import { type Outcome, unchanged } from '../../outcome.ts';
import { type FieldPattern, STAMP_TOLERANCE } from '../../pattern/fieldPattern.ts';
import type { ObjectPattern, VersionPattern } from '../../pattern/objectPattern.ts';
import type { RuleId } from '../../rule.ts';
import { DAY } from '../../window.ts';
import { currentOf, type Version } from '../../world/content.ts';
import type { KnownSettings } from '../../world/knownSettings.ts';
import { type Absent, idsOf, type Live, type Phase } from '../../world/objectState.ts';
import type { World } from '../../world/world.ts';
import { transitional } from '../asynchrony/transitional.ts';
import { managedBy } from '../certificates/managed.ts';
import { anyRefusal, managedByKeyVault, notFound } from '../errors/refusals.ts';
import { hardwareRules } from '../keys/hardwareRules.ts';
import { RETENTION_DAYS } from '../purgeProtection/recoveryLevel.ts';
import { deletionDates } from '../retention/deletionDates.ts';
import { withDeletion } from '../retention/schedule.ts';
import { learnObject, tellsSettings } from '../visibility/learning.ts';
import { objectFacts } from '../visibility/objectFacts.ts';
import { hasVersions, showObject } from '../visibility/objectViews.ts';

/** DL-03: nothing live, nothing to delete; a second delete is no lease either (RT-11). Recordings: 404 every time. */
const NOTHING_LIVE: Readonly<Record<Exclude<Phase, 'live'>, readonly RuleId[]>> = {
  absent: ['DL-03', 'ER-09'],
  deleting: ['DL-03', 'AS-02', 'ER-09', 'ER-02'],
  deleted: ['DL-03', 'RT-11', 'ER-09', 'ER-02'],
  recovering: ['AS-04', 'ER-09'],
  purging: ['DL-03', 'ER-09'],
};

/** `DELETE /secrets/{name}`. */
export function deleteObject(call: Call<DeleteCommand>, world: World): Outcome[] {
  const { object } = world;
  const { kind } = call.command;
  // DL-05: a single version cannot be deleted, in any way; no source tells the status.
  if (call.command.version !== undefined) return [unchanged(object, anyRefusal(), ['DL-05', 'ER-02'])];
  if (object.phase === 'live') return deleteLive(call, world, object);
  const refused = unchanged(object, notFound(kind, call.name), NOTHING_LIVE[object.phase]);
  // Recorded while a deletion settles: 404 and never 409.
  return object.phase === 'recovering' ? [refused, ...transitional(call, object)] : [refused];
}

function deleteLive(call: Call<DeleteCommand>, world: World, live: Live): Outcome[] {
  const current = currentOf(live.content);
  const managed = managedBy(call, live.content, current?.facts);
  const outcomes: Outcome[] = [];
  if (managed !== 'yes') {
    const versions = current ? [current] : [...live.content.versions, { facts: {} }];
    for (const version of versions) {
      const isSoft = hasVersions(call.command.kind);
      if (isSoft && world.settings.softDelete !== false)
        outcomes.push(softDeleted(call, world, live, version));
      if (!isSoft || world.settings.softDelete !== true) outcomes.push(destroyed(call, world, live, version));
    }
  }
  if (managed !== 'no') {
    const pattern = managedByKeyVault(call.command.kind);
    const owned = { ...live, content: { ...live.content, owned: true } };
    outcomes.push(unchanged(owned, pattern, ['CR-04', 'ER-19', 'ER-02'], 'if a certificate owns it'));
  }
  return [...outcomes, ...transitional(call, live)];
}

/** DL-01: all versions go together; DL-08: nothing else of the object changes, `updated` included. */
function softDeleted(call: Call<DeleteCommand>, world: World, live: Live, version: Version): Outcome {
  const settings: KnownSettings = { ...world.settings, softDelete: true };
  const again: readonly RuleId[] = live.content.recoveries > 0 ? ['RT-12'] : [];
  const protectedRules: readonly RuleId[] = settings.purgeProtection ? ['PP-07', 'RT-05', 'PP-09'] : [];
  const undeletable: readonly RuleId[] = settings.protectedSubscription ? ['UN-01'] : [];
  return {
    pattern: {
      status: [200],
      object: withDeletion(call, latest(call, live, version, settings), 'now', settings),
    },
    rules: [
      ...DELETION_RULES,
      ...(version.facts.enabled === false ? (['DL-07'] as const) : []),
      ...(settings.retentionDays === 90 ? (['SD-02'] as const) : []),
      ...hardwareRules(live.content),
      ...again,
      ...protectedRules,
      ...undeletable,
    ],
    next: (answer) => ({
      phase: 'deleting',
      content: learnObject(call, live.content, answer, 'bundle', true),
      deletion: {
        notBefore: earliestPurge(call, settings),
        ...deletionDates(answer?.object?.fields ?? {}),
      },
      since: call.window,
    }),
    tells: (answer) => ({ softDelete: true, ...tellsSettings(answer) }),
  };
}

/** Before this no retention interval can be over that begins with the call. */
function earliestPurge(call: Call, { retentionDays = RETENTION_DAYS.least }: KnownSettings): number {
  return Math.floor(call.window.from) - STAMP_TOLERANCE + retentionDays * DAY;
}

const DELETION_RULES: readonly RuleId[] = [
  'DL-01',
  'DL-02',
  'DL-08',
  'SD-08',
  'RT-01',
  'RT-02',
  'RT-06',
  'RT-07',
  'RT-08',
  'RT-13',
];

/** SD-06: without soft delete the object is gone at once, and its name is free. */
function destroyed(call: Call<DeleteCommand>, world: World, live: Live, version: Version): Outcome {
  // SD-10: issuers and contacts are deleted at once in any vault.
  const isSetting = !hasVersions(call.command.kind);
  const settings: KnownSettings = { ...world.settings, softDelete: false };
  const shown = latest(call, live, version, settings);
  const tags = shown.fields.tags ?? { absent: true };
  // Two answers of 2015 leave the tags out.
  const fields: ObjectPattern['fields'] = { ...shown.fields, tags: isEarly(call) ? optional(tags) : tags };
  const gone: Absent = { phase: 'absent', gone: 'destroyed', former: idsOf(live.content) };
  return {
    pattern: { status: [200], object: { ...shown, fields } },
    rules: isSetting ? ['SD-10', 'CR-10'] : ['SD-06'],
    ...(!isSetting && { when: 'in a vault without soft delete', tells: () => ({ softDelete: false }) }),
    next: () => gone,
  };
}

function isEarly(call: Call): boolean {
  return call.window.to < Date.UTC(2016, 0, 1) / 1000;
}

function optional(pattern: FieldPattern): FieldPattern {
  return { optional: pattern };
}

function latest(call: Call, live: Live, version: Version, settings: KnownSettings): ObjectPattern {
  const id: VersionPattern = version.id === undefined ? { any: true } : { is: version.id };
  return showObject(call, 'bundle', id, objectFacts(call, live.content, version), settings);
}
