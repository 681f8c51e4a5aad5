import type { StepTemplate } from './stepTemplate.ts';

/** What the contacts for certificates can be asked: a vault has them once, and they are not soft-deleted (CR-11). */
export const CONTACTS_TEMPLATES: readonly StepTemplate[] = [
  {
    label: 'set',
    tier: 'life',
    make: (slot, round) => ({
      call: 'set',
      slot,
      input: { contacts: [{ email: `owner${round}@conformance.example`, name: 'Owner' }] },
    }),
  },
  { label: 'get', tier: 'life', make: (slot) => ({ call: 'get', slot }) },
  { label: 'delete', tier: 'life', make: (slot) => ({ call: 'delete', slot }) },
];
