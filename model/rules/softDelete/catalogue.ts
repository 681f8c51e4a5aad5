import type { Rule } from '../../rule.ts';

/** Soft delete: when it is on, that it stays on, and what it covers. */
export const SOFT_DELETE_RULES: readonly Rule[] = [
  {
    id: 'SD-01',
    statement: 'A vault created by a request that does not mention `enableSoftDelete` has soft delete on.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['vault'],
    sources: [
      'SDO §Soft-delete behavior',
      'LRN §Soft-delete behavior',
      'TSP-V VaultProperties.enableSoftDelete',
      'RECORDINGS vault create without the property, 2021-2023',
    ],
    evidence:
      'Holds since the default changed in 2020: recorded creations without the property read true from ' +
      '2021 on; before, and in part with api-version 2019-09-01, they leave it out and the vault has no ' +
      'soft delete.',
  },
  {
    id: 'SD-02',
    statement:
      'A vault or Managed HSM pool created without `softDeleteRetentionInDays` keeps what is deleted for ' +
      '90 days.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['vault', 'hsm'],
    sources: [
      'SDO introduction',
      'LRN first list',
      'TSP-V VaultProperties.softDeleteRetentionInDays',
      'MSO §Soft-delete behavior',
      'RECORDINGS dates of deleted objects: 19,014 answers',
    ],
    contradiction: 'X2',
    evidence:
      'Recorded: exactly 7,776,000 s in 19,014 answers, whether `recoverableDays` says 90 or, before ' +
      'api-version 7.1, is absent.',
  },
  {
    id: 'SD-03',
    statement:
      'Once soft delete is on, nobody can turn it off: whatever is sent, `enableSoftDelete` never reads ' +
      'false on that vault again.',
    level: 'must',
    basis: 'documented',
    appliesTo: ['vault'],
    sources: [
      'SDO §Soft-delete behavior',
      'KVR introduction',
      'LRN §Soft-delete behavior',
      'TSP-V VaultProperties.enableSoftDelete',
    ],
    evidence:
      'Recordings show it turned on 49 times and never off. How a request for false is answered is SD-04.',
  },
  {
    id: 'SD-04',
    statement:
      '`enableSoftDelete: false` sent to a vault that has soft delete is refused with 400 `BadRequest`.',
    level: 'should',
    basis: 'inferred',
    appliesTo: ['vault'],
    sources: [
      'GH Azure/azure-cli#13247',
      'GH Azure/azure-sdk-for-python#11159',
      'GH Azure/azure-powershell#15970 (rival reading)',
    ],
    contradiction: 'X29',
    evidence:
      'Never recorded. One public template quotes the refusal ("can be set to false only for creating ' +
      'new vault") without its code; a Key Vault engineer says instead that the service turns false into ' +
      'true and answers 200.',
  },
  {
    id: 'SD-05',
    statement:
      'A request to create a vault with `enableSoftDelete: false` does not create a vault without soft ' +
      'delete: it is refused with 400, or the new vault reads `enableSoftDelete` true.',
    level: 'should',
    basis: 'contradictory',
    appliesTo: ['vault'],
    sources: [
      'LRN §Key vault soft-delete on by default',
      'SDO §Soft-delete behavior',
      'GH Azure/terraform-provider-azapi#879',
      'RECORDINGS vault create with false, 2020: 121 answers',
    ],
    contradiction: 'X11',
    evidence:
      'Opting out worked in 2020 (recorded: 121 answers 200 with false, api-version 2019-09-01). ' +
      'Official texts announced its end for 2020, then for February 2025, and now give no date; a vault ' +
      'without soft delete was still met in May 2025.',
  },
  {
    id: 'SD-06',
    statement:
      'In a vault without soft delete, DELETE of an object destroys it at once and for good and frees ' +
      "its name. The answer has no `recoveryId`, `deletedDate` or `scheduledPurgeDate`, and the object's " +
      'level is `Purgeable`.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['secret', 'key', 'certificate', 'vault'],
    sources: [
      'SDO first note',
      'LRN §Key vault soft-delete on by default',
      'TSP-S recoveryLevel, recoverableDays',
      'RECORDINGS delete without soft delete: 893 answers',
    ],
    evidence:
      'Recorded up to 2022: the name is 404 at once and can be set, imported or restored at once. ' +
      '`recoverableDays` is 0 from api-version 7.1 on and absent before.',
  },
  {
    id: 'SD-07',
    statement:
      'In a vault without soft delete, every request about deleted objects (get, list, recover, purge) ' +
      'is refused with 400 `NotSupported`.',
    level: 'must',
    basis: 'documented',
    appliesTo: ['secret', 'key', 'certificate', 'vault'],
    sources: [
      'TSP-S operations on deleted secrets',
      'TSP-K operations on deleted keys',
      'TSP-C operations on deleted certificates',
      'GH Azure/terraform-provider-azapi#879',
    ],
    evidence:
      'Never recorded. That it is an error is documented; status and code come from one public issue.',
  },
  {
    id: 'SD-08',
    statement:
      'No single data-plane call destroys an object in a vault with soft delete: an active object can ' +
      "only become deleted, and is lost only by a purge (its own or its vault's) or at the end of its " +
      'retention interval.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['secret', 'key', 'certificate', 'vault'],
    sources: [
      'SDO second point of the introduction',
      'LRN second point of the introduction',
      'RECORDINGS reads of deleted objects',
    ],
    evidence:
      'Recorded: of 472 later reads of objects seen deleted, none found the object gone without a purge ' +
      'or a recover.',
  },
  {
    id: 'SD-09',
    statement:
      'Soft delete can be turned on later for a vault without it, and the same request may set the ' +
      'retention interval.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['vault'],
    sources: [
      'KVR steps for portal and CLI',
      'OLD-CHG',
      'RECORDINGS vault update: soft delete turned on in 49 vaults',
    ],
    contradiction: 'X9',
    evidence:
      'Recorded: 49 vaults had it turned on; in 4 of them one PUT went from off with 90 days to on with ' +
      '17 days.',
  },
  {
    id: 'SD-10',
    statement:
      'Soft delete covers vaults, secrets, keys and certificates, and pools and keys of Managed HSM. It ' +
      'does not cover certificate issuers, contacts, pending certificate operations, rotation policies, ' +
      'access policies, role assignments or single versions.',
    level: 'must',
    basis: 'documented',
    appliesTo: ['vault', 'secret', 'key', 'certificate', 'hsm', 'hsm-key'],
    sources: [
      'SDO introduction',
      'TSP-C routes',
      'RECORDINGS delete of issuers, contacts and pending operations',
    ],
    evidence:
      'Recorded: DELETE of an issuer, of the contacts or of a pending operation answers 200 without ' +
      '`recoveryId`, and the next GET is 404 (`CertificateIssuerNotFound`, `ContactsNotFound`, ' +
      '`PendingCertificateNotFound`).',
  },
  {
    id: 'SD-11',
    statement:
      'Soft delete cannot be turned off for Managed HSM: every pool and every key in it has soft delete.',
    level: 'must',
    basis: 'documented',
    appliesTo: ['hsm', 'hsm-key'],
    sources: ['MSO §Soft-delete behavior'],
  },
  {
    id: 'SD-12',
    statement:
      'After a successful DELETE of a vault its resource id no longer resolves (404 `ResourceNotFound`); ' +
      'only the deleted-vault resource at its location answers for it.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['vault', 'hsm'],
    sources: [
      'SDO §Scenarios, §Key vault recovery',
      'LRN §Scenarios',
      'RECORDINGS vault delete, then vault get and deleted vault get',
    ],
    evidence:
      'Recorded: 404 in 7 of 7 reads of the id, 200 in 33 of 33 reads of the deleted vault, from the ' +
      'first second on.',
  },
];
