import type { Command } from '../../model/command.ts';
import type { Json } from '../../model/json.ts';

/**
 * Undoes a recorder's half-done replacement of names: it took the random digits at the end of a name off in the
 * address and left them in the answer, or the other way round. Anything else that differs is left to be judged.
 */
export function withoutSuffix(command: Command, body: Json): Json {
  if (!('name' in command)) return body;
  const { name } = command;
  return mend(body, (text) =>
    text.replace(NAME_PLACE, (whole, before: string, other: string) =>
      isSpelling(name, other) ? `${before}${name}` : whole,
    ),
  );
}

/** Where an answer names its object: in an id behind the collection, and in the texts of a 404. */
const NAME_PLACE = /((?:secrets|keys|certificates)\/|not found: |\(name\/id\) )([0-9A-Za-z-]+)/g;

/** Whether one name is the other with digits behind it. */
function isSpelling(name: string, other: string): boolean {
  if (name === other) return false;
  const [short, long] = name.length < other.length ? [name, other] : [other, name];
  return long.startsWith(short) && /^\d+$/.test(long.slice(short.length));
}

function mend(json: Json, change: (text: string) => string): Json {
  if (typeof json === 'string') return change(json);
  if (Array.isArray(json)) return json.map((item: Json) => mend(item, change));
  if (typeof json !== 'object' || json === null) return json;
  const entries = Object.entries(json);
  return Object.fromEntries(
    entries.map(([key, value]) => [key, MENDED.has(key) ? mend(value, change) : value]),
  );
}

/** The fields in which names stand, and those that hold such fields. */
const MENDED: ReadonlySet<string> = new Set([
  'id',
  'kid',
  'sid',
  'recoveryId',
  'pending',
  'key',
  'error',
  'message',
]);
