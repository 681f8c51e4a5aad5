import type { Membership } from '../membership.ts';
import { unchanged } from '../outcome.ts';
import { listDifference, WEIGHT } from '../pattern/difference.ts';
import type { RuleId } from '../rule.ts';
import { membership } from '../rules/visibility/membership.ts';
import { ABSENT, type ObjectState } from '../world/objectState.ts';
import type { Departure } from './departure.ts';
import type { Attempt } from './explanation.ts';
import { hiddenSteps, type Reached } from './hiddenSteps.ts';
import { departuresOf, nearestOf, neverSettled } from './nearest.ts';
import { isTouched, type PageCase, wholeAttempt } from './pageCase.ts';
import { distinct } from './stateSet.ts';

/** What the names tell that a list did not show. */
export interface Unlisted {
  readonly departures: readonly Departure[];
  /** Names whose states are narrowed down by their not being listed. */
  readonly moved: ReadonlyMap<string, readonly ObjectState[]>;
  /** Rules that keep names out of the list. */
  readonly rules: readonly RuleId[];
}

/** Once the last page is there, every name that must be listed must have been (LS-01, LS-02). */
export function unlistedNames(page: PageCase): Unlisted {
  const { traversal, answer } = page;
  const departures: Departure[] = [];
  const moved = new Map<string, readonly ObjectState[]>();
  const rules = new Set<RuleId>();
  if (!traversal.isWhole || answer.page?.next !== undefined) return { departures, moved, rules: [] };
  for (const [name, states] of page.known) {
    if (!page.isOwn(name) || traversal.listed.has(name) || isTouched(page, name)) continue;
    const reached = reachedMeanwhile(page, name, states);
    const unlisted = reached.filter(({ member }) => member.mayBeMissing);
    const timely = unlisted.filter(({ overdue }) => !overdue);
    const possible = timely.length > 0 ? timely : unlisted;
    if (possible.length > 0) moved.set(name, distinct(possible.map(({ object }) => object)));
    if (unlisted.length === 0) departures.push(...missing(page, name, reached));
    else if (timely.length === 0) departures.push(overdue(page, name, reached, unlisted));
    for (const rule of commonRules(timely.map(({ member }) => member.rules))) rules.add(rule);
  }
  return { departures, moved, rules: [...rules] };
}

/** Where a name may have been, and how a list shows it there. */
interface Place extends Reached {
  readonly member: Membership;
}

/** The page on which a name should have been may be any of those read since the first. */
function reachedMeanwhile(
  { call, traversal, settings, patience }: PageCase,
  name: string,
  states: readonly ObjectState[],
): readonly Place[] {
  const spanning = { ...call, name, window: { from: traversal.began, to: call.window.to } };
  return states
    .flatMap((object) => hiddenSteps(object, spanning.window, patience))
    .map((reached) => ({ ...reached, member: membership(spanning, { settings, object: reached.object }) }));
}

function missing(page: PageCase, name: string, reached: readonly Place[]): readonly Departure[] {
  const all = attemptsOf(name, reached);
  const departures = departuresOf(page.call.command, page.answer, all, nearest(page, all));
  return departures.map((departure) => ({ ...departure, subject: name }));
}

/** The name is in a transition that should have been over, or else it would be listed. */
function overdue(page: PageCase, name: string, reached: readonly Place[], late: readonly Place[]): Departure {
  const { command } = page.call;
  const departure = neverSettled(
    command,
    page.answer,
    attemptsOf(name, reached),
    nearest(page, attemptsOf(name, late)),
  );
  return { ...departure, subject: name };
}

function attemptsOf(name: string, places: readonly Place[]): readonly Attempt[] {
  return places.map(({ object, overdue, member }): Attempt => {
    const text = `${name} is not listed, although it is ${object.phase}`;
    const differences = [listDifference('listed', 'not listed', WEIGHT.version, text)];
    return {
      object,
      outcome: member.listed ?? unchanged(object, { status: [200] }, ['LS-01']),
      overdue,
      differences,
    };
  });
}

function nearest({ answer, call }: PageCase, all: readonly Attempt[]): Attempt {
  return nearestOf(all) ?? wholeAttempt(unchanged(ABSENT, { status: [200] }, ['LS-01']), answer, call);
}

function commonRules([first, ...others]: readonly (readonly RuleId[])[]): readonly RuleId[] {
  return (first ?? []).filter((rule) => others.every((other) => other.includes(rule)));
}
