import type { Answer } from '../answer.ts';
import type { Command, Op } from '../command.ts';
import type { Severity } from '../event.ts';
import type { Difference } from '../pattern/difference.ts';
import type { ObjectState, Phase } from '../world/objectState.ts';

/** What the harm of a departure is judged by. */
export interface Case {
  readonly command: Command;
  /** States that the object may have been in; for the states of one phase, that phase decides. */
  readonly objects: readonly ObjectState[];
  readonly answer: Answer;
  /** Whether the nearest answer allowed is a success. */
  readonly mustSucceed: boolean;
  readonly differences: readonly Difference[];
  /** Whether the request is one to refuse, whatever the object: what is wrong then is that it was not; false unless given. */
  readonly isInvalid?: boolean;
  /** Whether the caller is one to refuse, whatever the object; false unless given. */
  readonly isForbidden?: boolean;
}

/** How bad a departure is, by the harm it does to who relies on the rule (design.md, section 4). */
export function severityOf(departure: Case): Severity {
  const status = departure.differences.find(({ field }) => field === 'status');
  if (status) return ofStatus(departure);
  return ofDetails(departure);
}

function ofStatus({ command, objects, answer, mustSucceed, isInvalid, isForbidden }: Case): Severity {
  const { op } = command;
  const every = (...phases: readonly Phase[]): boolean =>
    objects.every(({ phase }) => phases.includes(phase));
  const succeeded = answer.status < 400;
  const gone = answer.status === 404;
  if (succeeded && isForbidden)
    return showsData(answer) && !CHANGES.includes(op) ? 'data-reachable' : 'protection-not-enforced';
  if (gone && op === 'recover' && every('deleting', 'deleted')) return 'not-recoverable';
  if (succeeded === mustSucceed) return succeeded ? 'wrong-outcome' : 'wrong-code';
  if (gone && op === 'get' && every('live')) return 'data-lost-early';
  if (gone && op === 'getDeleted' && every('deleted')) return 'data-lost-early';
  if (!succeeded && every('deleted') && op === 'recover') return 'not-recoverable';
  if (succeeded && op === 'purge' && every('deleted', 'deleting')) return 'protection-not-enforced';
  if (succeeded && !isInvalid && mayNotBeSeen(command, objects) && showsData(answer)) return 'data-reachable';
  return 'wrong-outcome';
}

/** Operations of which the harm is what they do, not what they show. */
const CHANGES: readonly Op[] = [
  'set',
  'create',
  'import',
  'merge',
  'update',
  'delete',
  'recover',
  'purge',
  'restore',
  'rotate',
];

const READS: readonly Op[] = ['get', 'list', 'listVersions', 'backup'];

/** Reads of what is not live, or is disabled; reads and recoveries of what is gone for good. */
function mayNotBeSeen({ op }: Command, objects: readonly ObjectState[]): boolean {
  const every = (...phases: readonly Phase[]): boolean =>
    objects.every(({ phase }) => phases.includes(phase));
  if (op === 'get' && every('live')) return true;
  if (READS.includes(op)) return every('absent', 'deleting', 'deleted', 'recovering', 'purging');
  return (op === 'getDeleted' || op === 'recover') && every('absent', 'purging');
}

function showsData({ object, page, blob }: Answer): boolean {
  return object !== undefined || blob !== undefined || (page?.items.length ?? 0) > 0;
}

function ofDetails({ command, answer, differences, isForbidden }: Case): Severity {
  const fields = differences.map(({ field }) => field);
  const list = differences.find(({ field }) => field === 'list');
  if (list && isForbidden && showsData(answer)) return 'data-reachable';
  if (list) return ofList(command, list);
  const value = differences.find(({ field }) => field === 'value');
  if (value) return ofValue(command, answer, value);
  const version = differences.find(({ field }) => field === 'version');
  if (version && version.observed !== 'none' && version.expected !== 'no version in the id')
    return 'wrong-outcome';
  if (fields.includes('scheduledPurgeDate')) return 'wrong-outcome';
  if (fields.some((field) => field === 'error.code' || field === 'error.innererror.code'))
    return 'wrong-code';
  return fields.every((field) => field === 'error.message') ? 'wrong-message' : 'wrong-shape';
}

/** The value of a deleted object is not to be had; elsewhere an answer only shows it where none is due. */
function ofValue({ op }: Command, { object }: Answer, { expected }: Difference): Severity {
  const isOther = expected !== 'nothing' && object?.fields.value !== undefined;
  if (isOther && op === 'get') return 'data-lost-early';
  const isSecret = op === 'getDeleted' || op === 'listDeleted';
  return isSecret && expected === 'nothing' ? 'data-reachable' : 'wrong-shape';
}

/** An item that is missing is lost to who lists; one too many shows what must not be seen. */
function ofList(command: Command, { observed }: Difference): Severity {
  if (observed === 'not listed') return 'data-lost-early';
  return observed === 'listed' && command.op !== 'listDeleted' ? 'data-reachable' : 'wrong-outcome';
}
