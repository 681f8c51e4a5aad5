import type { Call } from '../../call.ts';
import type { Command } from '../../command.ts';
import { type Outcome, unchanged } from '../../outcome.ts';
import type { ObjectPattern, Relation } from '../../pattern/objectPattern.ts';
import type { World } from '../../world/world.ts';
import { transitional } from '../asynchrony/transitional.ts';
import { notFound } from '../errors/refusals.ts';
import { CREATED_FIRST } from '../visibility/serviceShapes.ts';

/** `GET` and `PUT /keys/{name}/rotationpolicy`: a document of its own, which is not soft-deleted (SD-10). */
export function rotationPolicy(call: Call<Command>, world: World): Outcome[] {
  const { object } = world;
  if (object.phase !== 'live') {
    const refused = unchanged(object, notFound('key', call.name), ['KY-03', 'DL-06', 'ER-09', 'ER-02']);
    return [refused, ...transitional(call, object)];
  }
  const unknown = { unknown: true } as const;
  // Recordings: a policy that is set again as it was keeps its date.
  const fields = { lifetimeActions: unknown, expiryTime: unknown, created: unknown, updated: unknown };
  const shown: ObjectPattern = {
    name: call.name,
    version: { none: true },
    fields,
    relations: [CREATED_FIRST, DATED],
  };
  // What the policy says is no matter of deletion: only that a live key has one.
  return [unchanged(object, { status: [200], object: shown }, ['KY-03'])];
}

/** Only the policy that every key begins with has no dates (recordings: 74 of 74). */
const DATED: Relation = {
  field: 'updated',
  demand: 'shown together with created',
  holds: ({ created, updated }) => (created === undefined) === (updated === undefined),
};
