import type { Call } from '../../call.ts';
import type { Command } from '../../command.ts';
import type { Fields } from '../../fields.ts';
import type { Json } from '../../json.ts';
import { type Outcome, unchanged } from '../../outcome.ts';
import type { FieldPattern } from '../../pattern/fieldPattern.ts';
import type { ObjectPattern, Relation } from '../../pattern/objectPattern.ts';
import type { Content } from '../../world/content.ts';
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
  const isChange = call.command.op === 'updateRotationPolicy';
  const shown: ObjectPattern = {
    name: call.name,
    version: { none: true },
    fields: isChange ? asSent(call.command) : asShown(object.content),
    relations: [CREATED_FIRST, DATED, ...(isChange ? [actionsSent(call.command)] : [])],
  };
  // What the policy says is no matter of deletion: only that a live key has one, and that it stays as it is.
  return [
    {
      ...unchanged(object, { status: [200], object: shown }, ['KY-03']),
      next: (answer) => ({ ...object, content: withRotation(object.content, answer?.object?.fields) }),
    },
  ];
}

const FIELDS = ['lifetimeActions', 'expiryTime', 'created', 'updated'] as const;

/** Recordings: it is shown as it was shown before (26 of 26); a policy that is set again as it was keeps its date. */
function asShown({ rotation, recoveries }: Content): Record<string, FieldPattern> {
  const known = rotation?.recoveries === recoveries ? rotation.shown : undefined;
  return Object.fromEntries(FIELDS.map((field) => [field, known ? one(known[field]) : { unknown: true }]));
}

function one(value: Json | undefined): FieldPattern {
  return value === undefined ? { absent: true } : { is: value };
}

function asSent(command: Command): Record<string, FieldPattern> {
  const unknown = { unknown: true } as const;
  const sent = inputOf(command);
  const expiryTime: FieldPattern = sent?.expiryTime === undefined ? unknown : { is: sent.expiryTime };
  return { lifetimeActions: unknown, expiryTime, created: unknown, updated: unknown };
}

/** KY-03: each action that was sent is shown; the service adds that it notifies. */
function actionsSent(command: Command): Relation {
  const sent = words(inputOf(command)?.lifetimeActions);
  return {
    field: 'lifetimeActions',
    demand: 'the actions that were sent',
    holds: ({ lifetimeActions }) => {
      const shown = words(lifetimeActions);
      return sent.every((action) => shown.includes(action));
    },
  };
}

/** Each action as one text; the service writes its type with a capital. */
function words(actions: Json | undefined): readonly string[] {
  if (!Array.isArray(actions)) return [];
  return actions.map((action: Json) => {
    const { trigger, action: done } = partsOf(action);
    const { timeAfterCreate, timeBeforeExpiry } = partsOf(trigger);
    return `${partsOf(done).type} ${timeAfterCreate} ${timeBeforeExpiry}`.toLowerCase();
  });
}

/** The parts of a document; none where an answer has something else in its place. */
function partsOf(json: Json | undefined): Fields {
  return typeof json === 'object' && json !== null && !Array.isArray(json) ? (json as Fields) : {};
}

function inputOf(command: Command): Fields | undefined {
  const input = 'input' in command ? command.input : undefined;
  return input === 'unrecorded' ? undefined : input;
}

function withRotation(content: Content, shown: Fields | undefined): Content {
  const { rotation: _before, ...rest } = content;
  return shown ? { ...rest, rotation: { shown, recoveries: content.recoveries } } : rest;
}

/** Only the policy that every key begins with has no dates (recordings: 74 of 74). */
const DATED: Relation = {
  field: 'updated',
  demand: 'shown together with created',
  holds: ({ created, updated }) => (created === undefined) === (updated === undefined),
};
