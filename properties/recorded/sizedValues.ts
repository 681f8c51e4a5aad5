import type { Answer, Lost } from '../../model/answer.ts';
import type { Command } from '../../model/command.ts';
import type { Fields } from '../../model/fields.ts';
import type { Json } from '../../model/json.ts';

/** A token that stands for a text of so many bytes. */
const SIZED = /^<\w+:[0-9a-f]{8};bytes=(\d{1,6})>$/;

/** The command with texts as long as those that tokens stand for in it: for their length they may be refused. */
export function sizedCommand(command: Command): Command {
  if (!('input' in command) || command.input === 'unrecorded') return command;
  const value = sized(command.input.value);
  return value === command.input.value || value === undefined
    ? command
    : ({ ...command, input: { ...command.input, value } } satisfies Command);
}

/** The answer with texts as long as those that tokens stand for in it. */
export function sizedAnswer(answer: Answer | Lost): Answer | Lost {
  if ('lost' in answer || !answer.object) return answer;
  const value = sized(answer.object.fields.value);
  if (value === undefined || value === answer.object.fields.value) return answer;
  const fields: Fields = { ...answer.object.fields, value };
  return { ...answer, object: { ...answer.object, fields } };
}

function sized(value: Json | undefined): Json | undefined {
  if (typeof value !== 'string') return value;
  const bytes = SIZED.exec(value)?.[1];
  return bytes === undefined ? value : value.padEnd(Number(bytes), '.');
}
