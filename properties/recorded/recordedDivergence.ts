import type { Divergence, SequenceRow } from '../../model/event.ts';
import type { Departure } from '../../model/oracle/departure.ts';

/** A departure that a recording shows, as a divergence: it cannot be tried again. */
export function recordedDivergence(departure: Departure, sequence: readonly SequenceRow[]): Divergence {
  const { wrongOutcome: _wrong, subject: _subject, isUnanswered: _trouble, observed, ...rest } = departure;
  return { ...rest, observed: { answer: observed }, sequence, count: 1, confirmation: 'recorded' };
}
