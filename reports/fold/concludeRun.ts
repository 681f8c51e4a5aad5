import type { FooterEvent, Verdict } from '../../model/event.ts';
import { countOf } from '../wording/counts.ts';
import type { ExchangeCounts, RunSummary } from './runSummary.ts';

/** What a verdict rests on. */
export interface Grounds {
  /** Divergences that came again or cannot be tried again, without those that are known. */
  readonly divergences: number;
  /** Rules that were exercised. */
  readonly exercised: number;
  readonly calls: number;
  readonly exchanges: ExchangeCounts;
  readonly troubles: RunSummary['troubles'];
  /** Absent when the log was cut. */
  readonly footer?: FooterEvent;
}

/** A verdict and why it is neither `conforms` nor `diverges`. */
export interface Conclusion {
  readonly verdict: Verdict;
  readonly reason?: string;
}

/**
 * Concludes what a log says of its target. The footer's verdict stands unless the events of the log are against it:
 * a run with a divergence diverges, and one that exercised nothing, or that was cut, never conforms.
 */
export function concludeRun(grounds: Grounds): Conclusion {
  const { footer } = grounds;
  if (grounds.divergences > 0 || footer?.verdict === 'diverges') return { verdict: 'diverges' };
  if (footer?.verdict === 'inconclusive') {
    return { verdict: 'inconclusive', reason: footer.reason ?? 'the run does not say why' };
  }
  if (grounds.exercised === 0) return concludeIdle(grounds);
  if (footer === undefined) {
    const calls = countOf(grounds.calls, 'call');
    return { verdict: 'inconclusive', reason: `the log ends after ${calls}, before the run did` };
  }
  return footer.reason === undefined
    ? { verdict: footer.verdict }
    : { verdict: footer.verdict, reason: footer.reason };
}

/** Concludes a run in which no rule explained anything. */
function concludeIdle(grounds: Grounds): Conclusion {
  if (grounds.exchanges.unspecified > 0) {
    return { verdict: 'unspecified', reason: 'no rule decides any of the answers that came' };
  }
  const first = grounds.troubles[0];
  const calls =
    grounds.calls === 0 ? 'no call was made' : `${countOf(grounds.calls, 'call')} exercised no rule`;
  return { verdict: 'inconclusive', reason: first === undefined ? calls : `${calls}: ${first.text}` };
}
