import type { Answer } from '../answer.ts';
import type { Call } from '../call.ts';
import type { ListCommand } from '../command.ts';
import type { Outcome } from '../outcome.ts';
import { matchAnswer } from '../pattern/pattern.ts';
import type { KnownSettings } from '../world/knownSettings.ts';
import { ABSENT, type ObjectState } from '../world/objectState.ts';
import type { Attempt } from './explanation.ts';
import type { Patience } from './hiddenSteps.ts';
import type { Judged } from './judged.ts';
import type { Traversal } from './traversals.ts';

/** What a page of a vault's list is judged by. */
export interface PageCase {
  readonly call: Call<ListCommand>;
  readonly answer: Answer;
  readonly settings: KnownSettings;
  readonly patience: Patience;
  /** The list that the page belongs to. */
  readonly traversal: Traversal;
  /** The names that calls or lists have shown so far, in lower case. */
  readonly known: ReadonlyMap<string, readonly ObjectState[]>;
  readonly states: (name: string) => readonly ObjectState[];
  /** Whether a call was made about the name: what others do with theirs is not seen. */
  readonly isOwn: (name: string) => boolean;
}

/** What came of judging a page. */
export interface PageResult {
  readonly judged: Judged;
  /** Names whose states the page narrowed down. */
  readonly moved: ReadonlyMap<string, readonly ObjectState[]>;
  /** What its items tell of the vault's settings. */
  readonly told: KnownSettings;
}

/** Whether a call may have changed the name while the page was made: what it shows of it proves nothing. */
export function isBeside({ traversal, call }: PageCase, name: string): boolean {
  return traversal.beside.has(`${call.command.kind}/${name}`);
}

/** Whether calls may have changed the name since the list was begun: that it is missing, or there again, proves nothing. */
export function isTouched({ traversal, call }: PageCase, name: string): boolean {
  return traversal.touched.has(`${call.command.kind}/${name}`);
}

/** An outcome that is about a list as a whole, held against its answer. */
export function wholeAttempt(outcome: Outcome, answer: Answer, call: Call): Attempt {
  const differences = matchAnswer(outcome.pattern, answer, call.strictness);
  return { object: ABSENT, outcome, overdue: false, differences };
}
