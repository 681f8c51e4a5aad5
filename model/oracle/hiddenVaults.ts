import type { Answer } from '../answer.ts';
import { type Outcome, unchanged } from '../outcome.ts';
import { listDifference, WEIGHT } from '../pattern/difference.ts';
import type { Access } from '../rules/permissions/access.ts';
import { permissionRefusal } from '../rules/permissions/permissionRefusal.ts';
import { ABSENT } from '../world/objectState.ts';
import type { Attempt } from './explanation.ts';
import { departuresOf, nearestOf } from './nearest.ts';
import { type PageCase, type PageResult, wholeAttempt } from './pageCase.ts';

const STATE = { before: 'anything', after: 'anything' };

/**
 * Judges a list of vaults that its caller may not see, or of whom that is not known. LS-08: the list of deleted vaults is
 * empty then; that the whole call is refused instead, as sources on other lists have it, is noted. Such a list tells of
 * no name that it does not show.
 */
export function judgeHidden({ call, answer }: PageCase, { grant, rules, who }: Access): PageResult {
  const nothing = { moved: new Map(), told: {} };
  if (call.command.op !== 'listDeleted' || grant !== 'denied') {
    return { judged: { judgement: 'unspecified', rules: [], state: STATE, departures: [] }, ...nothing };
  }
  const empty = { status: [200], page: { items: [], due: [], seen: [] } };
  const outcomes: readonly Outcome[] = [
    { ...unchanged(ABSENT, empty, rules), refusesCaller: true },
    { ...unchanged(ABSENT, permissionRefusal('vault'), [...rules, 'ER-02']), unspecified: true },
  ];
  const all = outcomes.map((outcome) => wholeAttempt(outcome, answer, call)).map(asOne(answer, who));
  const fitting = all.find(({ differences }) => differences.length === 0);
  if (fitting) {
    const judgement = fitting.outcome.unspecified ? 'unspecified' : 'explained';
    return { judged: { judgement, rules: fitting.outcome.rules, state: STATE, departures: [] }, ...nothing };
  }
  const nearest = nearestOf(all);
  const departures = nearest ? departuresOf(call.command, answer, all, nearest, 'the vault') : [];
  return { judged: { judgement: 'unexplained', rules: [], state: STATE, departures }, ...nothing };
}

/** However many vaults are shown that must not be, it is one fault. */
function asOne({ status, page }: Answer, who: string): (attempt: Attempt) => Attempt {
  const count = page?.items.length ?? 0;
  if (status !== 200 || count === 0) return (attempt) => attempt;
  const text = `it shows ${who} what is deleted`;
  return (attempt) => ({
    ...attempt,
    differences: [listDifference('an empty list', 'listed', WEIGHT.outcome, text)],
  });
}
