import type { SequenceRow, WireReply } from '../../model/event.ts';
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

function textField(reply: WireReply, field: string): string | undefined {
  const { body } = reply;
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined;
  const value = Object.entries(body).find(([key]) => key === field)?.[1];
  return typeof value === 'string' && value.length >= 8 ? value : undefined;
}

/** Everything that later calls could take from the reply of a row. */
function offers(row: SequenceRow, number: number): readonly CarriedValue[] {
  if (row.reply === undefined) return [];
  const version = VERSION_IN_ID.exec(textField(row.reply, 'id') ?? '')?.[1];
  const next = textField(row.reply, 'nextLink');
  const isBackup = row.request?.url.includes('/backup') === true;
  const blob = isBackup ? textField(row.reply, 'value') : undefined;
  const offered: CarriedValue[] = [];
  if (version !== undefined) offered.push({ variable: `version_${number}`, text: version, take: 'version' });
  if (next !== undefined) {
    offered.push({ variable: `next_${number}`, text: pathAfterVault(next), take: 'next_path' });
  }
  if (blob !== undefined) offered.push({ variable: `backup_${number}`, text: blob, take: 'field value' });
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
