import type { Call } from '../../call.ts';
import type { FieldPattern } from '../../pattern/fieldPattern.ts';
import type { ObjectPattern, Relation } from '../../pattern/objectPattern.ts';
import { DAY } from '../../window.ts';
import type { Deleted, Deleting } from '../../world/objectState.ts';
import { vaultFacts } from './vaultContent.ts';
import { isRetention, settingsOf } from './vaultSettings.ts';

/** Seconds that a vault's DELETE may take: its date is stamped when it begins, 5 to 9 s before the answer. */
export const DELETE_SPAN = 30;

/** VT-12: what the proxy of a deleted vault shows. */
export function showDeletedVault(call: Call, object: Deleted | Deleting): ObjectPattern {
  const facts = vaultFacts(object.content);
  const { deletedDate, scheduledPurgeDate } = object.deletion;
  const { purgeProtection, retentionDays } = settingsOf(facts);
  const fields: Record<string, FieldPattern> = {
    subscription: call.strictness.service ? { unknown: true } : known(facts.subscription),
    resourceGroup: known(facts.resourceGroup),
    location: known(facts.location),
    tags: { unknown: true },
    deletedDate: dated(deletedDate, object),
    scheduledPurgeDate: scheduledPurgeDate === undefined ? { any: 'integer' } : { is: scheduledPurgeDate },
    purgeProtectionEnabled:
      purgeProtection === true
        ? { is: true }
        : { optional: { oneOf: purgeProtection === false ? [false] : [true, false] } },
  };
  return { name: call.name, version: { none: true }, fields, relations: [spanOf(retentionDays)] };
}

/** The day of deletion: as it was shown before, or at the time of the DELETE. */
function dated(date: number | undefined, { since }: Deleted | Deleting): FieldPattern {
  if (date !== undefined) return { is: date };
  return since ? { within: { from: since.from - DELETE_SPAN, to: since.to } } : { any: 'integer' };
}

function known(fact: unknown): FieldPattern {
  return typeof fact === 'string' ? { is: fact } : { any: 'string' };
}

/** RT-06: exactly the vault's retention lies between the two dates. */
function spanOf(days: number | undefined): Relation {
  return {
    field: 'scheduledPurgeDate',
    demand: `deletionDate plus ${days === undefined ? '7 to 90 whole days' : `${days} days of 86400 s`} (RT-06)`,
    holds: ({ deletedDate, scheduledPurgeDate }) => {
      if (typeof deletedDate !== 'number' || typeof scheduledPurgeDate !== 'number') return true;
      const span = (scheduledPurgeDate - deletedDate) / DAY;
      return days === undefined ? isRetention(span) : span === days;
    },
  };
}
