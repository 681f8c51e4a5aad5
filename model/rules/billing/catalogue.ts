import type { Rule } from '../../rule.ts';

/** What is metered and what it costs. Amounts are US list prices and can be replaced. */
export const BILLING_RULES: readonly Rule[] = [
  {
    id: 'BL-01',
    statement: 'Recover and purge are each billed as one normal operation.',
    level: 'must',
    basis: 'documented',
    appliesTo: ['vault', 'secret', 'key', 'certificate'],
    sources: ['SDO §Billing implications', 'LRN §Billing implications'],
    evidence:
      'Recordings carry no bill. Whether recovering or purging a whole vault, a call to the management ' +
      'plane, is metered is not specified.',
  },
  {
    id: 'BL-02',
    statement:
      'Being deleted costs nothing by itself: time in the deleted state adds nothing to the bill, but ' +
      'for BL-03 and BL-07.',
    level: 'must',
    basis: 'documented',
    appliesTo: ['vault', 'secret', 'key', 'certificate'],
    sources: ['SDO §Billing implications', 'LRN §Billing implications'],
  },
  {
    id: 'BL-03',
    statement:
      'A version of an HSM-protected key is charged for a month only if it was used in the 30 days ' +
      'before, also when the key is deleted; so the charge ends at the latest 30 days after its last use.',
    level: 'must',
    basis: 'documented',
    appliesTo: ['key'],
    sources: ['SDO §Billing implications', 'LRN §Billing implications'],
    evidence: 'The documents do not say which calls count as use.',
  },
  {
    id: 'BL-04',
    statement:
      'A call that is refused in the deleted state is neither usage nor billed; a call that succeeds is ' +
      'billed as one operation.',
    level: 'should',
    basis: 'contradictory',
    appliesTo: ['vault', 'secret', 'key', 'certificate'],
    sources: ['SDO §Billing implications', 'LRN §Billing implications'],
    contradiction: 'X5',
    evidence:
      'The documents speak as if get and list deleted did not exist; that these are billed is inferred.',
  },
  {
    id: 'BL-05',
    statement:
      '10,000 operations cost 0.03 US dollars for secrets and RSA-2048 keys and 0.15 for advanced keys ' +
      '(RSA-3072, RSA-4096, elliptic curves).',
    level: 'unspecified',
    basis: 'inferred',
    appliesTo: ['secret', 'key', 'certificate'],
    sources: ['PRC meters Operations, Advanced Key Operations'],
  },
  {
    id: 'BL-06',
    statement:
      'A version of an HSM-protected key costs per month 1 US dollar as RSA-2048; as an advanced key 5 ' +
      'for each of the first 250, 2.50 for those up to 1,500, 0.90 up to 4,000 and 0.40 above.',
    level: 'unspecified',
    basis: 'inferred',
    appliesTo: ['key'],
    sources: ['PRC HSM-protected keys'],
  },
  {
    id: 'BL-07',
    statement:
      'A Managed HSM pool is billed by the hour from its creation until it is purged, all time in the ' +
      'deleted state included; with purge protection that is the whole retention interval.',
    level: 'must',
    basis: 'documented',
    appliesTo: ['hsm'],
    sources: ['MSO §Billing implications', 'MDR', 'MMR', 'GH Azure/azure-dev#2348'],
    evidence: 'The opposite of BL-02.',
  },
  {
    id: 'BL-08',
    statement:
      'Renewals of certificates and automatic rotations of keys are billed one by one; a deleted object ' +
      'causes none.',
    level: 'should',
    basis: 'inferred',
    appliesTo: ['certificate', 'key'],
    sources: ['ROT pricing', 'MRT', 'PRC secret renewal'],
    evidence:
      'That scheduled rotations are charged is documented; amounts (about 3 US dollars a renewal, 1 a ' +
      'rotation) are unverified. Rotation in Managed HSM is free.',
  },
];
