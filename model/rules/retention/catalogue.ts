import type { Rule } from '../../rule.ts';

/** The retention interval, and the dates of deletion and of scheduled purge that follow from it. */
export const RETENTION_RULES: readonly Rule[] = [
  {
    id: 'RT-01',
    statement:
      'The retention interval (`softDeleteRetentionInDays`) is a whole number of days from 7 to 90; any ' +
      'other value is refused with 400.',
    level: 'must',
    basis: 'documented',
    appliesTo: ['vault', 'hsm'],
    sources: [
      'SDO introduction',
      'LRN §Soft-delete behavior',
      'TSP-V VaultProperties.softDeleteRetentionInDays',
    ],
    contradiction: 'X10',
    evidence:
      'Recorded values are 7, 10, 12, 17 and 90; one out of range was never sent, so the error code is ' +
      'unknown. A vault that was sent no value shows none with api-versions up to 2021-11-01-preview, ' +
      'and 90 with 2023-07-01.',
  },
  {
    id: 'RT-02',
    statement:
      'The retention interval belongs to the vault and not to the object: all objects in a vault show ' +
      'the same `recoverableDays` and have the same time between `deletedDate` and `scheduledPurgeDate`.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['vault', 'secret', 'key', 'certificate'],
    sources: ['SDO §Soft-delete behavior', 'TSP-S recoverableDays', 'RECORDINGS recoverableDays by vault'],
    evidence: 'Recorded: no vault shows two values within one recording.',
  },
  {
    id: 'RT-03',
    statement:
      'In a vault with soft delete, the retention interval once set stays: sending the same value again ' +
      'is accepted, a different value is refused with 400 `BadRequest`.',
    level: 'must',
    basis: 'documented',
    appliesTo: ['vault'],
    sources: [
      'SDO §Soft-delete behavior',
      'LRN §Soft-delete behavior',
      'MSO §Soft-delete behavior',
      'TF key vault resource',
      'RECORDINGS vault update with the same retention',
    ],
    contradiction: 'X9',
    evidence:
      'Recorded: PUTs that repeat the value are accepted (66 counted). While soft delete is off the ' +
      'value can still change (SD-09), so the lock begins with soft delete. The refusal is reported, not ' +
      'recorded: "The property "softDeleteRetentionInDays" has been set already and it can\'t be ' +
      'modified."',
  },
  {
    id: 'RT-04',
    statement:
      'A vault with soft delete whose retention interval was never stored keeps what is deleted for 90 ' +
      'days and takes one first value later; from then on RT-03 holds.',
    level: 'should',
    basis: 'contradictory',
    appliesTo: ['vault'],
    sources: ['OLD-CHG portal steps', 'TF key vault resource', 'SDO §Soft-delete behavior (rival reading)'],
    contradiction: 'X9',
    evidence:
      'Never recorded on a vault whose soft delete was already on. Whether such a vault shows 90 or ' +
      'nothing depends on the api-version (RT-01).',
  },
  {
    id: 'RT-05',
    statement:
      'One retention interval governs what is deleted with and without purge protection; purge ' +
      'protection has no interval of its own.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['vault', 'secret', 'key', 'certificate', 'hsm', 'hsm-key'],
    sources: [
      'SDO §Soft-delete behavior, §Purge protection',
      'LRN §Soft-delete behavior',
      'LRN §Purge protection (rival reading)',
      'GH MicrosoftDocs/azure-docs#115409',
      'RECORDINGS dates of deleted vaults with purge protection',
    ],
    contradiction: 'X1',
    evidence:
      'Recorded: deleted vaults with purge protection keep 10 and 90 days to the second. Objects under ' +
      'purge protection were recorded with 90 days only.',
  },
  {
    id: 'RT-06',
    statement:
      '`scheduledPurgeDate` is exactly the retention interval after `deletedDate` (for a vault: after ' +
      '`deletionDate`), counted in days of 86,400 seconds in UTC.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['vault', 'secret', 'key', 'certificate', 'hsm', 'hsm-key'],
    sources: [
      'TSP-S examples',
      'TSP-V examples',
      'OLD-SD command output',
      'RECORDINGS dates of deleted objects and vaults: 22,921 answers',
    ],
    evidence:
      'Recorded without exception, so no second of tolerance is given: 7 and 90 days on objects; 7, 10, ' +
      "12, 17 and 90 on vaults. The two fields must be compared, not the clock: a vault's `deletionDate` " +
      'can be seconds before the DELETE answer.',
  },
  {
    id: 'RT-07',
    statement:
      'Dates on the data plane are whole Unix seconds as JSON numbers; dates on the management plane are ' +
      'ISO 8601 strings in UTC.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['vault', 'secret', 'key', 'certificate', 'hsm'],
    sources: [
      'TSP-S deletedDate, scheduledPurgeDate',
      'TSP-V DeletedVaultProperties',
      'RECORDINGS shapes of deleted objects and vaults',
    ],
  },
  {
    id: 'RT-08',
    statement:
      "The dates of a deletion come from the service's clock; the client's clock and the date headers of " +
      'a request do not move them.',
    level: 'should',
    basis: 'inferred',
    appliesTo: ['vault', 'secret', 'key', 'certificate'],
    sources: ['TSP-S deletedDate is read-only', 'RECORDINGS deletedDate against the Date header of DELETE'],
    evidence:
      'Recorded: `deletedDate` lies between 4 s before and 1 s after the `Date` of the DELETE answer in ' +
      'all 7,939 cases; no recorded client had a wrong clock.',
  },
  {
    id: 'RT-09',
    statement:
      'At every instant before its `scheduledPurgeDate`, a deleted vault or object that nobody purges or ' +
      'recovers is still deleted: it can be read as deleted, is listed, and can be recovered.',
    level: 'must',
    basis: 'documented',
    appliesTo: ['vault', 'secret', 'key', 'certificate', 'hsm', 'hsm-key'],
    sources: ['SDO introduction', 'TSP-S recover operation'],
    evidence:
      'Two exceptions concern reading and listing only: GET deleted of a disabled secret is 403 (LS-03), ' +
      'and managed keys and secrets are not listed (CR-05).',
  },
  {
    id: 'RT-10',
    statement:
      'After `scheduledPurgeDate` the service purges a deleted vault or object by itself, needing no ' +
      'call and no permission; how soon after is not specified.',
    level: 'must',
    basis: 'documented',
    appliesTo: ['vault', 'secret', 'key', 'certificate', 'hsm', 'hsm-key'],
    sources: ['SDO §Soft-delete retention period', 'LRN §Soft-delete retention period', 'KVR introduction'],
    evidence: 'Never recorded: no recording lasts as long as a retention interval.',
  },
  {
    id: 'RT-11',
    statement:
      'Nothing moves `scheduledPurgeDate` but a recover followed by a new delete: reading, listing, ' +
      'failed purges and changes of permission leave it where it is.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['vault', 'secret', 'key', 'certificate'],
    sources: [
      'SDO §Soft-delete retention period',
      'LRN §Soft-delete retention period',
      'RECORDINGS get deleted after delete: 6,478 pairs',
    ],
    evidence: 'Recorded: GET deleted repeats the DELETE answer, dates included, in 6,478 of 6,478 cases.',
  },
  {
    id: 'RT-12',
    statement: 'Deleting again after a recover gives new dates, both computed from the second delete.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['vault', 'secret', 'key', 'certificate'],
    sources: ['RECORDINGS deletedDate against the Date header of DELETE'],
    evidence:
      'No document says it; recorded deletes carry their own second as `deletedDate`, also after a ' +
      'recover or a restore.',
  },
  {
    id: 'RT-13',
    statement:
      'Every answer about a deleted object or vault with soft delete carries its deletion date and ' +
      '`scheduledPurgeDate`; no answer about an active one carries either.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['vault', 'secret', 'key', 'certificate'],
    sources: [
      'TSP-S DeletedSecretBundle',
      'TSP-K DeletedKeyBundle',
      'TSP-C DeletedCertificateBundle',
      'NPM-S DeletedSecret',
      'NPM-C DeletedCertificate',
      'RECORDINGS shapes of deleted and recovered objects',
    ],
    evidence:
      'The management model of an active Managed HSM pool also declares `scheduledPurgeDate`; that is ' +
      'tolerated.',
  },
  {
    id: 'RT-14',
    statement:
      'The automatic purge at the end of the interval happens with purge protection as without it: purge ' +
      'protection keeps nothing beyond `scheduledPurgeDate`.',
    level: 'must',
    basis: 'documented',
    appliesTo: ['vault', 'secret', 'key', 'certificate'],
    sources: ['KVR introduction', 'GH Azure/sap-automation#200'],
  },
];
