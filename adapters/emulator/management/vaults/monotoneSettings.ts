import { ServiceError } from '../../errors/serviceError.ts';
import type { VaultResource } from '../../vaults/vaultResource.ts';
import { invalidValue } from '../armErrors.ts';
import type { WantedVault } from './wantedVault.ts';

/** What becomes of a new vault that is asked for without soft delete: it has it all the same, is refused, or has none as before 2025 (SD-05). */
export type SoftDeleteOptOut = 'coerced' | 'refused' | 'allowed';

/** The settings that can only be turned on, or set once. */
export type MonotoneSettings = Pick<VaultResource, 'softDelete' | 'retentionDays' | 'purgeProtection'>;

/** The settings of a new vault. Throws a 400 for those that Azure would not take. */
export function newSettings(wanted: WantedVault, optOut: SoftDeleteOptOut): MonotoneSettings {
  const { softDelete = true, retentionDays, purgeProtection } = wanted;
  if (purgeProtection === false) throw purgeProtectionOff();
  if (!softDelete && purgeProtection === true) throw invalidValue('enablePurgeProtection');
  if (!softDelete && optOut === 'refused') throw softDeleteOff();
  return {
    softDelete: softDelete || optOut === 'coerced',
    retentionDays,
    purgeProtection: purgeProtection ?? false,
  };
}

/** The settings of a vault after a change (SD-03, RT-03, PP-04). Throws a 400 for what cannot be taken back. */
export function changedSettings(present: MonotoneSettings, wanted: WantedVault): MonotoneSettings {
  if (wanted.purgeProtection === false) throw purgeProtectionOff();
  if (present.softDelete && wanted.softDelete === false) throw softDeleteOff();
  const { retentionDays } = wanted;
  if (
    present.softDelete &&
    present.retentionDays !== undefined &&
    retentionDays !== undefined &&
    retentionDays !== present.retentionDays
  ) {
    throw new ServiceError(
      400,
      'BadRequest',
      'The property "softDeleteRetentionInDays" has been set already and it can\'t be modified.',
    );
  }
  const softDelete = present.softDelete || wanted.softDelete === true;
  if (!softDelete && wanted.purgeProtection === true) throw invalidValue('enablePurgeProtection');
  return {
    softDelete,
    retentionDays: retentionDays ?? present.retentionDays,
    purgeProtection: present.purgeProtection || wanted.purgeProtection === true,
  };
}

function purgeProtectionOff(): ServiceError {
  return new ServiceError(
    400,
    'BadRequest',
    'The property "enablePurgeProtection" cannot be set to false. Enabling the purge protection for a vault is an irreversible action.',
  );
}

function softDeleteOff(): ServiceError {
  return new ServiceError(
    400,
    'BadRequest',
    'The property "enableSoftDelete" can be set to false only for creating new vault. Enabling the \'soft delete\' functionality is an irreversible action.',
  );
}
