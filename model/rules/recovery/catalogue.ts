import type { Rule } from '../../rule.ts';

/** Recover, for objects. */
export const RECOVERY_RULES: readonly Rule[] = [
  {
    id: 'RC-01',
    statement:
      'Recover moves a deleted object back to active under its name with all its versions, and answers ' +
      '200 with the active bundle of the latest one.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['secret', 'key', 'certificate', 'hsm-key'],
    sources: [
      'TSP-S recover operation',
      'TSP-K recover operation',
      'TSP-C recover operation',
      'JSG',
      'RECORDINGS recover: 988 answers',
    ],
    evidence:
      'Recorded 988 times, always with the latest version and without dates; the versions were not ' +
      'listed after a recover.',
  },
  {
    id: 'RC-02',
    statement:
      'Recover brings the object back as it was: value or key material, version ids, tags, content type ' +
      'and every attribute, `enabled` and `updated` included. It adds no version and enables nothing.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['secret', 'key', 'certificate'],
    sources: ['JSG', 'RECORDINGS recover compared with the delete before: 988 pairs'],
    evidence:
      'The documents leave `updated` open; recorded attributes, tags and content type equal those before ' +
      'in 988 of 988 recovers, and disabled certificates came back disabled. Vaults differ: VT-06.',
  },
  {
    id: 'RC-03',
    statement:
      'Recover of a name that is not deleted, be it absent or active, fails with 404 `SecretNotFound`, ' +
      '`KeyNotFound` or `CertificateNotFound`.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['secret', 'key', 'certificate', 'hsm-key'],
    sources: ['TSP-K recover operation', 'SDK-JS tests', 'RECORDINGS recover of an absent name: 159 answers'],
    evidence:
      'Recorded for absent names; the message names the plain object ("Secret not found: n"), not the ' +
      'deleted one. For active names inferred: clients look first (AS-09).',
  },
  {
    id: 'RC-04',
    statement:
      'Recover is allowed at every instant before `scheduledPurgeDate`, with purge protection and ' +
      'without.',
    level: 'must',
    basis: 'documented',
    appliesTo: ['vault', 'secret', 'key', 'certificate'],
    sources: ['TSP-S recover operation', 'KVR introduction'],
    evidence:
      'Recorded for objects seconds to minutes after the delete only; while the delete settles it may be ' +
      'refused with 409 (ER-07).',
  },
  {
    id: 'RC-05',
    statement: 'After a purge, asked for or automatic, nobody can recover what was purged.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['vault', 'secret', 'key', 'certificate', 'hsm', 'hsm-key'],
    sources: ['SDO §Purge protection', 'LRN §Purge protection', 'RECORDINGS recover while purging'],
    evidence:
      'Recorded once for a secret: 404 `SecretNotFound` 31 s after its purge. A vault answers 400 ' +
      '`SoftDeletedVaultDoesNotExist` (VT-05). A backup can still be restored (BK-08).',
  },
  {
    id: 'RC-06',
    statement:
      'Recover needs the recover permission, which neither delete nor set implies; without it the answer ' +
      'is 403 `Forbidden`.',
    level: 'must',
    basis: 'documented',
    appliesTo: ['secret', 'key', 'certificate'],
    sources: ['TSP-S recover operation', 'GH microsoft/AzureTRE#1237'],
    evidence:
      'Reported for secrets with inner code `ForbiddenByPolicy` (2022). Recorded recovers of secrets ' +
      'answer no value (354 of 354).',
  },
  {
    id: 'RC-07',
    statement:
      'A recover takes the object out of the deleted ones: the list of deleted objects leaves it out at ' +
      'once, and GET deleted answers 404 when the recover has settled.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['vault', 'secret', 'key', 'certificate'],
    sources: ['SDK-JS tests', 'RECORDINGS list of deleted objects after recover: 139 looks'],
    evidence:
      'Recorded: out of the list in 139 of 139 looks from 2 s on. GET deleted while recovering was not ' +
      'recorded.',
  },
  {
    id: 'RC-08',
    statement:
      'Right after a recover the name is in transition, and setting or creating it may be refused with ' +
      '409 `Conflict`, inner code `ObjectIsBeingRecovered`, until it has settled.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['secret', 'key', 'certificate'],
    sources: [
      'GH hashicorp/terraform-provider-azurerm#12285',
      'GH Azure/azure-sdk-for-net#31581',
      'SDK-NET changelog 4.5.0-beta.1',
    ],
    evidence:
      'The conflict is reported, also after GET already answered 200; recorded are only new versions that ' +
      'were accepted. The one recorded DELETE right after a recover got 404, not 409.',
  },
];
