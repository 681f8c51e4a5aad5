import type { Answer, ObjectView, Oddity } from '../answer.ts';
import type { Call } from '../call.ts';
import type { ListCommand } from '../command.ts';
import { unchanged } from '../outcome.ts';
import { listDifference, WEIGHT } from '../pattern/difference.ts';
import { matchAnswer } from '../pattern/pattern.ts';
import type { RuleId } from '../rule.ts';
import { accessOf } from '../rules/permissions/accessOf.ts';
import { membership } from '../rules/visibility/membership.ts';
import { agreed, joined, type KnownSettings } from '../world/knownSettings.ts';
import { ABSENT, anythingOf, type ObjectState } from '../world/objectState.ts';
import type { Departure } from './departure.ts';
import type { Attempt } from './explanation.ts';
import { hiddenSteps } from './hiddenSteps.ts';
import { judgeHidden } from './hiddenVaults.ts';
import { departuresOf, nearestOf, neverSettled } from './nearest.ts';
import { isBeside, isTouched, type PageCase, type PageResult, wholeAttempt } from './pageCase.ts';
import { distinct } from './stateSet.ts';
import { unlistedNames } from './unlistedNames.ts';
import { isInvalid, judgeWhole, shapeDepartures } from './wholeList.ts';

/** Judges one page of `GET /secrets` or `GET /deletedsecrets`, name by name. */
export function judgePage(page: PageCase): PageResult {
  const { call, answer, settings } = page;
  const invalid = isInvalid(call);
  // SD-07: without soft delete there is no list of deleted objects.
  const isLegacy = call.command.op === 'listDeleted' && settings.softDelete === false;
  const access = accessOf(call, settings);
  if (call.command.kind === 'vault' && access && access.grant !== 'granted') return judgeHidden(page, access);
  const isRefused = access?.grant === 'denied' || access?.grant === 'not let in';
  const mustFail = invalid || isLegacy || isRefused;
  if (!answer.page || mustFail) return judgeWhole(page, mustFail);
  const departures: Departure[] = [];
  const rules = new Set<RuleId>(['LS-06', ...(access?.rules ?? [])]);
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
  if (isBeside(page, name)) {
    traversal.listed.add(name);
    return { rules: [], departures: [], told: {} };
  }
  const twice = traversal.listed.has(name) && !isTouched(page, name);
  const isAnother = isReplaced(page, name, item) && (twice || isSharedByOwn(page, name));
  if (!isAnother) traversal.listed.add(name);
  const named: Call<ListCommand> = { ...call, name };
  const shown: Answer = { status: 200, object: item, oddities: odditiesOf(page.answer, item) };
  const all = possibleStates(page, name, isAnother)
    .flatMap((object) => hiddenSteps(object, call.window, patience))
    .map(({ object, overdue }) => itemAttempt(named, object, overdue, shown, settings));
  const fitting = all.filter(({ differences }) => differences.length === 0);
  if ((twice && !isAnother) || (isAnother && isRepeated(page, item))) {
    return { rules: [], departures: listedTwice(page, all, shown), told: {} };
  }
  if (fitting.length === 0) {
    const nearest = nearestOf(all);
    const departures = nearest ? departuresOf(call.command, shown, all, nearest) : [];
    return { rules: [], departures: departures.map(about(name)), told: {} };
  }
  const timely = fitting.filter(({ overdue }) => !overdue);
  const explaining = timely.length > 0 ? timely : fitting;
  const told = explaining.map(({ outcome }) => outcome.tells?.(shown) ?? {}).reduce(agreed);
  // What another object shows tells nothing of the one that calls were made about.
  const after = isAnother
    ? page.states(name)
    : distinct(explaining.map(({ outcome }) => outcome.next(shown)));
  const [late] = fitting;
  if (late && timely.length === 0) {
    const departure = { ...neverSettled(call.command, shown, all, late), subject: name };
    return { rules: [], departures: [departure], after, told };
  }
  return { rules: explaining[0]?.outcome.rules ?? [], departures: [], after, told };
}

/** What is odd in one item, by its place there. */
function odditiesOf({ oddities }: Answer, { name }: ObjectView): readonly Oddity[] {
  const own = oddities.filter(({ item }) => item === name);
  return own.map((oddity) => ({ ...oddity, path: oddity.path.replace(/^value\[\d+\]\.?/, '') }));
}

/** The states that an item may show its name in: of others' names more, because what is done with them is not seen. */
function possibleStates(page: PageCase, name: string, isAnother: boolean): readonly ObjectState[] {
  const anything = anythingOf(page.call.command.kind);
  if (isAnother) return anything;
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

/** Whether the page has several items of a name that calls were made about. */
function isSharedByOwn({ answer, isOwn }: PageCase, name: string): boolean {
  if (!isOwn(name)) return false;
  return (answer.page?.items ?? []).filter((other) => other.name.toLowerCase() === name).length > 1;
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
  const differences = [listDifference('not listed', 'listed', WEIGHT.outcome, text)];
  return { object, outcome: unchanged(object, { status: [200] }, rules), overdue, differences };
}

/** A departure as one about a name that a list shows. */
function about(name: string): (departure: Departure) => Departure {
  return (departure) => ({ ...departure, subject: name });
}

function listedTwice(page: PageCase, all: readonly Attempt[], shown: Answer): readonly Departure[] {
  const nearest =
    nearestOf(all) ?? wholeAttempt(unchanged(ABSENT, { status: [200] }, ['LS-06']), shown, page.call);
  const text = `${nameOf(shown)} is listed twice`;
  const differences = [listDifference('each name once', 'listed twice', WEIGHT.version, text)];
  const departures = departuresOf(page.call.command, shown, all, { ...nearest, differences });
  return departures.map(about(nameOf(shown).toLowerCase()));
}

function nameOf(shown: Answer): string {
  return shown.object?.name ?? '';
}
