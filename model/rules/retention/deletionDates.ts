import type { Fields } from '../../fields.ts';
import type { Deletion } from '../../world/objectState.ts';

/** The dates of a deletion that an answer shows (RT-07: Unix seconds). */
export function deletionDates({ deletedDate, scheduledPurgeDate }: Fields): Deletion {
  return {
    ...(typeof deletedDate === 'number' && { deletedDate }),
    ...(typeof scheduledPurgeDate === 'number' && { scheduledPurgeDate }),
  };
}
