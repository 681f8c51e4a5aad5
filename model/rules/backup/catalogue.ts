import type { Rule } from '../../rule.ts';

/** Backup and restore of single objects. */
export const BACKUP_RULES: readonly Rule[] = [
  {
    id: 'BK-01',
    statement:
      'Backup of an active object answers 200 with one opaque, encrypted blob that holds all its ' +
      'versions.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['secret', 'key', 'certificate', 'hsm-key'],
    sources: [
      'BKP',
      'TSP-S backup operation',
      'NPM-K backupKey',
      'RECORDINGS backup: 510 answers of active objects',
    ],
    evidence:
      'Recorded for active, disabled and pending objects. A whole vault cannot be backed up at once; a ' +
      'Managed HSM pool can.',
  },
  {
    id: 'BK-02',
    statement:
      'Backup of an absent, deleted or purged object fails with 404 `SecretNotFound`, `KeyNotFound` or ' +
      '`CertificateNotFound`.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['secret', 'key', 'certificate', 'hsm-key'],
    sources: ['SDK-JS tests', 'RECORDINGS backup of absent names: 103 answers'],
    evidence:
      'Recorded for absent (102) and purging (1) names. Backup of a deleted object was not recorded; ' +
      'inferred from LS-04.',
  },
  {
    id: 'BK-03',
    statement:
      'Restore brings the object back under its original name with all versions as they were at the ' +
      'backup: version ids, values, attributes (`created` and `updated` included) and tags. It answers ' +
      '200 with the latest version and without a value.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['secret', 'key', 'certificate', 'hsm-key'],
    sources: ['NPM-K restoreKeyBackup', 'BKP', 'RECORDINGS restore: 432 answers'],
    evidence:
      'Recorded: same version id, `created`, `updated` and tags in 286 of 333 pairs; in the other 47 ' +
      'only `updated` differs, by an update before the backup. Version lists after a restore hold every ' +
      'version of before (55 of 55).',
  },
  {
    id: 'BK-04',
    statement:
      'Restore never overwrites: while the name is active, deleted or in transition it is refused with ' +
      '409 `Conflict`; while a deletion or a purge settles there is no inner code.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['secret', 'key', 'certificate', 'hsm-key'],
    sources: [
      'NPM-K restoreKeyBackup',
      'MKM restore',
      'RECORDINGS restore while purging or deleting: 1,152 answers',
    ],
    evidence:
      'Recorded up to 69 s after a purge and once while deleting; for active and deleted names by the ' +
      'message and the documents. So restoring in place takes a delete and a purge, impossible under ' +
      'purge protection before `scheduledPurgeDate`.',
  },
  {
    id: 'BK-05',
    statement:
      'A blob can be restored only within the same Azure subscription and the same geography; elsewhere ' +
      'the restore is refused with a 4xx status (another geography: 400, "Cannot decrypt backup blob.").',
    level: 'must',
    basis: 'documented',
    appliesTo: ['secret', 'key', 'certificate'],
    sources: [
      'BKP',
      'LRN §Design considerations',
      'GH MicrosoftDocs/azure-docs#107520',
      'GH Azure/azure-cli#8767',
    ],
    evidence: 'Never recorded. Another vault, resource group or region of the same geography is allowed.',
  },
  {
    id: 'BK-06',
    statement: 'Restore of a corrupt blob is refused with 400 and code `Malformed backup blob`.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['secret', 'key', 'certificate'],
    sources: ['RECORDINGS restore of a corrupt blob: 150 answers', 'SDK-JS tests'],
    evidence:
      'Corrected: the code is `Malformed backup blob`, with spaces, not `BadParameter`; the text is ' +
      '"Backup blob contains invalid or corrupt version." (145) or "Backup blob is corrupt." (5).',
  },
  {
    id: 'BK-07',
    statement:
      'Backup of an object with more than 500 past versions is not supported and may fail; with up to ' +
      '499 versions it succeeds.',
    level: 'must',
    basis: 'documented',
    appliesTo: ['secret', 'key', 'certificate'],
    sources: ['BKP §Limitations', 'LRN §Limitations'],
    evidence:
      'Recorded for few versions only. Since versions cannot be deleted (DL-05), an object past the limit can ' +
      'never be backed up again.',
  },
  {
    id: 'BK-08',
    statement:
      'A backup is a snapshot: what later happens to its source (change, delete, purge) does not change ' +
      'what it restores, and restoring or losing it does not change the source.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['secret', 'key', 'certificate', 'hsm-key'],
    sources: ['BKP', 'LRN §Limitations', 'RECORDINGS restore after purge: 286 pairs'],
    evidence: 'Recorded: blobs taken before a delete and purge restore what was backed up.',
  },
  {
    id: 'BK-09',
    statement:
      'The backup of a single Managed HSM key can be restored only under the same security domain; ' +
      'restoring one key selectively needs that key purged first.',
    level: 'must',
    basis: 'documented',
    appliesTo: ['hsm-key'],
    sources: ['MKM', 'MBK', 'RECORDINGS restore into another Managed HSM: 3 answers'],
    evidence: 'Recorded: a blob of another domain is refused with code `MalformedBackupBlob`.',
  },
];
