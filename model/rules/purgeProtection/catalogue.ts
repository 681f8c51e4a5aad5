import type { Rule } from '../../rule.ts';

/** Purge protection: how it is turned on, what it forbids, and how it shows. */
export const PURGE_PROTECTION_RULES: readonly Rule[] = [
  {
    id: 'PP-01',
    statement:
      'Purge protection is off unless asked for; a vault with it off shows `enablePurgeProtection` as ' +
      'absent or null, never as false.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['vault', 'hsm'],
    sources: [
      'SDO §Purge protection',
      'MSO §Purge protection',
      'TSP-V VaultProperties.enablePurgeProtection',
      'RECORDINGS vault create without the property',
    ],
  },
  {
    id: 'PP-02',
    statement:
      'Purge protection takes effect only with soft delete on; a request for `enablePurgeProtection: ' +
      'true` with `enableSoftDelete: false` is refused with 400.',
    level: 'must',
    basis: 'documented',
    appliesTo: ['vault'],
    sources: ['SDO §Purge protection', 'TSP-V VaultProperties.enablePurgeProtection'],
    evidence: 'Never recorded; the refusal of the combination is inferred.',
  },
  {
    id: 'PP-03',
    statement:
      'Purge protection can be turned on when a vault is created or at any later time while it is active.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['vault', 'hsm'],
    sources: [
      'SDO §Purge protection',
      'KVR steps for CLI',
      'MRC',
      'RECORDINGS vault update: purge protection turned on in 32 vaults',
    ],
    evidence: 'Recorded: turned on in 32 live vaults, in 11 of them together with soft delete.',
  },
  {
    id: 'PP-04',
    statement:
      'Purge protection can never be turned off. `enablePurgeProtection: false` is refused with 400 ' +
      '`BadRequest` even where it is off, also at creation; null or absent leaves it as it is.',
    level: 'must',
    basis: 'documented',
    appliesTo: ['vault'],
    sources: [
      'TSP-V VaultProperties.enablePurgeProtection',
      'KVR note on purge protection',
      'GH Azure/azure-cli#29115',
      'GH Azure/bicep#5223',
      'GH Azure/azure-rest-api-specs#18106',
      'GH Azure/azure-cli#32311',
    ],
    evidence:
      'Recorded: no vault that was protected is ever shown without it. The refusal was not recorded, but is ' +
      'reported alike from 2021 to 2025: "The property ' +
      '"enablePurgeProtection" cannot be set to false. Enabling the purge protection for a vault is an ' +
      'irreversible action." Templates for Managed HSM are said to send false at creation.',
  },
  {
    id: 'PP-05',
    statement:
      'While purge protection is on, no purge of an object in that vault succeeds, whoever asks; a ' +
      'caller who may purge is answered 403 `Forbidden` without an inner code.',
    level: 'must',
    basis: 'documented',
    appliesTo: ['secret', 'key', 'certificate'],
    sources: [
      'SDO §Purge protection',
      'KVR note on purge protection',
      'GH Azure/sap-automation#200',
      'GH microsoft/AzureTRE#1951',
    ],
    evidence:
      'Never recorded. Three reports of 2022 agree on 403 `Forbidden`, on the text, and on there being ' +
      'no inner code.',
  },
  {
    id: 'PP-06',
    statement:
      'While purge protection is on, purge of the deleted vault itself is refused with a 4xx status and ' +
      'code `MethodNotAllowed`, whoever asks, and the vault stays deleted.',
    level: 'must',
    basis: 'documented',
    appliesTo: ['vault'],
    sources: [
      'SDO §Purge protection',
      'GH microsoft/AzureTRE#1446',
      'GH MicrosoftDocs/azure-docs#55427',
      'GH Azure/azure-sdk-tools#9329',
    ],
    evidence:
      'Never recorded. Code and text ("Operation \'DeletedVaultPurge\' is not allowed.") are reported ' +
      'from 2020 to 2026; no report shows the status number, so 405 is only likely.',
  },
  {
    id: 'PP-07',
    statement: 'Purge protection hinders neither delete nor recover.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['vault', 'secret', 'key', 'certificate'],
    sources: [
      'SDO §Purge protection',
      'KVR introduction',
      'RECORDINGS delete in vaults with purge protection',
    ],
    evidence:
      'Recorded: deletes in vaults with purge protection (a certificate, 2026; whole vaults) and a ' +
      'protected vault brought back in 2020.',
  },
  {
    id: 'PP-08',
    statement:
      'No role, no subscription owner and nobody at Microsoft can override purge protection. A caller ' +
      'without the purge permission gets the permission error (ER-11) instead of that of purge ' +
      'protection.',
    level: 'must',
    basis: 'documented',
    appliesTo: ['vault', 'secret', 'key', 'certificate'],
    sources: [
      'KVR note on purge protection',
      'GH hashicorp/terraform-provider-azurerm#9984',
      'GH hashicorp/terraform-provider-azurerm#10271',
    ],
    evidence:
      'The order of the two checks was open; one report shows `ForbiddenByPolicy` for a caller without ' +
      'purge permission in a protected vault, so permission is checked first.',
  },
  {
    id: 'PP-09',
    statement:
      'Purge protection shows on objects as a `recoveryLevel` without `Purgeable`: `Recoverable` where ' +
      'the retention interval is 90 days, `CustomizedRecoverable` where it is 7 to 89.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['secret', 'key', 'certificate', 'hsm-key'],
    sources: [
      'TSP-S DeletionRecoveryLevel',
      'TSP-K DeletionRecoveryLevel',
      'TSP-C DeletionRecoveryLevel',
      'RECORDINGS recovery levels by vault settings',
    ],
    evidence: 'Recorded for 90 days (54 answers). `CustomizedRecoverable` was never recorded.',
  },
  {
    id: 'PP-10',
    statement:
      'A deleted vault shows `purgeProtectionEnabled: true` exactly when it has purge protection; ' +
      'otherwise the property is absent.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['vault', 'hsm'],
    sources: ['TSP-V DeletedVaultProperties', 'RECORDINGS list of deleted vaults: 5,643 items'],
    evidence: 'Recorded: true on 2,894 of 5,643 list items, absent on the others.',
  },
  {
    id: 'PP-11',
    statement:
      'Purge protection is looked up when a purge is asked for: turning it on also protects objects that ' +
      'were deleted before, and their level then lacks `Purgeable`.',
    level: 'should',
    basis: 'inferred',
    appliesTo: ['secret', 'key', 'certificate'],
    sources: ['TSP-S recoveryLevel: the level in effect for the vault'],
    evidence: 'Never recorded and tested by no source.',
  },
  {
    id: 'PP-12',
    statement:
      "Under purge protection the wait counts from each deletion's own instant; turning purge protection " +
      'on later moves no date.',
    level: 'must',
    basis: 'documented',
    appliesTo: ['vault', 'secret', 'key', 'certificate'],
    sources: ['SDO §Purge protection', 'LRN §Purge protection'],
  },
];
