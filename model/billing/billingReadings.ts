/**
 * How what the documents leave open is taken. Each is a choice that the table of prices may make; an invoice says
 * which of them it rests on.
 */
export interface BillingReadings {
  /** Whether getting and listing what is deleted are operations (X5: the documents speak as if they were not possible). */
  readonly deletedReads: 'billed' | 'free';
  /** Whether calls to the management plane, recover and purge of a vault among them, are operations. */
  readonly managementCalls: 'billed' | 'free';
  /** Whether calls that are refused are operations. */
  readonly refusedCalls: 'billed' | 'free';
  /** Which calls about an advanced key cost what its operations cost: those that use or show it, or its cryptography alone. */
  readonly advancedRate: 'used-or-shown' | 'cryptography';
  /** What counts as use of a version of an HSM-protected key. */
  readonly hsmUse: 'cryptography' | 'cryptography-or-get';
  /** Whether a version of an HSM-protected key is charged for the whole month, or for the part of it in which it counts as used. */
  readonly hsmMonth: 'whole' | 'share';
  /** Whether the tiers of HSM-protected keys are filled by all vaults of the bill together, or by each on its own. */
  readonly hsmTiers: 'together' | 'by-vault';
  /** Whether a version of a certificate that a call asks for anew is a renewal, or only what the service renews by itself. */
  readonly renewals: 'automatic' | 'every-new-version';
}

/** The name of something that the documents leave open. */
export type ReadingName = keyof BillingReadings;

/** What the model takes where nobody says otherwise. */
export const USUAL_READINGS: BillingReadings = {
  deletedReads: 'billed',
  managementCalls: 'free',
  refusedCalls: 'free',
  advancedRate: 'used-or-shown',
  hsmUse: 'cryptography',
  hsmMonth: 'whole',
  hsmTiers: 'together',
  renewals: 'automatic',
};

type Sentences = { readonly [Name in ReadingName]: Readonly<Record<BillingReadings[Name], string>> };

/** What each choice means, as a sentence for people. */
export const READING_SENTENCES: Sentences = {
  deletedReads: {
    billed: 'Getting and listing what is deleted are billed like any other operation',
    free: 'Getting and listing what is deleted cost nothing',
  },
  managementCalls: {
    billed: 'Calls to the management plane, such as recover and purge of a vault, are billed as operations',
    free: 'Calls to the management plane, such as recover and purge of a vault, cost nothing',
  },
  refusedCalls: {
    billed: 'Refused calls are billed as operations',
    free: 'Refused calls cost nothing, whatever the state of the object',
  },
  advancedRate: {
    'used-or-shown': 'Every call that uses or shows an advanced key costs what its operations cost',
    cryptography: 'Only cryptography with an advanced key costs what its operations cost',
  },
  hsmUse: {
    cryptography:
      'Only cryptography is use of an HSM-protected key; getting, changing and deleting it are not',
    'cryptography-or-get': 'Cryptography and getting it are use of an HSM-protected key',
  },
  hsmMonth: {
    whole:
      'A version of an HSM-protected key is charged for the whole of a month, however short its use counts',
    share: 'A version of an HSM-protected key is charged for the share of the month in which its use counts',
  },
  hsmTiers: {
    together: 'All vaults of this bill fill the tiers of HSM-protected keys together',
    'by-vault': 'Each vault fills the tiers of HSM-protected keys on its own',
  },
  renewals: {
    automatic: 'A certificate that a call asks for anew is an operation, not a renewal',
    'every-new-version': 'A certificate that a call asks for anew is a renewal',
  },
};
