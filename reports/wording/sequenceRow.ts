import type { SequenceRow } from '../../model/event.ts';
import { formatDuration } from './duration.ts';

/** A row of a shortest sequence in words, for a table. */
export interface RowText {
  /** When, since the first row. */
  readonly time: string;
  readonly state: string;
  readonly call: string;
  readonly answer: string;
}

/** Says a row of a sequence in words; the passing of time has neither state nor answer. */
export function rowText(row: SequenceRow): RowText {
  return {
    time: formatDuration(row.at),
    state: row.state ?? '',
    call: row.call,
    answer: [row.answer ?? '', ...(row.client === undefined ? [] : [`(client library: ${row.client})`])].join(
      ' ',
    ),
  };
}
