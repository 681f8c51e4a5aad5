import type { Adapter } from '../../adapters/adapter.ts';
import type { Need } from '../../model/applicability.ts';
import type { VaultSettings } from '../../model/vaultSettings.ts';

/**
 * What a target offers of what rules need.
 * @param offered settings of the vaults that it gave; of one that does not tell, nothing is excluded
 * @param settlesAtOnce whether it is known that deletions take effect at once
 */
export function needsMet(
  adapter: Adapter,
  offered: readonly VaultSettings[] | 'unknown',
  settlesAtOnce: boolean,
): ReadonlySet<Need> {
  const met = new Set<Need>();
  const any = (holds: (settings: VaultSettings) => boolean): boolean =>
    offered === 'unknown' || offered.some(holds);
  if (adapter.kinds.includes('key')) met.add('keys');
  if (adapter.kinds.includes('certificate')) met.add('certificates');
  if (adapter.summary.principals) met.add('several principals').add('calls without a token');
  if (adapter.summary.client === 'sdk') met.add('client library');
  if (adapter.management) met.add('management plane');
  if (adapter.management?.severalCallers) met.add('several callers of the management plane');
  if (adapter.clock) met.add('a clock');
  if (adapter.management?.makesGroups) met.add('resource groups that are deleted');
  if (adapter.management?.extensions) met.add('role assignments or event subscriptions');
  if (adapter.management?.otherGeography) met.add('a second geography');
  if (adapter.hasUndeletable) met.add('an undeletable subscription');
  if (adapter.readAudit) met.add('audit records');
  if (adapter.readMeter) met.add('metering');
  if (any(({ softDelete, purgeProtection }) => softDelete && purgeProtection)) met.add('purge protection');
  if (any(({ softDelete, retentionDays }) => softDelete && retentionDays !== 90))
    met.add('retention other than 90 days');
  if (offered !== 'unknown' && any(({ softDelete }) => !softDelete)) met.add('a vault without soft delete');
  if (!settlesAtOnce) met.add('settling that takes time');
  return met;
}
