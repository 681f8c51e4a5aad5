import type { Call } from '../../call.ts';
import type { RestoreCommand } from '../../command.ts';
import { type Outcome, unchanged } from '../../outcome.ts';
import type { VersionPattern } from '../../pattern/objectPattern.ts';
import type { RuleId } from '../../rule.ts';
import { type Content, currentOf, UNKNOWN_CONTENT } from '../../world/content.ts';
import type { Absent, Phase } from '../../world/objectState.ts';
import type { World } from '../../world/world.ts';
import { malformedBlob, restoreConflict } from '../errors/refusals.ts';
import { learnObject, tellsSettings } from '../visibility/learning.ts';
import { objectFacts } from '../visibility/objectFacts.ts';
import { showObject } from '../visibility/objectViews.ts';

/** NR-10, BK-04: a restore never overwrites; by the recordings its conflict has no inner code, whatever the state. */
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
  const malformed: Outcome[] = [];
  if (!call.snapshot) malformed.push(unchanged(object, malformedBlob(), ['BK-06', 'ER-02']));
  if (call.command.malformed) return malformed;
  if (object.phase === 'absent') return [restored(call, world, object), ...malformed];
  const when = object.phase === 'purging' ? 'while the purge settles' : undefined;
  return [unchanged(object, restoreConflict(kind), CONFLICT[object.phase], when), ...malformed];
}

/** BK-03: versions, ids, dates and tags as they were when the backup was taken. */
function restored(call: Call<RestoreCommand>, world: World, absent: Absent): Outcome {
  const content: Content = call.snapshot ?? UNKNOWN_CONTENT;
  const current = currentOf(content);
  const id: VersionPattern = current?.id === undefined ? { any: true } : { is: current.id };
  return {
    pattern: {
      status: [200],
      object: showObject(call, 'restored', id, objectFacts(call, content, current), world.settings),
    },
    rules: ['BK-03', ...(absent.gone ? (['BK-08', 'NR-03'] as const) : [])],
    next: (answer) => ({
      phase: 'live',
      content: { ...learnObject(call, content, answer, 'restored', true), recoveries: 0 },
    }),
    tells: tellsSettings,
  };
}
