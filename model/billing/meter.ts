import type { RuleId } from '../rule.ts';

/** What is counted: things that cost something, things that cost nothing, and things that nobody can tell. */
export type Meter =
  | 'secretOperations'
  | 'certificateOperations'
  | 'keyOperations'
  | 'advancedKeyOperations'
  | 'unknownKeyOperations'
  | 'possibleOperations'
  | 'hsmKeys'
  | 'advancedHsmKeys'
  | 'unknownHsmKeys'
  | 'possibleHsmKeys'
  | 'certificateRenewals'
  | 'keyRotations'
  | 'deletedDays'
  | 'managementCalls'
  | 'deletedReads'
  | 'refusedCalls';

/** What a meter is called, and the rules that its price rests on. */
export interface MeterDescription {
  readonly label: string;
  readonly rules: readonly RuleId[];
}

/** Every meter, in the order in which an invoice shows them. */
export const METERS: Readonly<Record<Meter, MeterDescription>> = {
  secretOperations: { label: 'Operations on secrets', rules: ['BL-05'] },
  certificateOperations: { label: 'Operations on certificates', rules: ['BL-05'] },
  keyOperations: { label: 'Operations on keys', rules: ['BL-05'] },
  advancedKeyOperations: {
    label: 'Operations on advanced keys',
    rules: ['BL-05'],
  },
  unknownKeyOperations: { label: 'Operations on keys of unknown type', rules: ['BL-05'] },
  possibleOperations: { label: 'Possible operations', rules: ['BL-05'] },
  hsmKeys: { label: 'HSM key versions, RSA-2048', rules: ['BL-03', 'BL-06'] },
  advancedHsmKeys: { label: 'HSM key versions, advanced', rules: ['BL-03', 'BL-06'] },
  unknownHsmKeys: { label: 'HSM key versions of unknown type', rules: ['BL-03', 'BL-06'] },
  possibleHsmKeys: {
    label: 'Possible HSM key versions',
    rules: ['BL-03', 'BL-06'],
  },
  certificateRenewals: { label: 'Automatic renewals of certificates', rules: ['BL-08'] },
  keyRotations: { label: 'Automatic rotations of keys', rules: ['BL-08'] },
  deletedDays: { label: 'Days spent in the deleted state', rules: ['BL-02'] },
  managementCalls: { label: 'Calls to the management plane', rules: [] },
  deletedReads: { label: 'Looks at what is deleted', rules: [] },
  refusedCalls: { label: 'Refused calls', rules: ['BL-04'] },
};
