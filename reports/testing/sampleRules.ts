import type { RuleSummary } from '../../model/event.ts';

const ON_REST = 'TSP-S deleteSecret, recoverDeletedSecret';

function rule(id: string, statement: string, sources: readonly string[]): RuleSummary {
  return { id, statement, level: 'must', sources };
}

/** A small catalogue in the manner of the real one, for tests. */
export const SAMPLE_RULES: readonly RuleSummary[] = [
  rule('RT-06', 'scheduledPurgeDate is deletedDate plus the retention interval in days of 86,400 seconds.', [
    'TSP-S examples',
    'OLD-SD outputs',
  ]),
  rule('PP-05', 'While purge protection is on, no purge in that vault succeeds, for any caller.', [
    'SDO §Purge protection',
    'KVR note',
  ]),
  {
    id: 'NR-01',
    statement:
      'A secret, key or certificate cannot be created while the same collection of the same vault holds a deleted object of that name.',
    level: 'must',
    sources: ['SDO §Soft-delete behavior', 'KVR', 'GH Azure/azure-rest-api-specs#9222'],
    contradiction: 'X3',
  },
  rule('DL-01', 'DELETE of an active object moves all its versions together into the deleted state.', [
    ON_REST,
  ]),
  rule('DL-02', 'recoveryId is the deleted collection and the name, with no version.', ['TSP-S examples']),
  rule('DL-03', 'A deleted object is not deleted again: its dates do not move.', ['SDO', 'TSP-S']),
  rule('RC-01', 'Recover moves the deleted object back to active with all its versions.', [ON_REST]),
  rule('RC-04', 'Recover is allowed at any time in the retention interval.', ['TSP-S', 'KVR']),
  rule('PG-01', 'Purge of a deleted, purgeable object removes all versions for good.', ['TSP-S']),
  {
    ...rule('PG-07', 'The service purges an object when its interval has passed.', ['KVR']),
    level: 'should',
  },
  rule('LS-01', 'Active listings and reads never show deleted objects.', ['SDO', 'TSP-S']),
  rule('LS-02', 'The deleted listing shows exactly the deleted objects.', ['TSP-S getDeletedSecrets']),
  { ...rule('LS-09', 'The order of a listing is not defined.', ['TSP-S']), level: 'unspecified' },
  rule('AS-01', 'Delete and recover answer before the effect is visible everywhere.', ['OLD-SD']),
  rule('AS-02', 'While it is deleted, an object may appear in neither listing.', ['OLD-SD']),
  rule('ER-09', 'What does not exist answers 404 with the code of its kind.', ['SDK-JS tests']),
  {
    ...rule('UN-01', 'In a subscription marked undeletable, no caller can purge.', [
      'SDO §Permitted purge exceptions',
    ]),
    notApplicable: 'the target has no subscriptions',
  },
  {
    ...rule('SD-06', 'In a vault without soft delete, DELETE destroys at once.', ['SDO first note']),
    notApplicable: 'the target makes no vault without soft delete',
  },
  {
    ...rule('SD-07', 'In a vault without soft delete, every call on deleted objects is refused.', [
      'GH terraform-provider-azapi#879',
    ]),
    notApplicable: 'the target makes no vault without soft delete',
  },
];
