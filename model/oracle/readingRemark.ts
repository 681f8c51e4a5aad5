import type { Answer } from '../answer.ts';
import type { Command } from '../command.ts';
import type { Difference } from '../pattern/difference.ts';
import { DAY } from '../window.ts';
import { currentOf } from '../world/content.ts';
import type { Deleted, ObjectState } from '../world/objectState.ts';

/**
 * What a maintainer should know beside a departure: that the target seems to follow another reading of the documents,
 * one that the recordings of the service refute. Undefined where no such reading is at work.
 */
export function readingRemark(
  command: Command,
  answer: Answer,
  object: ObjectState,
  differences: readonly Difference[],
): string | undefined {
  const { deletedDate, scheduledPurgeDate } = answer.object?.fields ?? {};
  const isMisdated = differences.some(({ field }) => field === 'scheduledPurgeDate');
  if (isMisdated && typeof deletedDate === 'number' && scheduledPurgeDate === deletedDate + 90 * DAY) {
    return remark('X2', 'ninety-days', 'a retention of 90 days whatever the vault says');
  }
  const recreates = command.op === 'set' || command.op === 'restore';
  if (recreates && object.phase === 'absent' && object.gone && answer.status === 409) {
    return remark('X3', 'after-retention', 'a name that stays taken after its purge');
  }
  const looks = command.op === 'getDeleted' || command.op === 'listDeleted';
  const hides = object.phase === 'deleted' && !object.seen && !isDisabled(object);
  if (looks && hides && answer.status >= 400) {
    return remark('X5', 'two-operations', 'only purge and recover in the deleted state');
  }
  return undefined;
}

/** What is disabled may be hidden for that, whatever the target does with what is deleted. */
function isDisabled({ content }: Deleted): boolean {
  return currentOf(content)?.facts.enabled === false;
}

function remark(contradiction: string, reading: string, claim: string): string {
  return `The target seems to follow the reading ${reading} of ${contradiction} (${claim}), which recordings of the service refute.`;
}
