import type { Answer } from '../answer.ts';
import type { Command } from '../command.ts';
import type { Expectation } from '../event.ts';
import type { Outcome } from '../outcome.ts';
import { type Difference, instant } from '../pattern/difference.ts';
import type { RuleId } from '../rule.ts';
import type { Phase } from '../world/objectState.ts';
import { DATES, type Departure, signed } from './departure.ts';
import { describeAnswer, describeItem, describePattern, describeState } from './describe.ts';
import { type Attempt, distance } from './explanation.ts';
import { type Fault, faultsOf } from './faults.ts';
import { operationName } from './operationName.ts';
import { readingRemark } from './readingRemark.ts';
import { severityOf } from './severity.ts';

/** The attempt whose outcome the answer is nearest to: of those in time, and that rules decide, while there are any. */
export function nearestOf(all: readonly Attempt[]): Attempt | undefined {
  const timely = all.filter(({ overdue }) => !overdue);
  const decided = timely.filter(({ outcome }) => !outcome.unspecified);
  const pool = decided.length > 0 ? decided : timely.length > 0 ? timely : all;
  let best: Attempt | undefined;
  for (const attempt of pool) if (!best || isNearer(attempt, best)) best = attempt;
  return best;
}

/**
 * Of two that are equally near, the one of a settled state tells a reader more. So it does where neither has the status
 * of the answer: what may come only while something settles is not what a target owes.
 */
function isNearer(a: Attempt, b: Attempt): boolean {
  const isSurer = isTransitional(b) && !isTransitional(a);
  if (missesStatus(a) && missesStatus(b) && isTransitional(a) !== isTransitional(b)) return isSurer;
  const difference = distance(a) - distance(b);
  return difference < 0 || (difference === 0 && isSurer);
}

function missesStatus({ differences }: Attempt): boolean {
  return differences.some(({ field }) => field === 'status');
}

function isTransitional({ object, outcome }: Attempt): boolean {
  if (outcome.rules.includes('AS-03')) return true;
  return object.phase === 'deleting' || object.phase === 'recovering' || object.phase === 'purging';
}

/**
 * What a report says of an answer that nothing explains: one departure for each of its faults.
 * @param place what the answer is about as a whole, in words; one name, and the nearest attempt's state, unless given
 */
export function departuresOf(
  command: Command,
  answer: Answer,
  all: readonly Attempt[],
  nearest: Attempt,
  place?: string,
): readonly Departure[] {
  return faultsOf(command, answer, nearest).map((fault) =>
    departure(command, answer, all, nearest, place, fault),
  );
}

function departure(
  command: Command,
  answer: Answer,
  all: readonly Attempt[],
  nearest: Attempt,
  place: string | undefined,
  { rules, what, differences }: Fault,
): Departure {
  const state = place ?? describeState([nearest.object]);
  const isItem = place === undefined && isWholeList(command);
  const operation = operationName(command);
  const remark = readingRemark(command, answer, nearest.object, differences);
  return {
    ...signed(operation, state, rules[0] ?? 'ER-02', what),
    severity: severityOf({
      command,
      objects: statesOf(all),
      answer,
      mustSucceed: nearest.outcome.pattern.status.some((status) => status < 400),
      differences,
      isInvalid: nearest.outcome.because !== undefined,
      isForbidden: nearest.outcome.refusesCaller === true,
    }),
    rules,
    operation,
    state,
    differs: inWords(differences, nearest),
    expected: expectations(timely(all), { isItem }),
    observed: describeAnswer(answer),
    wrongOutcome: differences.some(({ field }) => field === 'status'),
    ...(remark !== undefined && { remark }),
  };
}

function isWholeList({ op }: Command): boolean {
  return op === 'list' || op === 'listDeleted';
}

/** The rules by which a state must have been left. */
const UNSETTLED: Readonly<Partial<Record<Phase, readonly RuleId[]>>> = {
  deleted: ['RT-10', 'RT-14'],
  purging: ['NR-09', 'AS-05'],
};

/** A departure of its own kind: the answer fits a transition that should have been over. */
export function neverSettled(
  command: Command,
  answer: Answer,
  all: readonly Attempt[],
  overdue: Attempt,
): Departure {
  const operation = operationName(command);
  const state = describeState([overdue.object]);
  const rules = UNSETTLED[overdue.object.phase] ?? ['AS-01', 'AS-03'];
  return {
    ...signed(operation, state, rules[0] ?? 'AS-01', 'never settled'),
    severity: overdue.object.phase === 'deleted' ? 'data-reachable' : 'wrong-outcome',
    rules,
    operation,
    state,
    differs: `never settled: still ${state} after the longest time allowed`,
    expected: expectations(timely(all)),
    observed: describeAnswer(answer),
    wrongOutcome: true,
  };
}

function statesOf(all: readonly Attempt[]): Attempt['object'][] {
  const timely = all.filter(({ overdue }) => !overdue);
  return (timely.length > 0 ? timely : all).map(({ object }) => object);
}

/** Differences that are told one by one. */
const MOST_TOLD = 2;

function inWords(differences: readonly Difference[], { outcome }: Attempt): string {
  const told = differences.slice(0, MOST_TOLD).map(textOf);
  const more = differences.length - told.length;
  const because = differences[0]?.field === 'status' && outcome.because ? `, for ${outcome.because}` : '';
  return `${told.join('; ')}${more > 0 ? `; and ${more} more like that` : ''}${because}`;
}

function textOf({ field, expected, observed, text }: Difference): string {
  if (text !== undefined) return text;
  const dated = DATES.includes(field);
  return `${field} is ${dated ? withDate(observed) : observed} where the rules allow ${dated ? withDate(expected) : expected}`;
}

function withDate(text: string): string {
  return /^\d{9,11}$/.test(text) ? instant(Number(text)) : text;
}

/**
 * The answers that outcomes allow, each once, with the rules that allow it.
 * @param isItem whether the outcomes are about one item of a list; false unless given
 */
export function expectations(
  outcomes: readonly Outcome[],
  { isItem = false }: { readonly isItem?: boolean } = {},
): readonly Expectation[] {
  const byAnswer = new Map<string, Expectation>();
  for (const outcome of outcomes) {
    const answer = isItem ? describeItem(outcome.pattern) : describePattern(outcome.pattern);
    const known = byAnswer.get(answer);
    const rules = [...new Set([...(known?.rules ?? []), ...outcome.rules])];
    const when = known && known.when !== outcome.when ? undefined : outcome.when;
    byAnswer.set(answer, { answer, rules, ...(when !== undefined && { when }) });
  }
  return [...byAnswer.values()];
}

function timely(all: readonly Attempt[]): readonly Outcome[] {
  return all.filter(({ overdue }) => !overdue).map(({ outcome }) => outcome);
}
