import type { Call } from '../call.ts';
import type { ListCommand } from '../command.ts';
import { type Outcome, unchanged } from '../outcome.ts';
import { listDifference, WEIGHT } from '../pattern/difference.ts';
import { notSupported } from '../rules/errors/refusals.ts';
import { invalidity, LIMITS } from '../rules/limits/invalidRequest.ts';
import { admitted } from '../rules/permissions/admission.ts';
import { joined, type KnownSettings } from '../world/knownSettings.ts';
import { ABSENT } from '../world/objectState.ts';
import type { Departure } from './departure.ts';
import type { Judged } from './judged.ts';
import { departuresOf, nearestOf } from './nearest.ts';
import { type PageCase, type PageResult, wholeAttempt } from './pageCase.ts';

/** What stands for a state where a list as a whole is judged. */
const THE_VAULT = 'the vault';

const ANY_PAGE = { items: [], due: [], seen: [] };

/** Whether the request is one to refuse, whatever the vault holds. */
export function isInvalid(call: Call): boolean {
  const invalid = invalidity(call);
  return invalid !== undefined && !invalid.unspecified;
}

/** Oddities of the page's shape, and a page longer than was asked for (LS-06). */
export function shapeDepartures(page: PageCase): readonly Departure[] {
  const { call, answer } = page;
  const { kind, maxResults = LIMITS.page } = call.command;
  // Recordings: `$top` is a wish, on the management plane.
  const asked = kind === 'vault' || invalidity(call) ? Number.POSITIVE_INFINITY : maxResults;
  const items = answer.page?.items.length ?? 0;
  const outside = { ...answer, oddities: answer.oddities.filter((oddity) => oddity.item === undefined) };
  const attempt = wholeAttempt(unchanged(ABSENT, { status: [200] }, ['LS-06']), outside, call);
  const text = `a page has ${items} items, although at most ${asked} were asked for`;
  const long =
    items > asked ? [listDifference(`at most ${asked} items`, 'a longer page', WEIGHT.shape, text)] : [];
  const differences = [...attempt.differences, ...long];
  if (differences.length === 0) return [];
  return departuresOf(call.command, answer, [attempt], { ...attempt, differences }, THE_VAULT);
}

/** Judges an answer that is no list, or one to a request that cannot be valid. */
export function judgeWhole(page: PageCase, mustFail: boolean): PageResult {
  const { call, answer, settings } = page;
  const list: readonly Outcome[] = mustFail
    ? []
    : [unchanged(ABSENT, { status: [200], page: ANY_PAGE }, ['LS-06'])];
  const outcomes = admitted(call, { settings, object: ABSENT }, [...list, ...refusalsOf(call, settings)]);
  const all = outcomes.map((outcome) => wholeAttempt(outcome, answer, call));
  const fitting = all.find(({ differences }) => differences.length === 0);
  const state = { before: 'anything', after: 'anything' };
  if (fitting) {
    const told = fitting.outcome.tells?.(answer) ?? {};
    const judgement = fitting.outcome.unspecified ? 'unspecified' : 'explained';
    const judged: Judged = { judgement, rules: fitting.outcome.rules, state, departures: [] };
    return { judged, moved: new Map(), told: joined(settings, told) ? told : {} };
  }
  const nearest = nearestOf(all);
  const departures = nearest ? departuresOf(call.command, answer, all, nearest, THE_VAULT) : [];
  return { judged: { judgement: 'unexplained', rules: [], state, departures }, moved: new Map(), told: {} };
}

/** How a list as a whole may be refused. */
function refusalsOf(call: Call<ListCommand>, settings: KnownSettings): readonly Outcome[] {
  const invalid = invalidity(call);
  const refusals: Outcome[] = (invalid?.patterns ?? []).map((pattern) => ({
    ...unchanged(ABSENT, pattern, [...(invalid?.rules ?? []), 'ER-02']),
    ...(invalid?.unspecified && { unspecified: true }),
    ...(invalid && { because: invalid.because }),
  }));
  if (call.command.op !== 'listDeleted' || settings.softDelete === true) return refusals;
  const legacy: Outcome = {
    ...unchanged(ABSENT, notSupported(call.strictness), ['SD-07', 'ER-12'], 'in a vault without soft delete'),
    tells: () => ({ softDelete: false }),
  };
  return [...refusals, legacy];
}
