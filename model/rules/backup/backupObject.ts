import type { Call } from '../../call.ts';
import { type Outcome, unchanged } from '../../outcome.ts';
import type { World } from '../../world/world.ts';
import { transitional } from '../asynchrony/transitional.ts';
import { methodNotAllowed, notFound } from '../errors/refusals.ts';

/** `POST /secrets/{name}/backup`: one blob with all versions of a live object, enabled or not. */
export function backupObject(call: Call, world: World): Outcome[] {
  const { object } = world;
  const { kind } = call.command;
  if (object.phase !== 'live') {
    return [
      unchanged(object, notFound(kind, call.name), ['BK-02', 'ER-09']),
      ...transitional(call, object),
      ...notYet(call, world),
    ];
  }
  return [
    { pattern: { status: [200], blob: true }, rules: ['BK-01'], next: () => object, holds: object.content },
    ...notYet(call, world),
  ];
}

/** Recorded up to 2018: a secret could not be backed up before api-version 7.0 was complete. */
function notYet(call: Call, world: World): Outcome[] {
  if (!call.strictness.service || call.window.from > Date.UTC(2019, 0, 1) / 1000) return [];
  return [unchanged(world.object, methodNotAllowed(), ['LM-07'], 'before backup of secrets existed')];
}
