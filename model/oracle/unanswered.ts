import type { Lost } from '../answer.ts';
import type { Command } from '../command.ts';
import type { Departure } from './departure.ts';
import type { Judged } from './judged.ts';
import { operationName } from './operationName.ts';

/**
 * What a report says of a call that a target never answers as the service would: it fails with a server error, or its
 * reply cannot be read. One such reply is trouble and nothing more; it is a divergence only when it comes again each
 * time the sequence is repeated, while the target answers other calls.
 */
export function unanswered(command: Command, answer: Lost, judged: Judged): Departure {
  const operation = operationName(command);
  const state = judged.state.before;
  return {
    signature: [operation, state, 'ER-01', answer.lost].join(' | '),
    severity: 'wrong-outcome',
    rules: ['ER-01'],
    operation,
    state,
    differs: 'no answer that can be read',
    expected: judged.expected ?? [],
    observed: answer.detail.replace(/^answered /, ''),
    wrongOutcome: true,
  };
}
