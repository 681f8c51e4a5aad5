import type { Answer } from '../answer.ts';
import type { Command } from '../command.ts';
import { type Departure, signed } from './departure.ts';
import { describeAnswer } from './describe.ts';
import type { Judged } from './judged.ts';
import { operationName } from './operationName.ts';

/** The word for where objects are whose vault is deleted. */
const GONE = 'vault deleted';

/** What a report says of a call that reached an object in a deleted vault (DL-09, VT-13). */
function reachedGone(command: Command, answer: Answer): Departure {
  const operation = operationName(command);
  return {
    ...signed(operation, GONE, 'DL-09', `status ${answer.status}`),
    severity: 'data-reachable',
    rules: ['DL-09', 'VT-13'],
    operation,
    state: GONE,
    differs: `status is ${answer.status} although the vault is deleted`,
    expected: [{ answer: 'any refusal, or no answer', rules: ['DL-09', 'VT-13'] }],
    observed: describeAnswer(answer),
    wrongOutcome: true,
  };
}

/** Whether calls can reach a vault, as far as the management plane told. */
export type Reach = 'reachable' | 'gone' | 'unknown';

/**
 * DL-09: what is in a deleted vault cannot be reached; how a call fails no source tells (OQ-12). Undefined where the
 * call reached the vault, or may have.
 */
export function judgeUnreached(reach: Reach, command: Command, answer: Answer): Judged | undefined {
  if (reach === 'reachable' || (reach === 'unknown' && answer.status < 400)) return undefined;
  const state = { before: GONE, after: GONE };
  if (answer.status >= 400)
    return { judgement: 'explained', rules: ['DL-09', 'VT-13'], state, departures: [] };
  return { judgement: 'unexplained', rules: [], state, departures: [reachedGone(command, answer)] };
}
