import type { Call } from '../../call.ts';
import type { RestoreCommand } from '../../command.ts';
import type { JsonObject } from '../../json.ts';
import { type Outcome, unchanged } from '../../outcome.ts';
import type { ObjectPattern, VersionPattern } from '../../pattern/objectPattern.ts';
import type { RuleId } from '../../rule.ts';
import { type Content, currentOf, UNKNOWN_CONTENT } from '../../world/content.ts';
import type { Absent, Phase } from '../../world/objectState.ts';
import type { World } from '../../world/world.ts';
import { unlessRestoreTaken } from '../certificates/unlessTaken.ts';
import { anyRefusal, malformedBlob, nameTaken, restoreConflict } from '../errors/refusals.ts';
import { learnObject, tellsSettings } from '../visibility/learning.ts';
import { objectFacts } from '../visibility/objectFacts.ts';
import { showObject } from '../visibility/objectViews.ts';
import { canRestore } from './reach.ts';

/** NR-10, BK-04: a restore never overwrites; while a deletion or purge settles its conflict has no inner code (recordings). */
const CONFLICT: Readonly<Record<Exclude<Phase, 'absent'>, readonly RuleId[]>> = {
  live: ['NR-10', 'BK-04', 'ER-02'],
  deleting: ['NR-10', 'BK-04', 'AS-03'],
  deleted: ['NR-10', 'BK-04', 'ER-02'],
  recovering: ['NR-10', 'BK-04', 'AS-03'],
  purging: ['NR-10', 'BK-04', 'AS-05'],
};

/** `POST /secrets/restore`. */
export function restoreObject(call: Call<RestoreCommand>, world: World): Outcome[] {
  const { object } = world;
  const { kind } = call.command;
  const refused = unchanged(object, malformedBlob(), ['BK-06', 'ER-02']);
  if (call.command.malformed) return [refused];
  if (canRestore(call.origin, world.settings.place) === 'no')
    return [unchanged(object, anyRefusal(), ['BK-05', 'ER-02'], 'outside of its subscription and geography')];
  const malformed = call.snapshot ? [] : [refused];
  if (object.phase === 'absent')
    return [...unlessRestoreTaken(call, object, [restored(call, world, object)]), ...malformed];
  const when = object.phase === 'purging' ? 'while the purge settles' : undefined;
  const isRecorded = object.phase === 'deleting' || object.phase === 'purging';
  const conflict = isRecorded ? restoreConflict(kind, call.name) : nameTaken();
  return [unchanged(object, conflict, CONFLICT[object.phase], when), ...malformed];
}

/** BK-03: versions, ids, dates and tags as they were when the backup was taken. */
function restored(call: Call<RestoreCommand>, world: World, absent: Absent): Outcome {
  const content = withoutOperation(call.snapshot ?? UNKNOWN_CONTENT);
  const current = currentOf(content);
  const id: VersionPattern = current?.id === undefined ? { any: true } : { is: current.id };
  const shown = showObject(call, 'restored', id, objectFacts(call, content, current), world.settings);
  return {
    pattern: { status: [200], object: withoutNames(shown, content) },
    rules: ['BK-03', ...(absent.gone ? (['BK-08', 'NR-03'] as const) : []), ...fromAfar(call, world)],
    next: (answer) => ({
      phase: 'live',
      content: withoutOperation({ ...learnObject(call, content, answer, 'restored', true), recoveries: 0 }),
    }),
    tells: tellsSettings,
  };
}

/** BK-05: another region of the same geography will do. */
function fromAfar({ origin }: Call, { settings: { place } }: World): readonly RuleId[] {
  return canRestore(origin, place) === 'yes' && origin?.location !== place?.location ? ['BK-05'] : [];
}

/** Recordings: the policy of a restored certificate has lost its alternative names. */
function withoutNames(shown: ObjectPattern, { certificate }: Content): ObjectPattern {
  const policy = certificate?.policy as { readonly x509_props?: JsonObject } | undefined;
  if (!policy?.x509_props) return shown;
  const { sans: _names, ...properties } = policy.x509_props;
  const either = { oneOf: [policy as JsonObject, { ...policy, x509_props: properties }] };
  return { ...shown, fields: { ...shown.fields, policy: either } };
}

/** A backup of a certificate holds its versions and its policy, not the operation that made it. */
function withoutOperation(content: Content): Content {
  if (!content.certificate) return content;
  // The alternative names that were asked for may be lost with the restore.
  const { asked: _asked, ...certificate } = content.certificate;
  return { ...content, certificate: { ...certificate, operation: 'none' } };
}
