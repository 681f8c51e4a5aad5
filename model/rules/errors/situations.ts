import type { Rule } from '../../rule.ts';

/** The codes that each situation is refused with. */
export const SITUATION_RULES: readonly Rule[] = [
  {
    id: 'ER-05',
    statement:
      'Creating, setting or importing a name that is deleted answers 409 `Conflict`, inner code ' +
      '`ObjectIsDeletedButRecoverable`.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['secret', 'key', 'certificate'],
    sources: ['GH Azure/azure-rest-api-specs#9222', 'RECORDINGS create on a deleted name: 8 answers'],
  },
  {
    id: 'ER-06',
    statement: 'Purging an object under purge protection answers 403 `Forbidden` without an inner code.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['secret', 'key', 'certificate'],
    sources: ['GH Azure/sap-automation#200', 'GH microsoft/AzureTRE#1951'],
    evidence: 'Three concordant reports of 2022; never recorded.',
  },
  {
    id: 'ER-07',
    statement:
      'A purge, recover, create or set while the object is being deleted or purged may answer 409 ' +
      '`Conflict`, inner code `ObjectIsBeingDeleted`.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['secret', 'key', 'certificate'],
    sources: [
      'GH Azure/azure-sdk-for-net#34322',
      'GH Azure/azure-sdk-for-net#7199',
      'RECORDINGS calls while deleting: 2,113 answers',
    ],
    evidence:
      'Recorded: purge (2,099), recover (9), create of a key (5). A second delete is 404 instead, and a ' +
      'restore has no inner code. After a purge the same code is reported, with the whole reply.',
  },
  {
    id: 'ER-08',
    statement:
      'A create or set while the object is being recovered may answer 409 `Conflict`, inner code ' +
      '`ObjectIsBeingRecovered`.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['secret', 'key', 'certificate'],
    sources: [
      'GH hashicorp/terraform-provider-azurerm#12285',
      'GH Azure/azure-sdk-for-net#31581',
      'SDK-NET changelog 4.5.0-beta.1',
      'GH Azure/azure-sdk-for-net#38464',
      'GH Azure/azure-sdk-for-js#35256',
    ],
    evidence:
      'Never recorded. Recovers in parallel are reported as 409 `Conflict` with a text of their own ' +
      '(2023, 2025).',
  },
  {
    id: 'ER-09',
    statement:
      'Get, update, delete, backup, get deleted, recover and purge of an object that is not in the state ' +
      'they need, and not in transition, answer 404 `SecretNotFound`, `KeyNotFound` or ' +
      '`CertificateNotFound` without an inner code.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['secret', 'key', 'certificate'],
    sources: [
      'SDK-JS tests',
      'GH Azure/azure-sdk-for-net#26027',
      'RECORDINGS calls on absent and deleted names',
    ],
    evidence:
      'Recorded. GET deleted says "Deleted Secret not found: n"; recover and purge name the plain ' +
      'object. The other text changed in mid 2020. Version lists are the exception (LS-05).',
  },
  {
    id: 'ER-10',
    statement:
      'GET of a disabled secret, and GET deleted of one, answers 403 `Forbidden`, inner code ' +
      '`SecretDisabled`.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['secret'],
    sources: [
      'GH Azure/azure-sdk-for-js#24756',
      'RECORDINGS get of disabled secrets: 85 answers; get deleted: 62',
    ],
    evidence:
      'Extended to GET deleted, whose inner code was `AccessDenied` until 2020. Disabled keys and ' +
      'certificates are read with 200.',
  },
  {
    id: 'ER-11',
    statement:
      'A call without permission answers 403 `Forbidden`, inner code `AccessDenied`, ' +
      '`ForbiddenByPolicy`, `ForbiddenByRbac`, `ForbiddenByFirewall` or `ForbiddenByConnection`.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['secret', 'key', 'certificate'],
    sources: [
      'ERC',
      'GH hashicorp/terraform-provider-azurerm#10271',
      'GH turbot/steampipe-plugin-azure#127',
      'GH pulumi/pulumi-azure-nextgen#195',
      'RECORDINGS refusals by policy: 45 answers',
    ],
    evidence:
      'Recorded: `ForbiddenByPolicy` and `AccessDenied` for get, list and cryptography. ' +
      '`ForbiddenByRbac` is reported; refusals of delete, recover and purge were not recorded.',
  },
  {
    id: 'ER-12',
    statement: 'A request about deleted objects in a vault without soft delete answers 400 `NotSupported`.',
    level: 'should',
    basis: 'observed',
    appliesTo: ['secret', 'key', 'certificate', 'vault'],
    sources: ['GH Azure/terraform-provider-azapi#879'],
    evidence: 'Reported once; never recorded.',
  },
  {
    id: 'ER-13',
    statement: 'An object name with characters outside `0-9a-zA-Z-` answers 400 `BadParameter`.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['secret', 'key', 'certificate'],
    sources: ['GH aspnet/MicrosoftConfigurationBuilders#22', 'RECORDINGS calls with bad names: 16 answers'],
    evidence:
      'Recorded: "The request URI contains an invalid name: {name}", and for `key!@#$%` a page of text ' +
      'without a code (6). An empty name answers 405 `MethodNotAllowed` for secrets and certificates and ' +
      '400 for CreateKey.',
  },
  {
    id: 'ER-14',
    statement:
      "Creating a vault whose name is taken (active elsewhere, or deleted out of the caller's reach) " +
      'answers 409 `VaultAlreadyExists`.',
    level: 'must',
    basis: 'documented',
    appliesTo: ['vault'],
    sources: ['ERC VaultAlreadyExists', 'GH Azure/azure-powershell#15115'],
    contradiction: 'X16',
    evidence: 'Code and text are reported from 2021 to 2026; none of the reports shows the status number.',
  },
  {
    id: 'ER-15',
    statement:
      'Creating a vault over a deleted one of the same subscription that holds objects answers 409 ' +
      '`ConflictError`.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['vault'],
    sources: [
      'GH Azure/azure-cli#29115',
      'GH alan-turing-institute/data-safe-haven#2523',
      'GH hashicorp/terraform-provider-azurerm#1517',
    ],
    contradiction: 'X16',
    evidence:
      'Corrected: narrowed to vaults with objects, since five recordings bring an empty one back ' +
      '(VT-03). Never recorded itself; 409 is shown in reports of 2018 and 2026.',
  },
  {
    id: 'ER-16',
    statement:
      'Purging a deleted vault under purge protection answers a 4xx status with code `MethodNotAllowed`.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['vault'],
    sources: [
      'GH microsoft/AzureTRE#1446',
      'GH MicrosoftDocs/azure-docs#55427',
      'GH Azure/azure-sdk-tools#9329',
    ],
    evidence: 'No report shows the number; 405 is inferred from the code.',
  },
  {
    id: 'ER-17',
    statement:
      'Recovering a vault when none of that name is deleted answers 400 `SoftDeletedVaultDoesNotExist`.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['vault'],
    sources: ['GH hashicorp/terraform-provider-azurerm#12972', 'GH Azure/reliable-web-app-pattern-java#5'],
    evidence: 'The number, which no document gives, is 400 by a log of 2026.',
  },
  {
    id: 'ER-18',
    statement:
      '`enablePurgeProtection: false` and a changed `softDeleteRetentionInDays` are refused with 400 ' +
      '`BadRequest`.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['vault'],
    sources: ['GH Azure/azure-cli#29115', 'GH Azure/azure-cli#32311', 'TF key vault resource'],
    evidence: 'Never recorded; the texts are reported alike from 2020 to 2026.',
  },
  {
    id: 'ER-19',
    statement:
      'Writing to the key or secret of a certificate answers 403 `Forbidden`, inner code ' +
      '`KeyManagedByKeyVault` or `SecretManagedByKeyVault`.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['key', 'secret'],
    sources: [
      'GH hashicorp/terraform-provider-azurerm#5659',
      'RECORDINGS delete of managed keys and secrets: 147 answers',
    ],
    evidence: 'Recorded for delete, with the code for keys, which no document names; reported for set.',
  },
  {
    id: 'ER-20',
    statement: 'A throttled call answers 429; the code varies.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['secret', 'key', 'certificate', 'vault'],
    sources: ['THR', 'ERR', 'RECORDINGS throttled creations of keys: 44 answers'],
    evidence: 'Recorded: code `Throttled`, without `Retry-After`.',
  },
  {
    id: 'ER-21',
    statement: 'GET or purge of a deleted vault that does not exist answers 404 `DeletedVaultNotFound`.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['vault'],
    sources: ['RECORDINGS get of an absent deleted vault, 2023-2025'],
    evidence:
      'Added, since no document has it. Recorded for GET since 2023, reported for purge; until 2022 GET ' +
      'answered 404 `ResourceNotFound` (18 recordings).',
  },
  {
    id: 'ER-22',
    statement:
      'Decrypt, sign and unwrap with a disabled key answer 403 `Forbidden`, inner code `KeyDisabled`; ' +
      'encrypt, verify and wrap are allowed.',
    level: 'should',
    basis: 'observed',
    appliesTo: ['key'],
    sources: ['GH Azure/azure-sdk-for-python#45342'],
    evidence: 'Added, since no document has it: a live test of February 2026, reported once.',
  },
  {
    id: 'ER-23',
    statement:
      "A cryptographic operation that is not among the key's `key_ops` answers 403 `Forbidden`, inner " +
      'code `KeyOperationForbidden`.',
    level: 'should',
    basis: 'observed',
    appliesTo: ['key'],
    sources: ['GH Azure/azure-sdk-for-net#11518'],
    evidence: 'Added, since no document has it; reported once, in 2020.',
  },
];
