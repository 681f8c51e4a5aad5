import type { Fields } from '../../fields.ts';
import { DAY } from '../../window.ts';
import { joined, type KnownSettings } from '../../world/knownSettings.ts';

/** RT-01: the shortest and the longest retention, in days. */
export const RETENTION_DAYS = { least: 7, most: 90 } as const;

/**
 * The recovery level that objects of a vault show; undefined where too little is known of the vault.
 * PP-09: protection shows as the absence of `Purgeable`; a retention of fewer than 90 days as `Customized`.
 */
export function recoveryLevel(settings: KnownSettings): string | undefined {
  if (settings.softDelete === false) return 'Purgeable';
  const custom = settings.customRetention ?? customRetention(settings);
  if (settings.softDelete === undefined || custom === undefined) return undefined;
  const stem = custom ? 'CustomizedRecoverable' : 'Recoverable';
  if (settings.protectedSubscription) return `${stem}+ProtectedSubscription`;
  if (settings.purgeProtection === undefined) return undefined;
  return settings.purgeProtection ? stem : `${stem}+Purgeable`;
}

function customRetention(settings: KnownSettings): boolean | undefined {
  return settings.retentionDays === undefined ? undefined : settings.retentionDays < RETENTION_DAYS.most;
}

/** The days that objects of a vault show: 0 without soft delete; undefined where they are not known. */
export function recoverableDays(settings: KnownSettings): number | undefined {
  return settings.softDelete === false ? 0 : settings.retentionDays;
}

/**
 * What an object's fields tell of its vault's settings: by level, by days, and by the span between deletion and
 * scheduled purge (RT-06). Undefined when the fields contradict each other or show a level that does not exist.
 */
export function settingsShown(fields: Fields): KnownSettings | undefined {
  const level = fields.recoveryLevel ?? fields.recoverylevel;
  const byLevel = level === undefined ? {} : readLevel(String(level));
  const byDays = readDays(fields.recoverableDays);
  const bySpan = readSpan(fields.deletedDate, fields.scheduledPurgeDate);
  if (!byLevel || !byDays || !bySpan) return undefined;
  const both = joined(byLevel, byDays);
  return both && joined(both, bySpan);
}

function readLevel(level: string): KnownSettings | undefined {
  if (level === 'Purgeable') return { softDelete: false };
  const match = /^(Customized)?Recoverable(\+Purgeable|\+ProtectedSubscription)?$/.exec(level);
  if (!match) return undefined;
  const retention: KnownSettings = match[1]
    ? { customRetention: true }
    : { customRetention: false, retentionDays: 90 };
  if (match[2] === '+ProtectedSubscription')
    return { softDelete: true, ...retention, protectedSubscription: true };
  const purgeProtection = match[2] === undefined;
  return { softDelete: true, ...retention, purgeProtection, protectedSubscription: false };
}

function readDays(days: unknown): KnownSettings | undefined {
  if (days === undefined) return {};
  if (days === 0) return { softDelete: false };
  return isRetention(days) ? { softDelete: true, retentionDays: days } : undefined;
}

function readSpan(from: unknown, to: unknown): KnownSettings | undefined {
  if (typeof from !== 'number' || typeof to !== 'number') return {};
  const days = (to - from) / DAY;
  return isRetention(days) ? { softDelete: true, retentionDays: days } : undefined;
}

function isRetention(days: unknown): days is number {
  return (
    Number.isInteger(days) && Number(days) >= RETENTION_DAYS.least && Number(days) <= RETENTION_DAYS.most
  );
}
