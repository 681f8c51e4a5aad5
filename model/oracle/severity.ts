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
}

const READS: readonly Op[] = ['get', 'list', 'listVersions', 'backup', 'update'];
const DELETED_READS: readonly Op[] = ['getDeleted', 'listDeleted'];

/** How bad a departure is, by the harm it does to who relies on the rule (design.md, section 4). */
export function severityOf(departure: Case): Severity {
  const status = departure.differences.find(({ field }) => field === 'status');
  if (status) return ofStatus(departure);
  return ofDetails(departure);
}

function ofStatus({ command, objects, answer, mustSucceed }: Case): Severity {
  const every = (...phases: readonly Phase[]): boolean =>
    objects.every(({ phase }) => phases.includes(phase));
  const succeeded = answer.status < 400;
  if (succeeded === mustSucceed) return succeeded ? 'wrong-outcome' : 'wrong-code';
  const gone = answer.status === 404;
  if (gone && every('live') && READS.includes(command.op)) return 'data-lost-early';
  if (gone && every('deleted') && DELETED_READS.includes(command.op)) return 'data-lost-early';
  if (!succeeded && every('deleted') && command.op === 'recover') return 'not-recoverable';
  if (succeeded && command.op === 'purge' && every('deleted', 'deleting')) return 'protection-not-enforced';
  if (succeeded && 'name' in command && isReachable(command.op, every)) return 'data-reachable';
  return 'wrong-outcome';
}

function isReachable(op: Op, every: (...phases: readonly Phase[]) => boolean): boolean {
  if (READS.includes(op))
    return !every('live') && every('absent', 'deleting', 'deleted', 'recovering', 'purging');
  return ['getDeleted', 'recover'].includes(op) && every('absent', 'purging');
}

function ofDetails({ command, objects, answer, differences }: Case): Severity {
  const fields = differences.map(({ field }) => field);
  const list = differences.find(({ field }) => field === 'list');
  if (list) return ofList(command, list);
  const value = differences.find(({ field }) => field === 'value');
  if (value && value.expected !== 'nothing') return 'data-lost-early';
  if (value && answer.object && !objects.some(({ phase }) => phase === 'live')) return 'data-reachable';
  if (fields.includes('scheduledPurgeDate') || fields.includes('version')) return 'wrong-outcome';
  if (fields.some((field) => field === 'error.code' || field === 'error.innererror.code'))
    return 'wrong-code';
  return fields.every((field) => field === 'error.message') ? 'wrong-message' : 'wrong-shape';
}

/** An item that is missing is lost to who lists; one too many shows what must not be seen. */
function ofList(command: Command, { observed }: Difference): Severity {
  if (observed === 'not listed') return 'data-lost-early';
  return observed === 'listed' && command.op !== 'listDeleted' ? 'data-reachable' : 'wrong-outcome';
}
