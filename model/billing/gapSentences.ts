import type { GapName } from './ledger.ts';

/** What each gap in a history means for its bill, as a sentence for people. */
export const GAP_SENTENCES: Readonly<Record<GapName, string>> = {
  lostReplies: 'Calls whose reply was lost may have been operations, or may never have happened',
  unmodelledCalls: 'Calls that the model has no command for may have been operations',
  keyTypes: 'Nothing tells the type of a key, so its price lies between the two',
  hsmProtection: 'Nothing tells whether an HSM protects a version of a key that was used',
  dates: 'Calls without a date belong to no month',
  turns: 'Calls were under way when a month turned, and are counted in the month after',
  managedHsm:
    'Calls to Managed HSM are left out: its pools are billed by the hour until they are purged (BL-07)',
  automaticActions:
    'Policies renew or rotate by themselves: versions that no call showed are not counted (BL-08)',
};
