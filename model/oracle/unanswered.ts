import type { Lost } from '../answer.ts';
import type { Command } from '../command.ts';
import type { Expectation } from '../event.ts';
import type { RuleId } from '../rule.ts';
import { invalidity } from '../rules/limits/invalidRequest.ts';
import { tellingRules } from './blame.ts';
import { type Departure, signed } from './departure.ts';
import type { Judged } from './judged.ts';
import { operationName } from './operationName.ts';

/**
 * What a report says of a call that a target never answers as the service would: it fails with a server error, or its
 * reply cannot be read. One such reply is trouble and nothing more; it is a divergence only when it comes again each
 * time the sequence is repeated, while the target answers other calls.
 */
export function unanswered(command: Command, answer: Lost, judged: Judged): Departure {
  const operation = operationName(command);
  const state = settled(judged.state.before);
  const observed = answer.detail.replace(/^answered /, '');
  const isFailure = answer.lost === 'server-error';
  const invalid = invalidity({ command, strictness: { service: false } });
  const because = invalid && !invalid.unspecified ? invalid.because : undefined;
  const rules: readonly RuleId[] = isFailure ? brokenRules(judged.expected ?? []) : ['ER-01'];
  return {
    ...signed(operation, state, rules[0] ?? 'ER-01', isFailure ? statusText(observed, because) : answer.lost),
    severity: 'wrong-outcome',
    rules,
    operation,
    state,
    differs: isFailure ? failureText(observed, because) : 'no answer that can be read',
    expected: judged.expected ?? [],
    observed,
    wrongOutcome: true,
    isUnanswered: true,
  };
}

function statusText(status: string, because: string | undefined): string {
  return `status ${status}${because === undefined ? '' : ` to ${because}`}`;
}

function failureText(status: string, because: string | undefined): string {
  return `status ${status} is a failure of the target's own${because === undefined ? '' : `, for ${because}`}`;
}

/** What a state in words comes to by itself: a fault of the target's own has nothing to do with what is settling. */
const SETTLED: { readonly [phase: string]: string } = {
  deleting: 'deleted',
  recovering: 'live',
  purging: 'absent',
};

function settled(state: string): string {
  return [...new Set(state.split(' or ').map((phase) => SETTLED[phase] ?? phase))].join(' or ');
}

/** The rules behind the answer that should have come; of several, of one that does not depend on what is settling. */
function brokenRules(expected: readonly Expectation[]): readonly RuleId[] {
  const due = expected.find(({ when }) => when === undefined) ?? expected[0];
  return due ? tellingRules(due.rules as readonly RuleId[]) : ['ER-01'];
}
