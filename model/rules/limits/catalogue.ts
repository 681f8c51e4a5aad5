import type { Rule } from '../../rule.ts';

/** Limits, grammars and throttling. */
export const LIMIT_RULES: readonly Rule[] = [
  {
    id: 'LM-01',
    statement:
      'An object name has 1 to 127 characters of `0-9a-zA-Z-` and may begin with a digit or a hyphen; ' +
      'another is refused with 400 `BadParameter` or is not routed at all.',
    level: 'must',
    basis: 'documented',
    appliesTo: ['secret', 'key', 'certificate'],
    sources: [
      'ABO object names',
      'TSP-S secret name',
      'GH MicrosoftDocs/azure-docs#99541',
      'RECORDINGS calls with bad or empty names: 33 answers',
    ],
    evidence:
      'Recorded for bad characters (400) and empty names (400 or 405); a name that is too long was never ' +
      'sent.',
  },
  {
    id: 'LM-02',
    statement:
      'Per vault, region and 10 s, 4,000 transactions are allowed (2,000 with HSM keys; RSA-3072 1,000, ' +
      'in HSM 500; RSA-4096 500, in HSM 250), 300 creations of secrets or imports, and 20 creations of ' +
      'RSA or EC keys (in HSM 10); five times as much per subscription. Beyond that the answer is 429.',
    level: 'must',
    basis: 'documented',
    appliesTo: ['secret', 'key', 'certificate'],
    sources: ['LIM', 'THR'],
    contradiction: 'X23',
    unobservable:
      'A client sees a 429 but not the counter behind it, and a target without limits never sends one.',
  },
  {
    id: 'LM-03',
    statement:
      'Beyond the limit a call answers 429, which neither counts towards the limit nor changes anything.',
    level: 'should',
    basis: 'contradictory',
    appliesTo: ['secret', 'key', 'certificate'],
    sources: ['THR'],
    contradiction: 'X22',
    evidence: 'Recorded for CreateKey (44). Clients are told to wait 1, 2, 4, 8 and 16 s.',
  },
  {
    id: 'LM-04',
    statement:
      'A vault holds any number of objects and versions, active or deleted; a deleted object occupies ' +
      'nothing but its name.',
    level: 'should',
    basis: 'inferred',
    appliesTo: ['secret', 'key', 'certificate'],
    sources: ['LIM'],
    evidence:
      'The limits name no count for vaults. Managed HSM has them (5,000 keys a pool, 100 versions a key, ' +
      '5 pools a subscription and region); whether deleted keys count is unknown.',
  },
  {
    id: 'LM-05',
    statement:
      "A secret's value has at most 25 KB and its content type 255 characters; an object has at most 15 " +
      'tags with names and values of up to 512 (secrets) or 256 (keys) characters; a vault has at most ' +
      '1,024 access policies. More is refused with 400.',
    level: 'must',
    basis: 'documented',
    appliesTo: ['secret', 'key', 'certificate', 'vault'],
    sources: ['SEC', 'KEY', 'LIM', 'TSP-S', 'GH hashicorp/terraform-provider-azurerm#16780'],
    evidence:
      'Recorded: an empty value is accepted (52). 16 tags are reported as `BadParameter`; a value that ' +
      'is too large was not recorded.',
  },
  {
    id: 'LM-06',
    statement:
      'In Managed HSM delete, purge, recover, backup and restore of keys are limited to about 10 per ' +
      'second and partition, and creation to 1.',
    level: 'must',
    basis: 'documented',
    appliesTo: ['hsm-key'],
    sources: ['MSC'],
    unobservable: 'A client sees a 429 but not the counter behind it, and cannot tell a partition.',
  },
  {
    id: 'LM-07',
    statement:
      'The data plane has the stable api-versions 7.0 to 7.6, 2025-07-01 and 2026-04-01, the management ' +
      'plane those from 2015-06-01 to 2026-02-01. Deleted objects mean the same in all; ' +
      '`recoverableDays` and the `Customized` levels appear from 7.1 on.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['vault', 'secret', 'key', 'certificate'],
    sources: [
      'TSP-S main.tsp',
      'TSP-V main.tsp',
      'DEF',
      'GH Azure/azure-rest-api-specs#8457',
      'RECORDINGS recoverableDays by api-version',
    ],
    evidence:
      'Recorded: with 7.1 and later `recoverableDays` is always there; with 7.0 it is absent, except in ' +
      '125 answers of February 2020; before mid 2017 there is no `recoveryLevel`.',
  },
];
