import type { Rule } from '../../rule.ts';

/** Certificates, and the key and secret that belong to them. */
export const CERTIFICATE_RULES: readonly Rule[] = [
  {
    id: 'CR-01',
    statement:
      'A certificate has a key and a secret of the same name and version, which show `managed: true`; ' +
      'its bundle names them in `kid` and `sid`.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['certificate', 'key', 'secret'],
    sources: [
      'CRC first creation',
      'CRT composition',
      'TSP-S managed',
      'RECORDINGS get of managed keys and secrets: 240 answers',
    ],
    evidence:
      'Recorded: same name and version id. On other objects the field is reported absent, not false. ' +
      'While the certificate is pending, GET of its secret is 403 `SecretDisabled` (24).',
  },
  {
    id: 'CR-02',
    statement:
      'Creating or importing a certificate for the first time fails with 409 `Conflict` while a key or ' +
      'secret of that name is active or deleted.',
    level: 'must',
    basis: 'documented',
    appliesTo: ['certificate'],
    sources: ['CRC', 'FAQ conflict when creating a certificate'],
    contradiction: 'X15',
    evidence: 'Never recorded; for a deleted key or secret it is inferred.',
  },
  {
    id: 'CR-03',
    statement:
      'Deleting a certificate deletes its key and secret with it; recovering or purging the certificate ' +
      'recovers or purges them.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['certificate', 'key', 'secret'],
    sources: [
      'TSP-C delete operation',
      'CRC',
      'GH james-gould/azure-keyvault-emulator#398',
      'GH nagyesta/lowkey-vault#478',
      'RECORDINGS lists after a delete without soft delete',
    ],
    evidence:
      'Reported by a Microsoft engineer for soft delete (December 2025) and recorded without it: key and ' +
      'secret leave their lists. Their state after a recover or purge of the certificate was not seen.',
  },
  {
    id: 'CR-04',
    statement:
      'The key and secret of a certificate are read-only: setting, updating, deleting, recovering or ' +
      'purging them directly is refused with 403 `Forbidden`, inner code `KeyManagedByKeyVault` or ' +
      '`SecretManagedByKeyVault`.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['key', 'secret'],
    sources: [
      'CRC',
      'GH hashicorp/terraform-provider-azurerm#5659',
      'RECORDINGS delete of managed keys and secrets: 147 answers',
    ],
    evidence:
      'Recorded for delete (21 keys, 126 secrets), reported for set; update, recover and purge are ' +
      'inferred. The text for secrets changed in 2022.',
  },
  {
    id: 'CR-05',
    statement:
      'The deleted key and secret of a deleted certificate are left out of the lists of deleted keys and ' +
      'secrets, yet GET deleted by name returns them, with `managed: true`.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['key', 'secret'],
    sources: [
      'GH james-gould/azure-keyvault-emulator#398',
      'GH james-gould/azure-keyvault-emulator#399',
      'RECORDINGS lists of deleted keys and secrets: 7,943 items',
    ],
    contradiction: 'X14',
    evidence:
      'Confirmed by replies of a live vault (December 2025); none of 5,153 recorded items of deleted ' +
      'keys and 2,790 of deleted secrets is managed. A report of 2020 saw managed secrets in the active ' +
      'list.',
  },
  {
    id: 'CR-06',
    statement:
      'The pending operation is an object apart from its certificate: deleting it (200) leaves the ' +
      'certificate, and afterwards reading it is 404 `PendingCertificateNotFound`.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['certificate'],
    sources: [
      'TSP-C routes',
      'GH Azure/azure-cli#1283',
      'RECORDINGS delete of a pending operation: 136 answers',
    ],
    evidence: 'Recorded: 404 in 128 of 128 reads after it, the certificate still there (28).',
  },
  {
    id: 'CR-07',
    statement:
      'Creating a certificate answers 202 with a pending operation in status `inProgress`, which ends as ' +
      '`completed`, `cancelled` or `failed`. It can be cancelled only while in progress; otherwise the ' +
      'request is refused with 400.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['certificate'],
    sources: ['CRC', 'CRC scenarios', 'RECORDINGS certificate operations: 2,559 creations'],
    evidence:
      'Corrected: the status is spelled `cancelled`. Asking for it answers 200 and still `inProgress` ' +
      '(105). Meanwhile GET of the certificate is 200 with `enabled: false`. `failed` and the 400 were ' +
      'not recorded.',
  },
  {
    id: 'CR-08',
    statement:
      'While a pending operation is in progress, a second create or an import of that name is refused ' +
      'with 409 `Conflict`; a merge into a request that an issuer serves is refused with 403. Deleting ' +
      'the operation or the certificate is allowed.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['certificate'],
    sources: [
      'CRC scenarios',
      'GH Azure/azure-sdk-for-js#24086',
      'GH Azure/azure-sdk-for-js#27212',
      'RECORDINGS certificate calls while an operation is in progress',
    ],
    evidence:
      'Corrected: the documents also call deleting the operation a conflict, but it answered 200 for ' +
      'more than 120 operations in progress, and DELETE of the certificate for 636. The 26 recorded ' +
      'conflicts of a second create have no inner code.',
  },
  {
    id: 'CR-09',
    statement:
      'With `includePending=true` lists of active and deleted certificates also show those whose only ' +
      'version is still pending; without it they do not.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['certificate'],
    sources: [
      'TSP-C includePending',
      'RECORDINGS lists of certificates with includePending',
      'GH Azure/azure-sdk-for-js#9879',
    ],
    evidence:
      'Recorded for active lists: shown with true (78 of 78), left out otherwise (14 of 26; the others ' +
      'had probably completed). A certificate deleted while pending may never become readable as deleted.',
  },
  {
    id: 'CR-10',
    statement:
      'Issuers and contacts are deleted at once, without soft delete, and belong to the vault: deleting ' +
      'or recovering a certificate does not touch them.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['certificate'],
    sources: ['TSP-C routes', 'RECORDINGS delete of issuers and contacts'],
    evidence:
      'Recorded: 200, then 404 `CertificateIssuerNotFound` or `ContactsNotFound`. Their independence of ' +
      'certificates is inferred.',
  },
  {
    id: 'CR-11',
    statement:
      'Importing a certificate, or merging a signed one into its pending request, makes a version that is ' +
      'complete at once. What cannot be used is refused with 400 `BadParameter` and changes nothing.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['certificate'],
    sources: [
      'TSP-C import and merge operations',
      'RECORDINGS import and merge of certificates: 718 answers',
    ],
    evidence: 'Recorded: 676 imports (200) and 6 refused as expired; 6 merges (201) and 30 refused.',
  },
  {
    id: 'CR-12',
    statement:
      'A certificate has one policy, which new versions are made by. It can be read and changed while the ' +
      'certificate is active, and goes and comes back with it.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['certificate'],
    sources: ['TSP-C policy operations', 'CRC', 'RECORDINGS certificate policies: 212 answers'],
    evidence: 'Recorded: 106 reads and 106 changes. No recording reads the policy after a recover.',
  },
];
