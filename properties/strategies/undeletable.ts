import type { Step } from '../steps/step.ts';
import { birthsOf } from './births.ts';
import type { LivesOptions } from './lives.ts';
import type { Proposal } from './strategy.ts';

const at = { slot: 0 };
const settle: Step = { settle: at };

/**
 * Lives in vaults of a subscription that is marked undeletable (UN-01): nobody purges there, with purge protection or
 * without, until the service does on schedule; all else is as everywhere.
 */
export function undeletable({ kind, patience, hasClock }: LivesOptions): readonly Proposal[] {
  const { full } = birthsOf(kind);
  const purgedOnSchedule: readonly Step[] = [
    { advance: { ...at, fromScheduledPurge: -1 } },
    { call: 'purge', ...at },
    { call: 'getDeleted', ...at },
    { advance: { ...at, fromScheduledPurge: patience.purgeLag + 3 } },
    { call: 'getDeleted', ...at },
  ];
  const steps: readonly Step[] = [
    ...full(0, 0),
    { call: 'delete', ...at },
    settle,
    { call: 'purge', ...at },
    { call: 'getDeleted', ...at },
    { call: 'listDeleted', ...at },
    { call: 'recover', ...at },
    settle,
    { call: 'get', ...at },
    { call: 'delete', ...at },
    settle,
    { call: 'getDeleted', ...at },
    { call: 'purge', ...at },
    ...(hasClock ? [...purgedOnSchedule, ...full(0, 1)] : []),
    { call: 'get', ...at },
  ];
  return [
    { retentionDays: 90, purgeProtection: false },
    { retentionDays: 7, purgeProtection: false },
    { retentionDays: 7, purgeProtection: true },
  ].map((settings) => ({
    settings: { softDelete: true, ...settings, protectedSubscription: true },
    slots: 1,
    next: (view) => steps[view.length],
  }));
}
