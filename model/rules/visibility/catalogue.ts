import type { Rule } from '../../rule.ts';

/** What get, list and identifiers show of active and deleted things. */
export const VISIBILITY_RULES: readonly Rule[] = [
  {
    id: 'LS-01',
    statement: 'Active lists, version lists and reads never show a deleted object.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['secret', 'key', 'certificate', 'hsm-key'],
    sources: ['SDO §Key vault recovery', 'TSP-S list operations', 'RECORDINGS active lists: 10,972 items'],
    evidence:
      'Recorded: none of 10,972 list items was deleting, deleted or purging. One report of 2020 saw ' +
      'managed secrets of a deleted certificate in the active list.',
  },
  {
    id: 'LS-02',
    statement:
      'The list of deleted objects shows exactly the settled, deleted, unmanaged objects of its ' +
      'collection, each with an id without version, `recoveryId`, both dates, attributes, and never a ' +
      'value.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['secret', 'key', 'certificate', 'hsm-key'],
    sources: [
      'TSP-S getDeletedSecrets',
      'GH james-gould/azure-keyvault-emulator#398',
      'RECORDINGS lists of deleted objects: 8,484 items',
    ],
    evidence:
      'Recorded: no live, recovering or purged object is listed; a deleted one is listed once GET ' +
      'deleted finds it, and was missing once in 1,123 looks. A purge or recover takes it out at once. ' +
      'Items of certificates have no `recoveryLevel`.',
  },
  {
    id: 'LS-03',
    statement:
      "GET deleted answers one name's deleted bundle with a versioned id: a key's public part, a " +
      "certificate's `cer` and policy, never a secret's value. For a disabled secret it is refused with " +
      '403 `Forbidden`, inner code `SecretDisabled`.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['secret', 'key', 'certificate', 'hsm-key'],
    sources: [
      'TSP-S getDeletedSecret',
      'TSP-K getDeletedKey',
      'TSP-C getDeletedCertificate',
      'RECORDINGS get deleted: 6,498 answers, and 62 of disabled secrets',
    ],
    evidence:
      'Corrected: a disabled secret answers 403, not 200 (62 of 62; inner code `AccessDenied` until ' +
      '2020). The model of the specification has a `value`, but no recorded answer does.',
  },
  {
    id: 'LS-04',
    statement:
      'On a deleted object or vault exactly four operations work: get deleted, list deleted, recover and ' +
      "purge. Any other call on an object's name answers 404, or 409 where it would create or restore " +
      'the name; only its version list may answer 200 and empty.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['vault', 'secret', 'key', 'certificate', 'hsm-key'],
    sources: [
      'SDO §Key vault recovery',
      'LRN §Key vault recovery',
      'SDO §Billing implications (rival reading)',
      'TSP-S operations on deleted secrets',
      'RECORDINGS calls on deleted names',
    ],
    contradiction: 'X5',
    evidence:
      'Recorded: all four work. The sentence that only purge and recover are possible counts the calls ' +
      'that change something.',
  },
  {
    id: 'LS-05',
    statement:
      'The versions of a name that is not active can be neither read nor listed: reading one answers ' +
      '404, and the list of versions answers 200 with an empty `value`.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['secret', 'key', 'certificate'],
    sources: [
      'TSP-S routes',
      'GH james-gould/azure-keyvault-emulator#369',
      'RECORDINGS version lists of absent names: 317 answers',
    ],
    evidence:
      'Settled by recordings: the version list of an absent or purged name is 200 and empty (317), never ' +
      '404. That of a deleted name was not recorded and is taken to be the same.',
  },
  {
    id: 'LS-06',
    statement:
      'Lists come in pages of at most `maxresults` items (1 to 25, by default 25). A page may be short ' +
      'or empty and still carry a `nextLink`, which is followed as it stands; all pages together are the ' +
      'list.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['secret', 'key', 'certificate', 'hsm-key'],
    sources: ['TSP-S maxresults', 'RECORDINGS pages of lists'],
    evidence:
      'Recorded: empty pages with a `nextLink` are common (6,310 of 7,223 pages of deleted keys); the ' +
      'last `nextLink` is null; items are in order of name without regard to case, versions of version ' +
      'id. `maxresults` of 0 or above 25 was never sent.',
  },
  {
    id: 'LS-07',
    statement:
      'The list of deleted vaults covers the subscription in all locations; a single deleted vault is ' +
      'read by location and name.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['vault', 'hsm'],
    sources: [
      'TSP-V deleted vaults',
      'SDO §Soft-delete retention period',
      'RECORDINGS list and get of deleted vaults',
    ],
    evidence:
      'Recorded: a vault is listed 1 to 9 s after its delete (26 of 26) and readable from the first ' +
      'second on. An absent one is 404 `DeletedVaultNotFound` since 2023, `ResourceNotFound` before ' +
      '(ER-21).',
  },
  {
    id: 'LS-08',
    statement:
      'A caller without the right to read deleted vaults gets an empty list (200), not a refusal; ' +
      'reading one by name is refused with 403.',
    level: 'should',
    basis: 'contradictory',
    appliesTo: ['vault'],
    sources: [
      'SDO §Soft-delete retention period (rival reading)',
      'LRN §Soft-delete retention period (rival reading)',
      'GH Azure/azure-cli#14091',
    ],
    contradiction: 'X14',
    evidence:
      'Reported in 2020 and confirmed there by the team of the Azure CLI; never recorded. So an empty ' +
      'list proves nothing.',
  },
  {
    id: 'LS-09',
    statement:
      "An object's id is `https://{host}/{collection}/{name}[/{version}]`, its version 32 lower-case hex " +
      "digits; a deleted vault's is " +
      '`/subscriptions/{s}/providers/Microsoft.KeyVault/locations/{location}/deletedVaults/{name}`.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['vault', 'secret', 'key', 'certificate', 'hsm-key'],
    sources: ['ABO object identifiers', 'TSP-V examples', 'RECORDINGS ids of objects: 24,333'],
    evidence: 'Recorded: every version id is 32 lower-case hex digits.',
  },
  {
    id: 'LS-10',
    statement:
      'Setting a secret, or creating or importing a key, under a name that no deleted object holds answers 200 ' +
      "with a new version, a secret's with its value, which may be empty but not missing. The newest version of " +
      'an object is the current one, which GET without a version answers; older ones stay readable by id.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['secret', 'key', 'certificate'],
    sources: [
      'TSP-S setSecret, getSecret',
      'TSP-K createKey, importKey, getKey',
      'TSP-C getCertificate',
      'RECORDINGS set and get: 6,500 answers',
    ],
    evidence: 'Recorded: an empty value is accepted, 52 of 52.',
  },
  {
    id: 'LS-11',
    statement:
      'An update changes the attributes, tags and content type that it is sent, of one version, and its ' +
      "`updated`; it changes nothing else, works on a disabled object, and a secret's answer has no value.",
    level: 'must',
    basis: 'observed',
    appliesTo: ['secret', 'key', 'certificate'],
    sources: [
      'TSP-S updateSecret',
      'TSP-K updateKey',
      'TSP-C updateCertificate',
      'RECORDINGS update: 288 answers of secrets',
    ],
  },
];
