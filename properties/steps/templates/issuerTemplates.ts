import type { StepTemplate } from './stepTemplate.ts';

/** What issuers of certificates can be asked: they are not soft-deleted (CR-11). */
export const ISSUER_TEMPLATES: readonly StepTemplate[] = [
  {
    label: 'set',
    tier: 'life',
    make: (slot, round) => ({
      call: 'set',
      slot,
      input: { provider: 'Test', org_details: { id: `organization ${round}` } },
    }),
  },
  { label: 'get', tier: 'life', make: (slot) => ({ call: 'get', slot }) },
  { label: 'delete', tier: 'life', make: (slot) => ({ call: 'delete', slot }) },
  { label: 'list', tier: 'life', make: (slot) => ({ call: 'list', slot }) },
  {
    label: 'update',
    tier: 'content',
    make: (slot, round) => ({
      call: 'update',
      slot,
      input: { org_details: { id: `organization ${round}` } },
    }),
  },
  {
    label: 'set without a body',
    tier: 'edge',
    make: (slot) => ({ call: 'set', slot, input: {}, broken: 'no-body' }),
  },
];
