import type { Answer } from '../answer.ts';
import type { Command } from '../command.ts';
import type { Window } from '../window.ts';
import type { Patience } from './hiddenSteps.ts';
import type { Judged } from './judged.ts';
import { GONE, reachedGone } from './reachedGone.ts';
import type { VaultChange } from './vaultChange.ts';

/** Whether calls can reach a vault, as far as the management plane told. */
export type VaultReach =
  | { readonly is: 'reachable' | 'gone' | 'unknown' }
  /** It was made at this time, and its name may not be known yet (VT-02). */
  | { readonly is: 'registering'; readonly since: Window };

/** A vault of which nothing else is known. */
export const REACHABLE: VaultReach = { is: 'reachable' };

/** Whether a vault can be reached after what a call to the management plane did to it. */
export function reachAfter(before: VaultReach, change: VaultChange): VaultReach {
  if (change.what === 'gone' || change.what === 'unknown') return { is: change.what };
  if (change.what === 'made' && change.registering) return { is: 'registering', since: change.registering };
  // That the vault is there says nothing of whether its name is known by now.
  return change.what === 'kept' && before.is === 'registering' ? before : REACHABLE;
}

/**
 * How a call is judged by whether its vault can be reached; without a judgement where the vault's objects have to tell.
 * DL-09: what is in a deleted vault cannot be reached; how a call fails no source tells (OQ-12).
 */
export function judgeReach(
  reach: VaultReach,
  command: Command,
  answer: Answer,
  window: Window,
  patience: Patience,
): { readonly reach: VaultReach; readonly judged?: Judged } {
  const isRefused = answer.status >= 400;
  const state = { before: GONE, after: GONE };
  switch (reach.is) {
    case 'reachable':
      return { reach };
    case 'registering': {
      const isLate = window.from > reach.since.to + patience.settle;
      if (!isRefused || isLate) return { reach: REACHABLE };
      const registering = { before: REGISTERING, after: REGISTERING };
      return {
        reach,
        judged: { judgement: 'explained', rules: ['VT-02'], state: registering, departures: [] },
      };
    }
    case 'unknown':
      if (!isRefused) return { reach };
      break;
    case 'gone':
      if (!isRefused) {
        const departures = [reachedGone(command, answer)];
        return { reach, judged: { judgement: 'unexplained', rules: [], state, departures } };
      }
  }
  return { reach, judged: { judgement: 'explained', rules: ['DL-09', 'VT-13'], state, departures: [] } };
}

/** The word for where objects are whose vault has just been made. */
const REGISTERING = 'vault new';
