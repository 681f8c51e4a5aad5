import type { Answer } from '../answer.ts';
import type { Command, Op } from '../command.ts';
import type { Severity } from '../event.ts';
import { type Difference, THE_FORM, THE_SHAPE } from '../pattern/difference.ts';
import { currentOf, versionById } from '../world/content.ts';
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
  if (gone && op === 'get' && every('live')) return lost(command, objects);
  if (gone && op === 'getDeleted' && every('deleted')) return lost(command, objects);
  if (!succeeded && every('deleted') && op === 'recover') return 'not-recoverable';
  if (succeeded && op === 'purge' && every('deleted', 'deleting')) return 'protection-not-enforced';
  if (succeeded && !isInvalid && mayNotBeSeen(command, objects) && showsData(answer)) return 'data-reachable';
  return 'wrong-outcome';
}

/** What is not found counts as lost, unless it may only be kept out of sight: what is disabled, or not made yet. */
function lost(command: Command, objects: readonly ObjectState[]): Severity {
  const asked = 'version' in command ? command.version : undefined;
  return objects.every((object) => isOutOfUse(object, asked)) ? 'wrong-outcome' : 'data-lost-early';
}

function isOutOfUse(object: ObjectState, asked: string | undefined): boolean {
  if (!('content' in object)) return false;
  const { content } = object;
  const version = asked === undefined ? currentOf(content) : versionById(content, asked);
  return version?.facts.enabled === false || content.certificate?.isPlaceholder === true;
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

function ofDetails({ command, objects, answer, differences, isForbidden }: Case): Severity {
  const fields = differences.map(({ field }) => field);
  const list = differences.find(({ field }) => field === 'list');
  if (list && isForbidden && showsData(answer)) return 'data-reachable';
  if (list) return ofList(command, objects, list);
  const value = differences.find(({ field }) => field === 'value');
  if (value) return ofValue(command, answer, value);
  const version = differences.find(({ field }) => field === 'version');
  if (version && isOtherVersion(version)) return 'wrong-outcome';
  if (differences.some(isWrongSchedule)) return 'wrong-outcome';
  if (fields.some((field) => field === 'error.code' || field === 'error.innererror.code'))
    return 'wrong-code';
  return fields.every((field) => field === 'error.message') ? 'wrong-message' : 'wrong-shape';
}

/** Another version than the one due, and not merely none, or one where none belongs or of another form. */
function isOtherVersion({ expected, observed }: Difference): boolean {
  return observed !== 'none' && expected !== 'no version in the id' && expected !== THE_FORM;
}

/** Another time of the purge than the one due; a date that is missing or no number tells of none. */
function isWrongSchedule({ field, expected, observed }: Difference): boolean {
  return field === 'scheduledPurgeDate' && expected !== THE_SHAPE && observed !== 'nothing';
}

/** The value of a deleted object is not to be had; elsewhere an answer only shows it where none is due. */
function ofValue({ op }: Command, { object }: Answer, { expected }: Difference): Severity {
  const isOther = expected !== 'nothing' && object?.fields.value !== undefined;
  if (isOther && op === 'get') return 'data-lost-early';
  const isSecret = op === 'getDeleted' || op === 'listDeleted';
  return isSecret && expected === 'nothing' ? 'data-reachable' : 'wrong-shape';
}

/** An item that is missing is lost to who lists; one too many shows what must not be seen. */
function ofList(command: Command, objects: readonly ObjectState[], { observed }: Difference): Severity {
  if (observed === 'not listed') return lost(command, objects);
  return observed === 'listed' && command.op !== 'listDeleted' ? 'data-reachable' : 'wrong-outcome';
}
