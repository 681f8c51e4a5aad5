import type { Answer, ObjectView } from '../answer.ts';
import type { Call } from '../call.ts';
import type { ListCommand } from '../command.ts';
import { type Outcome, unchanged } from '../outcome.ts';
import { type Difference, WEIGHT } from '../pattern/difference.ts';
import { matchAnswer } from '../pattern/pattern.ts';
import type { RuleId } from '../rule.ts';
import { notSupported } from '../rules/errors/refusals.ts';
import { invalidity, LIMITS } from '../rules/limits/invalidRequest.ts';
import { permissionRefusal } from '../rules/permissions/permissionRefusal.ts';
import { membership } from '../rules/visibility/membership.ts';
import { agreed, joined, type KnownSettings } from '../world/knownSettings.ts';
import { ABSENT, anythingOf, type ObjectState } from '../world/objectState.ts';
import type { Departure } from './departure.ts';
import type { Attempt } from './explanation.ts';
import { hiddenSteps, type Patience } from './hiddenSteps.ts';
import type { Judged } from './judged.ts';
import { departureOf, nearestOf } from './nearest.ts';
import { distinct } from './stateSet.ts';
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

/** Judges one page of `GET /secrets` or `GET /deletedsecrets`, name by name. */
export function judgePage(page: PageCase): PageResult {
  const { call, answer, settings } = page;
  const refusals = refusalsOf(call, settings);
  const invalid = isInvalid(call);
  // SD-07: without soft delete there is no list of deleted objects.
  const isLegacy = call.command.op === 'listDeleted' && settings.softDelete === false;
  if (!answer.page || invalid || isLegacy) return judgeWhole(page, refusals, invalid || isLegacy);
  const departures: Departure[] = [];
  const rules = new Set<RuleId>(['LS-06']);
  const moved = new Map<string, readonly ObjectState[]>();
  let told: KnownSettings = {};
  for (const item of answer.page.items) {
    const result = judgeItem(page, item, joined(settings, told) ?? settings);
    for (const rule of result.rules) rules.add(rule);
    departures.push(...result.departures);
    if (result.after) moved.set(item.name.toLowerCase(), result.after);
    told = joined(told, result.told) ?? told;
  }
  departures.push(...shapeDepartures(page), ...missingDepartures(page, moved, rules));
  const state = { before: 'anything', after: 'anything' };
  const judgement = departures.length > 0 ? 'unexplained' : 'explained';
  return { judged: { judgement, rules: [...rules], state, departures }, moved, told };
}

interface ItemResult {
  readonly rules: readonly RuleId[];
  readonly departures: readonly Departure[];
  readonly after?: readonly ObjectState[];
  readonly told: KnownSettings;
}

function judgeItem(page: PageCase, item: ObjectView, settings: KnownSettings): ItemResult {
  const name = item.name.toLowerCase();
  const { traversal, call, patience } = page;
  if (isTouched(page, name)) {
    traversal.listed.add(name);
    return { rules: [], departures: [], told: {} };
  }
  const twice = traversal.listed.has(name);
  traversal.listed.add(name);
  const named: Call<ListCommand> = { ...call, name };
  const shown: Answer = { status: 200, object: item, oddities: [] };
  const all = possibleStates(page, name, item, twice)
    .flatMap((object) => hiddenSteps(object, call.window, patience))
    .map(({ object, overdue }) => itemAttempt(named, object, overdue, shown, settings));
  const fitting = all.filter(({ differences }) => differences.length === 0);
  if (twice && !isReplaced(page, name, item)) {
    return { rules: [], departures: [listedTwice(page, all, shown)], told: {} };
  }
  if (fitting.length === 0) {
    const nearest = nearestOf(all);
    const departures = nearest ? [{ ...departureOf(call.command, shown, all, nearest), subject: name }] : [];
    return { rules: [], departures, told: {} };
  }
  const told = fitting.map(({ outcome }) => outcome.tells?.(shown) ?? {}).reduce(agreed);
  const after = distinct(fitting.map(({ outcome }) => outcome.next(shown)));
  return { rules: fitting[0]?.outcome.rules ?? [], departures: [], after, told };
}

/** The states that an item may show its name in: of others' names more, because what is done with them is not seen. */
function possibleStates(
  page: PageCase,
  name: string,
  item: ObjectView,
  twice: boolean,
): readonly ObjectState[] {
  const anything = anythingOf(page.call.command.kind);
  if (twice && isReplaced(page, name, item)) return anything;
  const states = page.states(name);
  if (page.isOwn(name)) return states;
  return page.call.strictness.service ? states.flatMap(elsewhere) : anything;
}

/** What may have become of somebody else's object since it was seen: deleted, or recovered. */
function elsewhere(object: ObjectState): readonly ObjectState[] {
  if (object.phase === 'live') return [object, { phase: 'deleted', content: object.content, deletion: {} }];
  return object.phase === 'deleted' ? [object, { phase: 'live', content: object.content }] : [object];
}

/** Whether a recorder gave two objects one name: the item was made or deleted at another time than the one known. */
function isReplaced(page: PageCase, name: string, { fields }: ObjectView): boolean {
  if (!page.call.strictness.service) return false;
  return !page.states(name).some((state) => {
    if (!('content' in state)) return false;
    const created = state.content.versions.at(-1)?.facts.created;
    const deleted = 'deletion' in state ? state.deletion.deletedDate : undefined;
    return created === fields.created || (deleted !== undefined && deleted === fields.deletedDate);
  });
}

/** An item held against what the list may show of its name in one state. */
function itemAttempt(
  call: Call<ListCommand>,
  object: ObjectState,
  overdue: boolean,
  shown: Answer,
  settings: KnownSettings,
): Attempt {
  const { listed, rules } = membership(call, { settings, object });
  if (listed) {
    return {
      object,
      outcome: listed,
      overdue,
      differences: matchAnswer(listed.pattern, shown, call.strictness),
    };
  }
  const text = `${call.name} is listed, although it is ${object.phase}`;
  const differences = [differs('not listed', 'listed', WEIGHT.outcome, text)];
  return { object, outcome: unchanged(object, { status: [200] }, rules), overdue, differences };
}

function listedTwice(page: PageCase, all: readonly Attempt[], shown: Answer): Departure {
  const nearest =
    nearestOf(all) ?? wholeAttempt(unchanged(ABSENT, { status: [200] }, ['LS-06']), shown, page.call);
  const text = `${nameOf(shown)} is listed twice`;
  const differences = [differs('each name once', 'listed twice', WEIGHT.version, text)];
  return {
    ...departureOf(page.call.command, shown, all, { ...nearest, differences }),
    subject: nameOf(shown).toLowerCase(),
  };
}

/** Once the last page is there, every name that must be listed must have been (LS-01, LS-02). */
function missingDepartures(
  page: PageCase,
  moved: Map<string, readonly ObjectState[]>,
  rules: Set<RuleId>,
): readonly Departure[] {
  const { traversal, answer, settings, patience } = page;
  if (!traversal.isWhole || answer.page?.next !== undefined) return [];
  // The page on which a name should have been may be any of those read since the first.
  const call = { ...page.call, window: { from: traversal.began, to: page.call.window.to } };
  const departures: Departure[] = [];
  for (const [name, states] of page.known) {
    if (!page.isOwn(name) || traversal.listed.has(name) || isTouched(page, name)) continue;
    const reached = states.flatMap((object) => hiddenSteps(object, call.window, patience));
    const unlisted = reached
      .map(({ object }) => ({ object, member: membership({ ...call, name }, { settings, object }) }))
      .filter(({ member }) => member.mayBeMissing);
    if (unlisted.length > 0) {
      moved.set(name, distinct(unlisted.map(({ object }) => object)));
      for (const rule of commonRules(unlisted.map(({ member }) => member.rules))) rules.add(rule);
    } else departures.push(missing(page, name, reached));
  }
  return departures;
}

/** Whether other calls may have changed the name while the list was read: what it shows of it proves nothing. */
function isTouched({ traversal, call }: PageCase, name: string): boolean {
  return traversal.touched.has(`${call.command.kind}/${name}`);
}

function missing(
  page: PageCase,
  name: string,
  reached: readonly { readonly object: ObjectState }[],
): Departure {
  const { call, settings, answer } = page;
  const all = reached.map(({ object }): Attempt => {
    const outcome = membership({ ...call, name }, { settings, object }).listed;
    const text = `${name} is not listed, although it is ${object.phase}`;
    const differences = [differs('listed', 'not listed', WEIGHT.version, text)];
    return {
      object,
      outcome: outcome ?? unchanged(object, { status: [200] }, ['LS-01']),
      overdue: false,
      differences,
    };
  });
  const nearest =
    nearestOf(all) ?? wholeAttempt(unchanged(ABSENT, { status: [200] }, ['LS-01']), answer, call);
  return { ...departureOf(call.command, answer, all, nearest), subject: name };
}

function commonRules([first, ...others]: readonly (readonly RuleId[])[]): readonly RuleId[] {
  return (first ?? []).filter((rule) => others.every((other) => other.includes(rule)));
}

function isInvalid(call: Call): boolean {
  const invalid = invalidity(call);
  return invalid !== undefined && !invalid.unspecified;
}

/** Oddities of the page's shape, and a page longer than was asked for (LS-06). */
function shapeDepartures(page: PageCase): readonly Departure[] {
  const { call, answer } = page;
  const { kind, maxResults = LIMITS.page } = call.command;
  // Recordings: `$top` is a wish, on the management plane.
  const asked = kind === 'vault' || invalidity(call) ? Number.POSITIVE_INFINITY : maxResults;
  const items = answer.page?.items.length ?? 0;
  const attempt = wholeAttempt(unchanged(ABSENT, { status: [200] }, ['LS-06']), answer, call);
  const text = `a page has ${items} items, although at most ${asked} were asked for`;
  const long = items > asked ? [differs(`at most ${asked} items`, 'a longer page', WEIGHT.shape, text)] : [];
  const differences = [...attempt.differences, ...long];
  if (differences.length === 0) return [];
  return [departureOf(call.command, answer, [attempt], { ...attempt, differences }, THE_VAULT)];
}

/** What stands for a state where a list as a whole is judged. */
const THE_VAULT = 'the vault';

/** Judges an answer that is no list, or one to a request that cannot be valid. */
function judgeWhole(page: PageCase, refusals: readonly Outcome[], invalid: boolean): PageResult {
  const { call, answer, settings } = page;
  const list: readonly Outcome[] = invalid
    ? []
    : [unchanged(ABSENT, { status: [200], page: ANY_PAGE }, ['LS-06'])];
  const all = [...list, ...refusals].map((outcome) => wholeAttempt(outcome, answer, call));
  const fitting = all.find(({ differences }) => differences.length === 0);
  const state = { before: 'anything', after: 'anything' };
  if (fitting) {
    const told = fitting.outcome.tells?.(answer) ?? {};
    const judgement = fitting.outcome.unspecified ? 'unspecified' : 'explained';
    const judged: Judged = { judgement, rules: fitting.outcome.rules, state, departures: [] };
    return { judged, moved: new Map(), told: joined(settings, told) ? told : {} };
  }
  const nearest = nearestOf(all);
  const departures = nearest ? [departureOf(call.command, answer, all, nearest, THE_VAULT)] : [];
  return { judged: { judgement: 'unexplained', rules: [], state, departures }, moved: new Map(), told: {} };
}

const ANY_PAGE = { items: [], due: [], seen: [] };

/** How a list as a whole may be refused. */
function refusalsOf(call: Call<ListCommand>, settings: KnownSettings): readonly Outcome[] {
  const invalid = invalidity(call);
  const refusals: Outcome[] = (invalid?.patterns ?? []).map((pattern) => ({
    ...unchanged(ABSENT, pattern, [...(invalid?.rules ?? []), 'ER-02']),
    ...(invalid?.unspecified && { unspecified: true }),
  }));
  if (call.strictness.service)
    refusals.push(unchanged(ABSENT, permissionRefusal(call.command.kind), ['ER-11', 'PM-01', 'ER-02']));
  if (call.command.op !== 'listDeleted' || settings.softDelete === true) return refusals;
  const legacy: Outcome = {
    ...unchanged(ABSENT, notSupported(call.strictness), ['SD-07', 'ER-12'], 'in a vault without soft delete'),
    tells: () => ({ softDelete: false }),
  };
  return [...refusals, legacy];
}

function wholeAttempt(outcome: Outcome, answer: Answer, call: Call): Attempt {
  const differences = matchAnswer(outcome.pattern, answer, call.strictness);
  return { object: ABSENT, outcome, overdue: false, differences };
}

function differs(expected: string, observed: string, weight: number, text: string): Difference {
  return { field: 'list', expected, observed, weight, text };
}

function nameOf(shown: Answer): string {
  return shown.object?.name ?? '';
}
