import type { Answer } from '../answer.ts';
import type { Call } from '../call.ts';
import type { KnownSettings } from '../world/knownSettings.ts';
import { anythingOf } from '../world/objectState.ts';
import { attempts } from './explanation.ts';
import type { Patience } from './hiddenSteps.ts';
import type { Judged } from './judged.ts';
import { departuresOf, nearestOf } from './nearest.ts';

/**
 * Judges a call of which nothing tells the object: a restore whose blob was refused as such, or an operation that nobody
 * saw begin.
 */
export function judgeNameless(
  call: Call,
  answer: Answer,
  settings: KnownSettings,
  patience: Patience,
): Judged {
  const all = attempts(call, anythingOf(call.command.kind), settings, answer, patience);
  const state = { before: 'anything', after: 'anything' };
  const fitting = all.find(({ differences }) => differences.length === 0);
  if (fitting) return { judgement: 'explained', rules: fitting.outcome.rules, state, departures: [] };
  const nearest = nearestOf(all);
  const departures = nearest ? departuresOf(call.command, answer, all, nearest) : [];
  return { judgement: 'unexplained', rules: [], state, departures };
}
