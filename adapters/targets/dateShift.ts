import type { Answer, Lost, ObjectView } from '../../model/answer.ts';
import type { Command } from '../../model/command.ts';
import type { Fields } from '../../model/fields.ts';
import type { Json } from '../../model/json.ts';

/** Fields that are instants, Unix seconds. */
const INSTANTS: readonly string[] = ['created', 'updated', 'nbf', 'exp', 'deletedDate', 'scheduledPurgeDate'];

/**
 * A command with every instant in it moved.
 *
 * Some targets have no clock to move: they let time pass by moving all instants that they keep into the past. What a
 * caller means by an instant then lies as far in their past as time was moved in all, and what they show lies as far
 * in the future.
 * @param seconds how far: the time moved on so far, negative
 */
export function shiftCommand(command: Command, seconds: number): Command {
  if (seconds === 0 || !('input' in command) || command.input === 'unrecorded') return command;
  return { ...command, input: shiftFields(command.input, seconds) };
}

/**
 * An answer with every instant in it moved.
 * @param seconds how far: the time moved on so far
 */
export function shiftAnswer(answer: Answer | Lost, seconds: number): Answer | Lost {
  if (seconds === 0 || 'lost' in answer) return answer;
  const { object, page } = answer;
  return {
    ...answer,
    ...(object && { object: shiftObject(object, seconds) }),
    ...(page && { page: { ...page, items: page.items.map((item) => shiftObject(item, seconds)) } }),
  };
}

function shiftObject(object: ObjectView, seconds: number): ObjectView {
  return { ...object, fields: shiftFields(object.fields, seconds) };
}

/** Fields with instants among their own: a certificate's policy, and what a policy says of itself. */
const HOLDERS: readonly string[] = ['policy', 'attributes'];

/** Fields with every instant among them moved. */
export function shiftFields(fields: Fields, seconds: number): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, shiftField(name, value, seconds)]),
  );
}

function shiftField(name: string, value: Json, seconds: number): Json {
  if (INSTANTS.includes(name) && typeof value === 'number') return value + seconds;
  const isHolder =
    HOLDERS.includes(name) && typeof value === 'object' && value !== null && !Array.isArray(value);
  return isHolder ? shiftFields(value as Fields, seconds) : value;
}
