import type { Rule } from '../../rule.ts';

/** Delete: of objects, and of vaults. */
export const DELETION_RULES: readonly Rule[] = [
  {
    id: 'DL-01',
    statement:
      'DELETE of an active object in a vault with soft delete answers 200 with the deleted bundle of the ' +
      'latest version, and moves all versions together into the deleted state.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['secret', 'key', 'certificate'],
    sources: [
      'TSP-S delete operation',
      'TSP-K delete operation',
      'TSP-C delete operation',
      'RECORDINGS delete: 7,939 answers',
    ],
    evidence:
      'Recorded: the id is that of the latest version in 6,396 of 6,396 deletes whose versions are ' +
      "known; a secret's value is never in the answer.",
  },
  {
    id: 'DL-02',
    statement:
      '`recoveryId` is `https://{vault host}/deleted{secrets|keys|certificates}/{name}`, without a ' +
      'version.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['secret', 'key', 'certificate', 'hsm-key'],
    sources: ['TSP-S examples', 'NPM-S DeletedSecret.recoveryId', 'RECORDINGS shapes of deleted objects'],
    evidence: 'Compare without regard to case; some command output shows the default port `:443`.',
  },
  {
    id: 'DL-03',
    statement:
      'DELETE of a name that is not active answers 404 `SecretNotFound`, `KeyNotFound` or ' +
      '`CertificateNotFound`, also when the name is already deleted; the dates of that deletion stay as ' +
      'they were.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['secret', 'key', 'certificate'],
    sources: ['SDK-JS tests', 'RECORDINGS delete of a deleted name: 38 answers'],
    evidence:
      'Recorded: a second delete is 404 while the first settles (9 of 9) and after it (29 of 29); never ' +
      '409.',
  },
  {
    id: 'DL-04',
    statement: 'Delete needs the delete permission only: neither get nor recover nor purge.',
    level: 'must',
    basis: 'documented',
    appliesTo: ['secret', 'key', 'certificate'],
    sources: [
      'TSP-S delete operation',
      'TSP-K delete operation',
      'TSP-C delete operation',
      'RBG data actions',
    ],
  },
  {
    id: 'DL-05',
    statement:
      'A single version cannot be deleted in any way: DELETE of a path with a version is refused with a ' +
      '4xx status and changes nothing.',
    level: 'must',
    basis: 'documented',
    appliesTo: ['secret', 'key', 'certificate'],
    sources: ['TSP-S delete operation', 'BKP §Limitations', 'LRN §Limitations'],
    evidence:
      'The refusal was never recorded, and the documents do not say which status, 404 or 405. Recorded lists of ' +
      'versions lack none.',
  },
  {
    id: 'DL-06',
    statement:
      'As soon as a delete is answered, reading, updating, backing up, using or rotating the name or one ' +
      'of its versions fails with 404 `SecretNotFound`, `KeyNotFound` or `CertificateNotFound`.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['secret', 'key', 'certificate'],
    sources: [
      'SDO §Key vault recovery',
      'TSP-K delete operation',
      'SDK-JS tests',
      'GH Azure/azure-sdk-for-js#25489',
      'RECORDINGS get after delete: 461 answers',
    ],
    evidence:
      'Recorded: GET is 404 at once (115 of 115 while settling, 346 of 346 later) and 404 for versions ' +
      'of certificates (4). Update, backup and cryptography on deleted names were not recorded. Version ' +
      'lists are LS-05.',
  },
  {
    id: 'DL-07',
    statement: 'Objects that are disabled, not yet valid or expired can be deleted like any other.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['secret', 'key', 'certificate'],
    sources: ['SEC attributes', 'KEY attributes', 'RECORDINGS delete of disabled objects: 499 answers'],
    evidence:
      'Recorded for disabled objects: 499 of 499 deletes answer 200. Expired and not yet valid ones were ' +
      'not recorded.',
  },
  {
    id: 'DL-08',
    statement:
      'Delete changes nothing in the object: the deleted bundle shows the attributes (`updated` ' +
      'included), tags and content type of the last read.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['secret', 'key', 'certificate'],
    sources: ['TSP-S DeletedSecretBundle', 'RECORDINGS delete compared with the read before: 7,535 pairs'],
    evidence:
      'Recorded: equal in 7,533 of 7,535 pairs, `updated` included; the two others are of 2015, without ' +
      'soft delete, and lack the tags.',
  },
  {
    id: 'DL-09',
    statement:
      'Deleting a vault soft-deletes it as a whole, whatever it holds; its objects become unreachable ' +
      'and keep their own states.',
    level: 'must',
    basis: 'documented',
    appliesTo: ['vault'],
    sources: ['OLD-SD objects of a deleted vault', 'SDO §Key vault recovery'],
    evidence: 'No recording asks the data plane of a deleted vault, so how it fails is not specified.',
  },
  {
    id: 'DL-10',
    statement: 'DELETE of a vault that does not exist or is already deleted answers 204 without a body.',
    level: 'must',
    basis: 'documented',
    appliesTo: ['vault'],
    sources: ['TSP-V delete operation', 'GH Azure/azure-cli#2369'],
    evidence: 'Never recorded; a user reported 204 for the second delete in 2017.',
  },
  {
    id: 'DL-11',
    statement:
      'Deleting a vault is synchronous: 200 with an empty body. Deleting a Managed HSM pool is ' +
      'long-running: 202 with a `Location` to poll.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['vault', 'hsm'],
    sources: [
      'TSP-V delete operations',
      'NPM-ARM vaults.delete, managedHsms.beginDelete',
      'RECORDINGS vault delete: 192 answers',
    ],
    evidence:
      'Recorded for vaults: 200 and empty in all, 2015 to 2025, with and without soft delete. Pools were ' +
      'not recorded.',
  },
  {
    id: 'DL-12',
    statement:
      'Deleting a resource group soft-deletes the vaults in it; they are listed with their old ids and ' +
      'can be recovered like any other.',
    level: 'should',
    basis: 'inferred',
    appliesTo: ['vault'],
    sources: ['OLD-SD recovery after the group is gone'],
    evidence: 'Never recorded. Recovery then needs a group of the same name first (VT-09).',
  },
  {
    id: 'DL-13',
    statement:
      'Objects cannot be deleted through the management plane: DELETE of ' +
      '`.../vaults/{vault}/secrets/{name}` is refused with 400 `DisallowedResourceOperation`.',
    level: 'should',
    basis: 'observed',
    appliesTo: ['secret', 'key'],
    sources: ['GH Azure/terraform-provider-azapi#879', 'TSP-V secrets and keys have no delete'],
    evidence: 'Reported once; never recorded.',
  },
];
