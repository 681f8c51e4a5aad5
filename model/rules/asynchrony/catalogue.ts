import type { Rule } from '../../rule.ts';

/** Transitions: what may be seen while a delete, recover or purge completes, and what client libraries make of it. */
export const ASYNCHRONY_RULES: readonly Rule[] = [
  {
    id: 'AS-01',
    statement:
      'Delete and recover of an object are answered with 200 before they are complete; the new state ' +
      'shows some seconds later, without a documented bound.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['secret', 'key', 'certificate', 'hsm-key'],
    sources: [
      'OLD-SD transition state',
      'SDK-JS begin methods',
      'GH hashicorp/terraform-provider-azurerm#22252',
      'RECORDINGS get deleted after delete, get after recover',
    ],
    evidence:
      'Recorded: after a delete 0 to 149 s (median 16), after a recover 0 to 90 s (median 17 to 22); in ' +
      '2026 2 to 4 s and at most 3 s. On Managed HSM the first look always found the new state.',
  },
  {
    id: 'AS-02',
    statement:
      'While a delete completes, the object may be in neither the active nor the deleted collection, but ' +
      'never in both.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['secret', 'key', 'certificate'],
    sources: ['OLD-SD transition state', 'RECORDINGS get and get deleted while deleting'],
    evidence:
      'Recorded: the active path is 404 from the first second on (115 of 115) while the deleted path is ' +
      'still 404 (49,009 answers).',
  },
  {
    id: 'AS-03',
    statement:
      'A call during a transition acts on the old state, acts on the new one, or is refused: 404, or 409 ' +
      '`Conflict` with inner code `ObjectIsBeingDeleted` or `ObjectIsBeingRecovered` (restore: none). No ' +
      'call is lost or applied twice.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['secret', 'key', 'certificate'],
    sources: [
      'GH hashicorp/terraform-provider-azurerm#12285',
      'GH Azure/azure-sdk-for-net#7199',
      'RECORDINGS calls during transitions',
    ],
    evidence:
      'Recorded while deleting: purge, recover and create 409, GET, delete and GET deleted 404. ' +
      '`ObjectIsBeingRecovered` is known from reports only.',
  },
  {
    id: 'AS-04',
    statement: 'While a recover completes, GET of the object may be 404 and its name cannot be created.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['secret', 'key', 'certificate'],
    sources: [
      'SDK-JS begin methods',
      'GH Azure/azure-sdk-for-net#39258',
      'RECORDINGS get while recovering: 4,983 answers',
    ],
    evidence:
      'Recorded: 404 up to 88 s after the recover, the object in neither list. Creating the name ' +
      'meanwhile is known from reports only.',
  },
  {
    id: 'AS-05',
    statement:
      'After a purge is answered with 204, both GET and GET deleted are 404 at once while creating or ' +
      'restoring the name may still be refused with 409 for some seconds.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['secret', 'key', 'certificate'],
    sources: [
      'SDO §Purge protection (rival reading)',
      'GH Azure/azure-sdk-for-net#26027',
      'GH Azure/azure-sdk-for-net#34322',
      'RECORDINGS calls after purge',
    ],
    contradiction: 'X12',
    evidence:
      'Recorded: GET deleted 404 in 174 of 174 first looks; restores refused up to 69 s (in 2026 less ' +
      'than 5 s). Nothing tells a client that the purge is complete.',
  },
  {
    id: 'AS-06',
    statement:
      'Purging a vault, and creating, deleting or purging a Managed HSM pool, are long-running with a ' +
      '`Location` to poll. Deleting and recovering a vault are not.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['vault', 'hsm'],
    sources: [
      'TSP-V routes',
      'GH Azure/azure-rest-api-specs#13365',
      'RECORDINGS vault delete, recover and purge',
    ],
    evidence:
      'Recorded: vault delete 200 (192), recover 200 `Succeeded` at once, purge 202 and 6 to 602 s of ' +
      'polling. Creating a vault answers 200 but says `RegisteringDns` for 20 to 30 s.',
  },
  {
    id: 'AS-07',
    statement:
      'The delete pollers of the JavaScript, .NET and Python libraries are done at once without a ' +
      '`recoveryId`; else they read the deleted object every 2 s: 200 or 403 is done, 404 goes on, ' +
      'anything else is an error.',
    level: 'must',
    basis: 'documented',
    appliesTo: ['secret', 'key', 'certificate', 'hsm-key'],
    sources: ['SDK-JS delete pollers', 'SDK-NET delete operations', 'SDK-PY pollers', 'SDK-JAVA pollers'],
    evidence:
      'Recorded: 62 polls of disabled secrets end with 403. The Java library also takes any other error ' +
      'as done.',
  },
  {
    id: 'AS-08',
    statement:
      'The recover pollers of the JavaScript, .NET and Python libraries read the active object: 200 or ' +
      '403 is done, 404 goes on.',
    level: 'must',
    basis: 'documented',
    appliesTo: ['secret', 'key', 'certificate', 'hsm-key'],
    sources: ['SDK-JS recover pollers', 'SDK-NET recover operations', 'SDK-PY pollers'],
  },
  {
    id: 'AS-09',
    statement:
      'The recover methods of the JavaScript library first read the active object; if that answers they ' +
      'are done and send no recover. Errors of that read are swallowed.',
    level: 'must',
    basis: 'documented',
    appliesTo: ['secret', 'key', 'certificate'],
    sources: ['SDK-JS recover pollers'],
    evidence: 'So this library succeeds on an active object where the service itself answers 404 (RC-03).',
  },
  {
    id: 'AS-10',
    statement:
      'No client library has a poller for the purge of an object: the call returns when 204 arrives. ' +
      'Neither delete nor recover can be cancelled.',
    level: 'must',
    basis: 'documented',
    appliesTo: ['secret', 'key', 'certificate', 'hsm-key'],
    sources: ['SDK-JS', 'SDK-NET', 'SDK-PY', 'GH Azure/azure-sdk-for-python#19263'],
  },
];
