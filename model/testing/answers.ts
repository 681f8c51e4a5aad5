import type { Answer } from '../answer.ts';
import type { Fields } from '../fields.ts';
import type { Outcome } from '../outcome.ts';
import { matchAnswer } from '../pattern/pattern.ts';
import { DAY } from '../window.ts';
import { NOW } from './calls.ts';
import { CREATED } from './states.ts';

/** An answer with an object as the tests' states have it, in a vault with soft delete and 90 days. */
export function viewOf(
  version: string | undefined,
  fields: Fields = {},
  omitted: readonly string[] = [],
): Answer {
  const shown = Object.entries({
    value: `value of ${version?.slice(0, 1) ?? ''}`,
    enabled: true,
    created: CREATED,
    updated: CREATED,
    recoveryLevel: 'Recoverable+Purgeable',
    recoverableDays: 90,
    ...fields,
  }).filter(([field]) => !omitted.includes(field));
  const object = { name: 'a', fields: Object.fromEntries(shown), ...(version !== undefined && { version }) };
  return { status: 200, object, oddities: [] };
}

/** The same as the answer to a DELETE, or as GET deleted shows it. */
export function deletedView(version: string | undefined, fields: Fields = {}): Answer {
  const dates = { recoveryId: 'deletedsecrets/a', deletedDate: NOW, scheduledPurgeDate: NOW + 90 * DAY };
  return viewOf(version, { ...dates, ...fields }, 'value' in fields ? [] : ['value']);
}

/** A refusal as an answer. */
export function refusalOf(status: number, code: string, inner?: string): Answer {
  return { status, refusal: { code, ...(inner !== undefined && { inner }), message: 'no' }, oddities: [] };
}

/** Whether an outcome allows an answer, of a target that is not the service itself. */
export function fits(outcome: Outcome | undefined, answer: Answer, service = false): boolean {
  return outcome !== undefined && matchAnswer(outcome.pattern, answer, { service }).length === 0;
}
