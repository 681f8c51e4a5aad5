import type { Answer, Lost } from '../answer.ts';
import type { Command } from '../command.ts';
import type { Expectation, Judgement } from '../event.ts';
import type { RuleId } from '../rule.ts';
import type { Window } from '../window.ts';
import type { Departure } from './departure.ts';

/** One call and what came of it. */
export interface Observation {
  readonly command: Command;
  readonly answer: Answer | Lost;
  readonly window: Window;
  /** Names that other calls touched while this one was under way: what a list shows of them proves nothing. */
  readonly concurrent?: readonly string[];
}

/** How the oracle took an observation. */
export interface Judged {
  readonly judgement: Judgement;
  /** The rules that allow the answer: those that every explanation of it names. */
  readonly rules: readonly RuleId[];
  readonly state: { readonly before: string; readonly after: string };
  readonly departures: readonly Departure[];
  /** The open question or contradiction that the answer decides for the target, and the reading that it shows. */
  readonly reading?: readonly [question: string, reading: string];
  /** For a lost reply: the answers that would have been allowed. */
  readonly expected?: readonly Expectation[];
}
