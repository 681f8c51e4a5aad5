import type { Call } from '../../call.ts';
import type { FieldPattern } from '../../pattern/fieldPattern.ts';
import type { ObjectPattern, Relation } from '../../pattern/objectPattern.ts';
import { DAY } from '../../window.ts';
import type { KnownSettings } from '../../world/knownSettings.ts';
import { joined } from '../../world/knownSettings.ts';
import type { Deletion } from '../../world/objectState.ts';
import { settingsShown } from '../purgeProtection/recoveryLevel.ts';

/**
 * The deleted object's own fields beside those of the object: DL-02 recovery id, RT-08 date of deletion by the
 * service's clock, RT-06 scheduled purge exactly R times 86,400 seconds later. Recordings: exact in 22,921 of 22,921
 * answers, with R = 7 and with R = 90.
 */
export function withDeletion(
  call: Call,
  object: ObjectPattern,
  deletion: Deletion | 'now',
  settings: KnownSettings,
): ObjectPattern {
  const collection = `deleted${call.command.kind}s`;
  const fields: Record<string, FieldPattern> = {
    ...object.fields,
    recoveryId: { is: `${collection}/${call.name}` },
    deletedDate: deletion === 'now' ? { within: call.window } : known(deletion.deletedDate),
    scheduledPurgeDate: deletion === 'now' ? { any: 'integer' } : known(deletion.scheduledPurgeDate),
  };
  return { ...object, fields, relations: [...object.relations, spanRelation(settings)] };
}

function known(date: number | undefined): FieldPattern {
  return date === undefined ? { any: 'integer' } : { is: date };
}

function spanRelation(settings: KnownSettings): Relation {
  const days = settings.retentionDays;
  const span =
    days === undefined ? '7 to 90 days, the same as its recovery level tells' : `${days} days of 86400 s`;
  return {
    field: 'scheduledPurgeDate',
    demand: `deletedDate plus ${span} (RT-06)`,
    holds: ({ deletedDate, scheduledPurgeDate, ...fields }) => {
      if (typeof deletedDate !== 'number' || typeof scheduledPurgeDate !== 'number') return true;
      if (days !== undefined) return scheduledPurgeDate - deletedDate === days * DAY;
      const told = settingsShown({ ...fields, deletedDate, scheduledPurgeDate });
      return told !== undefined && joined(settings, told) !== undefined;
    },
  };
}
