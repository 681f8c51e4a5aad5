import type { Answer, Lost, ObjectView } from '../answer.ts';
import type { Command } from '../command.ts';
import type { Observation } from './judged.ts';

/** A name in its second spelling, and the name that stands for it where the two spellings are taken for two names. */
export interface Respelling {
  readonly second: string;
  readonly other: string;
}

/** Tells how calls spelled a name; undefined unless in exactly two ways. */
export function respellingOf(commands: readonly Command[]): Respelling | undefined {
  const spellings = new Set(commands.flatMap((command) => ('name' in command ? command.name : [])));
  const [, second] = spellings;
  if (spellings.size !== 2 || second === undefined) return undefined;
  const lower = second.toLowerCase();
  // As long as the name itself, and as valid: another first character is all that it takes.
  return { second, other: `${lower.startsWith('z') ? 'y' : 'z'}${lower.slice(1)}` };
}

/** What was seen, with another name in place of the second spelling. */
export function apart({ command, answer, ...rest }: Observation, respelling: Respelling): Observation {
  if (!('name' in command)) return { ...rest, command, answer: withNames(answer, respelling) };
  if (command.name !== respelling.second) return { ...rest, command, answer };
  return { ...rest, command: { ...command, name: respelling.other }, answer: renamed(answer, respelling) };
}

/** An answer to a call about the second spelling: whatever it names is that object, in whatever letters. */
function renamed(answer: Answer | Lost, { second, other }: Respelling): Answer | Lost {
  if ('lost' in answer || answer.object?.name.toLowerCase() !== second.toLowerCase()) return answer;
  return { ...answer, object: withName(answer.object, other) };
}

/** An answer that names objects by itself: those in the second spelling are meant. */
function withNames(answer: Answer | Lost, { second, other }: Respelling): Answer | Lost {
  if ('lost' in answer) return answer;
  const rename = (object: ObjectView): ObjectView =>
    object.name === second ? withName(object, other) : object;
  const { object, page, oddities } = answer;
  return {
    ...answer,
    ...(object && { object: rename(object) }),
    ...(page && { page: { ...page, items: page.items.map(rename) } }),
    oddities: oddities.map((oddity) => (oddity.item === second ? { ...oddity, item: other } : oddity)),
  };
}

function withName(object: ObjectView, name: string): ObjectView {
  const { recoveryId } = object.fields;
  const own =
    typeof recoveryId === 'string' && recoveryId.toLowerCase().endsWith(`/${object.name.toLowerCase()}`);
  const fields = own
    ? { ...object.fields, recoveryId: recoveryId.slice(0, -object.name.length) + name }
    : object.fields;
  return { ...object, name, fields };
}
