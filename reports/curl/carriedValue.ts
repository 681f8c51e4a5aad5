import type { SequenceRow, WireReply } from '../../model/event.ts';
import type { Json } from '../../model/json.ts';
import { pathAfterVault } from './requestPath.ts';

/** Something that a reply gave and a later call of the sequence sends back. */
export interface CarriedValue {
  /** The variable of the script that keeps it. */
  readonly variable: string;
  /** How it reads in the recorded calls. */
  readonly text: string;
  /** The function of the script that takes it from the last reply, with its argument. */
  readonly take: string;
}

/** The last segment of an object's id. */
const VERSION_IN_ID = /\/(?:secrets|keys|certificates)\/[^/]+\/([^/?]{8,})$/;

function member(json: Json | undefined, name: string): Json | undefined {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return undefined;
  return Object.entries(json).find(([key]) => key === name)?.[1];
}

function text(json: Json | undefined): string | undefined {
  return typeof json === 'string' && json.length >= 8 ? json : undefined;
}

function textField({ body }: WireReply, field: string): string | undefined {
  return text(member(body, field));
}

/** The id of an object; a key has it with its material. */
function idOf({ body }: WireReply): string | undefined {
  const key = member(body, 'key');
  return text(member(body, 'id')) ?? text(member(key, 'kid'));
}

/** Calls whose answer holds what only the target can make: backups, and what is sealed or signed with a key. */
const GIVES_VALUE = /\/(?:backup|encrypt|wrapkey|sign)(?:\?|$)/;

/** Everything that later calls could take from the reply of a row. */
function offers(row: SequenceRow, number: number): readonly CarriedValue[] {
  if (row.reply === undefined) return [];
  const version = VERSION_IN_ID.exec(idOf(row.reply) ?? '')?.[1];
  const next = textField(row.reply, 'nextLink');
  const isSealed = GIVES_VALUE.test(row.request?.url ?? '');
  const value = isSealed ? textField(row.reply, 'value') : undefined;
  const offered: CarriedValue[] = [];
  if (version !== undefined) offered.push({ variable: `version_${number}`, text: version, take: 'version' });
  if (next !== undefined) {
    offered.push({ variable: `next_${number}`, text: pathAfterVault(next), take: 'next_path' });
  }
  if (value !== undefined) offered.push({ variable: `value_${number}`, text: value, take: 'field value' });
  return offered;
}

/** Whether a later call sends the value. */
function isSent(row: SequenceRow, value: CarriedValue): boolean {
  if (row.request === undefined) return false;
  const { url, body } = row.request;
  if (value.take === 'next_path') return pathAfterVault(url) === value.text;
  return url.includes(value.text) || (body !== undefined && JSON.stringify(body).includes(value.text));
}

/** For each row, what its reply gives that a later row sends. */
export function carriedValues(rows: readonly SequenceRow[]): readonly (readonly CarriedValue[])[] {
  return rows.map((row, index) =>
    offers(row, index + 1).filter((value) => rows.slice(index + 1).some((later) => isSent(later, value))),
  );
}
