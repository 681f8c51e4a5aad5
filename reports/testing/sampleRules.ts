import type { RuleSummary } from '../../model/event.ts';

const ON_REST = 'REST specification of secrets, deleteSecret';

function rule(id: string, statement: string, sources: readonly string[]): RuleSummary {
  return { id, statement, level: 'must', sources };
}

/** A small catalogue in the manner of the real one, for tests. */
export const SAMPLE_RULES: readonly RuleSummary[] = [
  rule('RT-06', 'scheduledPurgeDate is deletedDate plus the retention interval in days of 86,400 seconds.', [
    'REST specification of secrets, examples',
    'Soft delete with PowerShell (2020), outputs',
  ]),
  rule('PP-05', 'While purge protection is on, no purge in that vault succeeds, for any caller.', [
    'Soft-delete overview, Purge protection',
    'Key Vault recovery, note',
  ]),
  {
    id: 'NR-01',
    statement:
      'A secret, key or certificate cannot be created while the same collection of the same vault holds a deleted object of that name.',
    level: 'must',
    sources: [
      'Soft-delete overview, Soft-delete behavior',
      'Key Vault recovery',
      'Azure/azure-rest-api-specs issue 9222',
    ],
    contradiction: 'X3',
  },
  rule('DL-01', 'DELETE of an active object moves all its versions together into the deleted state.', [
    ON_REST,
  ]),
  rule('DL-02', 'recoveryId is the deleted collection and the name, with no version.', [
    'REST specification of secrets, examples',
  ]),
  rule('DL-03', 'A deleted object is not deleted again: its dates do not move.', [
    'Soft-delete overview',
    'REST specification of secrets',
  ]),
  rule('RC-01', 'Recover moves the deleted object back to active with all its versions.', [ON_REST]),
  rule('RC-04', 'Recover is allowed at any time in the retention interval.', [
    'REST specification of secrets',
    'Key Vault recovery',
  ]),
  rule('PG-01', 'Purge of a deleted, purgeable object removes all versions for good.', [
    'REST specification of secrets',
  ]),
  {
    ...rule('PG-07', 'The service purges an object when its interval has passed.', ['Key Vault recovery']),
    level: 'should',
  },
  rule('LS-01', 'Active listings and reads never show deleted objects.', [
    'Soft-delete overview',
    'REST specification of secrets',
  ]),
  rule('LS-02', 'The deleted listing shows exactly the deleted objects.', [
    'REST specification of secrets, getDeletedSecrets',
  ]),
  {
    ...rule('LS-09', 'The order of a listing is not defined.', ['REST specification of secrets']),
    level: 'unspecified',
  },
  rule('AS-01', 'Delete and recover answer before the effect is visible everywhere.', [
    'Soft delete with PowerShell (2020)',
  ]),
  rule('AS-02', 'While it is deleted, an object may appear in neither listing.', [
    'Soft delete with PowerShell (2020)',
  ]),
  rule('ER-09', 'What does not exist answers 404 with the code of its kind.', [
    'tests of the SDK for JavaScript',
  ]),
  {
    ...rule('UN-01', 'In a subscription marked undeletable, no caller can purge.', [
      'Soft-delete overview, Permitted purge exceptions',
    ]),
    notApplicable: 'the target has no subscriptions',
  },
  {
    ...rule('SD-06', 'In a vault without soft delete, DELETE destroys at once.', [
      'Soft-delete overview, first note',
    ]),
    notApplicable: 'the target makes no vault without soft delete',
  },
  {
    ...rule('SD-07', 'In a vault without soft delete, every call on deleted objects is refused.', [
      'Azure/terraform-provider-azapi issue 879',
    ]),
    notApplicable: 'the target makes no vault without soft delete',
  },
];
