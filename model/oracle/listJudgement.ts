import type { Answer, ObjectView } from '../answer.ts';
import type { Call } from '../call.ts';
import type { ListCommand } from '../command.ts';
import { type Outcome, unchanged } from '../outcome.ts';
import { WEIGHT } from '../pattern/difference.ts';
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
import { hiddenSteps } from './hiddenSteps.ts';
import type { Judged } from './judged.ts';
import { departureOf, nearestOf, neverSettled } from './nearest.ts';
import { differs, isTouched, type PageCase, wholeAttempt } from './pageCase.ts';
import { distinct } from './stateSet.ts';
import { unlistedNames } from './unlistedNames.ts';

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
  const unlisted = unlistedNames(page);
  for (const [name, states] of unlisted.moved) moved.set(name, states);
  for (const rule of unlisted.rules) rules.add(rule);
  departures.push(...shapeDepartures(page), ...unlisted.departures);
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
  if (twice && (!isReplaced(page, name, item) || isRepeated(page, item))) {
    return { rules: [], departures: [listedTwice(page, all, shown)], told: {} };
  }
  if (fitting.length === 0) {
    const nearest = nearestOf(all);
    const departures = nearest ? [{ ...departureOf(call.command, shown, all, nearest), subject: name }] : [];
    return { rules: [], departures, told: {} };
  }
  const timely = fitting.filter(({ overdue }) => !overdue);
  const explaining = timely.length > 0 ? timely : fitting;
  const told = explaining.map(({ outcome }) => outcome.tells?.(shown) ?? {}).reduce(agreed);
  const after = distinct(explaining.map(({ outcome }) => outcome.next(shown)));
  const [late] = fitting;
  if (late && timely.length === 0) {
    const departure = { ...neverSettled(call.command, shown, all, late), subject: name };
    return { rules: [], departures: [departure], after, told };
  }
  return { rules: explaining[0]?.outcome.rules ?? [], departures: [], after, told };
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

/** Whether the page shows the very same item again: two objects that a recorder gave one name differ. */
function isRepeated({ answer }: PageCase, item: ObjectView): boolean {
  const text = JSON.stringify(item);
  return (answer.page?.items ?? []).filter((other) => JSON.stringify(other) === text).length > 1;
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

function nameOf(shown: Answer): string {
  return shown.object?.name ?? '';
}
