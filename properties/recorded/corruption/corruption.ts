import type { RecordedExchange, Recording } from '../../../adapters/recordings/recordedExchange.ts';
import type { Choices } from '../../../model/oracle/testing/choices.ts';

/** An exchange in its recording. */
export interface Site {
  readonly recording: Recording;
  /** Its position among the exchanges, from 0. */
  readonly at: number;
  readonly exchange: RecordedExchange;
}

/**
 * What speaks against a corrupted exchange, whoever judges it:
 * - `rule`: no answer of this operation looks so, in whatever state; the catalogue has a rule for it or every recording
 *   shows it;
 * - `request`: what was sent says otherwise;
 * - `recording`: another exchange of the same recording shows the same fact, and nothing was done in between that
 *   changes it.
 */
export type Evidence = 'rule' | 'request' | 'recording';

/** One way to corrupt one field of an exchange. */
export interface Corruption {
  /** What is changed, in few words. */
  readonly name: string;
  readonly against: Evidence;
  /** The corrupted exchange; undefined where there is no such field, or where nothing speaks against another value. */
  readonly corrupt: (site: Site, choices: Choices) => RecordedExchange | undefined;
}

/** Corruptions of one sort. */
export type CorruptionGroup = readonly Corruption[];
