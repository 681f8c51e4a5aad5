/** Ids that the emulator of this package takes for a tenant and for subscriptions, and where runs make vaults in it. */
export const EMULATOR_HOME = {
  tenant: '00000000-0000-0000-0000-000000000001',
  subscription: '00000000-0000-0000-0000-000000000002',
  otherSubscription: '00000000-0000-0000-0000-0000000000b2',
  undeletableSubscription: '00000000-0000-0000-0000-0000000000c3',
  resourceGroup: 'conformance',
  otherGroup: 'conformance-other',
} as const;
