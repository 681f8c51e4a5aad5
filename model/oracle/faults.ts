import type { Answer } from '../answer.ts';
import type { Command } from '../command.ts';
import { type Difference, THE_FORM, THE_SHAPE } from '../pattern/difference.ts';
import type { RuleId } from '../rule.ts';
import { blameField, blameOutcome, blameRefusal, blameStatus } from './blame.ts';
import type { Attempt } from './explanation.ts';

/** One way in which an answer is wrong: what differs, and the rules that it breaks, the principal one first. */
export interface Fault {
  readonly rules: readonly RuleId[];
  /** What differs, in few words and without anything that changes from run to run. */
  readonly what: string;
  readonly differences: readonly Difference[];
}

/**
 * Takes apart in what an answer differs from the nearest one allowed. A refusal is wrong as a whole; an object, a page
 * or a body may be wrong in several fields at once, and each of them is a fault of its own.
 */
export function faultsOf(command: Command, answer: Answer, nearest: Attempt): readonly Fault[] {
  return faults(command, answer, nearest).map((fault) =>
    isRefused(answer, fault) ? { ...fault, what: `${fault.what}${formOf(command)}` } : fault,
  );
}

/** Whether the call was answered as none that is known, or failed: what a target does that lacks an address. */
function isRefused({ refusal }: Answer, { differences }: Fault): boolean {
  return refusal !== undefined || differences[0]?.field === 'status';
}

/** An update that leaves the version out has an address of its own, which a target may not have. */
function formOf(command: Command): string {
  const isForm = command.op === 'update' && command.version === undefined;
  return isForm && ['secret', 'key', 'certificate'].includes(command.kind) ? ', no version asked for' : '';
}

function faults(command: Command, answer: Answer, nearest: Attempt): readonly Fault[] {
  const differences = withoutEchoes(nearest.differences);
  const [first] = differences;
  if (!first) return [{ rules: blameOutcome(nearest), what: 'never settled', differences: [] }];
  if (first.field === 'status') {
    return [{ rules: blameStatus(command, answer, nearest), what: statusText(answer, nearest), differences }];
  }
  if (answer.refusal) {
    return [{ rules: blameRefusal(first, nearest), what: refusalText(first, answer), differences }];
  }
  const byText = new Map<string, Difference[]>();
  const keyAsWhole = wholeKey(differences);
  for (const difference of differences) {
    const what = keyAsWhole(difference) ?? fieldText(difference);
    byText.set(what, [...(byText.get(what) ?? []), difference]);
  }
  return [...byText].map(([what, own]) => ({
    rules: own[0] ? [blameField(command, own[0], nearest)] : [],
    what,
    differences: own,
  }));
}

/** What made the request one to refuse belongs to the fault: each limit is enforced by code of its own. */
function statusText({ status }: Answer, { outcome }: Attempt): string {
  return outcome.because === undefined ? `status ${status}` : `status ${status} to ${outcome.because}`;
}

function refusalText({ field }: Difference, { refusal }: Answer): string {
  if (field === 'error.code') return `code ${refusal?.code ?? 'missing'}`;
  if (field === 'error.innererror.code') return `inner code ${refusal?.inner ?? 'missing'}`;
  return field === 'WWW-Authenticate' ? `${field} missing` : `${field} malformed`;
}

function fieldText(difference: Difference): string {
  const { field, expected, observed } = difference;
  if (field === 'list') return observed === 'a longer page' ? observed : `an item ${observed}`;
  const name = field.replace(/\[\d+\]/g, '[]');
  if (isOddity(difference)) return `${name} malformed`;
  if (observed === 'nothing' || observed === 'none') return `${name} missing`;
  return expected === 'nothing' || expected === 'no version in the id'
    ? `${name} surplus`
    : `${name} differs`;
}

/** The members of a public key as JSON Web Key (RFC 7518, section 6). */
const KEY_MEMBERS: readonly string[] = ['kty', 'key_ops', 'crv', 'x', 'y', 'n', 'e'];

/** A key that is shown where none belongs, or the reverse, is one fault, however many members it has. */
function wholeKey(differences: readonly Difference[]): (difference: Difference) => string | undefined {
  const told = (difference: Difference) => {
    if (!KEY_MEMBERS.includes(difference.field)) return undefined;
    const [, how = ''] = fieldText(difference).split(' ');
    return how === 'surplus' || how === 'missing' ? `key ${how}` : undefined;
  };
  const counts = new Map<string, number>();
  for (const text of differences.map(told)) if (text) counts.set(text, (counts.get(text) ?? 0) + 1);
  return (difference) => {
    const text = told(difference);
    return text !== undefined && (counts.get(text) ?? 0) > 1 ? text : undefined;
  };
}

function isOddity({ expected }: Difference): boolean {
  return expected === THE_SHAPE || expected === THE_FORM;
}

/**
 * A value of a wrong type is none to whoever looks for its field, a wrong recovery id is wrong as a field and as an
 * id, a body without its id is no object, and an operation has a target as soon as it is complete: each such fault is
 * told once.
 */
function withoutEchoes(differences: readonly Difference[]): readonly Difference[] {
  const odd = new Set(differences.filter(isOddity).map(({ field }) => lastOf(field)));
  if (odd.size > 0) odd.add('body');
  const wrong = new Set(
    differences
      .filter((difference) => !isOddity(difference) && difference.observed !== 'nothing')
      .map(({ field }) => field),
  );
  return differences.filter((difference) => {
    if (difference.field === 'target') return !wrong.has('operation.status');
    if (isOddity(difference)) return !wrong.has(lastOf(difference.field));
    return difference.observed !== 'nothing' || !odd.has(difference.field);
  });
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}
