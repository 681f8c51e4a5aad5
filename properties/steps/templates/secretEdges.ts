import type { Fields } from '../../../model/fields.ts';
import { LIMITS } from '../../../model/rules/limits/invalidRequest.ts';
import type { StepTemplate } from './stepTemplate.ts';

const PAST = 1_000_000_000;
const FUTURE = 4_000_000_000;

/** Steps that vary a secret's calls at their edges, each with a rule or evidence behind it. */
export const SECRET_EDGES: readonly StepTemplate[] = [
  setting('set the empty value', () => ({ value: '' })),
  setting('set the largest value', () => ({ value: 'x'.repeat(LIMITS.surelyAccepted) })),
  setting('set a value one byte too large', () => ({ value: 'x'.repeat(LIMITS.value + 1) })),
  setting('set without a value', () => ({ contentType: 'text/plain' })),
  setting('set 15 tags', (round) => ({ value: value(round), tags: tags(LIMITS.tags) })),
  setting('set 16 tags', (round) => ({ value: value(round), tags: tags(LIMITS.tags + 1) })),
  setting('set too long a content type', (round) => ({
    value: value(round),
    contentType: 'c'.repeat(LIMITS.contentType + 1),
  })),
  {
    label: 'set without a body',
    tier: 'edge',
    make: (slot) => ({ call: 'set', slot, input: {}, broken: 'no-body' }),
  },
  {
    label: 'set broken JSON',
    tier: 'edge',
    make: (slot) => ({ call: 'set', slot, input: {}, broken: 'not-json' }),
  },
  {
    label: 'set in other letters',
    tier: 'edge',
    make: (slot, round) => ({ call: 'set', slot, input: { value: value(round) }, spelling: 'other-case' }),
  },
  {
    label: 'get without api-version',
    tier: 'edge',
    make: (slot) => ({ call: 'get', slot, apiVersion: null }),
  },
  {
    label: 'get with an unknown api-version',
    tier: 'edge',
    make: (slot) => ({ call: 'get', slot, apiVersion: '0.0' }),
  },
  {
    label: 'get with api-version 7.0',
    tier: 'edge',
    make: (slot) => ({ call: 'get', slot, apiVersion: '7.0' }),
  },
  {
    label: 'get latest version',
    tier: 'edge',
    needs: 'version',
    make: (slot) => ({ call: 'get', slot, version: 'latest' }),
  },
  {
    label: 'update without a version',
    tier: 'edge',
    make: (slot, round) => ({ call: 'update', slot, input: { tags: { round: String(round) } } }),
  },
  {
    label: 'update no such version',
    tier: 'edge',
    make: (slot) => ({ call: 'update', slot, version: 'none-such', input: { enabled: true } }),
  },
  {
    label: 'update expiry',
    tier: 'edge',
    make: (slot) => ({ call: 'update', slot, version: 'latest', input: { exp: FUTURE, nbf: PAST } }),
  },
  {
    label: 'delete a version',
    tier: 'edge',
    needs: 'version',
    make: (slot) => ({ call: 'delete', slot, version: 'first' }),
  },
  { label: 'list pages of 0', tier: 'edge', make: (slot) => ({ call: 'list', slot, pageSize: 0 }) },
  { label: 'list pages of 26', tier: 'edge', make: (slot) => ({ call: 'list', slot, pageSize: 26 }) },
  {
    label: 'list deleted pages of 26',
    tier: 'edge',
    make: (slot) => ({ call: 'listDeleted', slot, pageSize: 26 }),
  },
];

function setting(label: string, input: (round: number) => Fields): StepTemplate {
  return { label, tier: 'edge', make: (slot, round) => ({ call: 'set', slot, input: input(round) }) };
}

function value(round: number): string {
  return `value ${round}`;
}

function tags(count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, i) => [`tag${i}`, 'x']));
}
