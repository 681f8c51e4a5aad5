import type { Answer } from '../answer.ts';
import type { Command } from '../command.ts';
import { type Departure, signed } from './departure.ts';
import { describeAnswer } from './describe.ts';
import { operationName } from './operationName.ts';

/** The word for where objects are whose vault is deleted. */
export const GONE = 'vault deleted';

/** What a report says of a call that reached an object in a deleted vault (DL-09, VT-13). */
export function reachedGone(command: Command, answer: Answer): Departure {
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
