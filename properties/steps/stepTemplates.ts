import type { Fields } from '../../model/fields.ts';
import type { Patience } from '../../model/oracle/hiddenSteps.ts';
import { LIMITS } from '../../model/rules/limits/invalidRequest.ts';
import type { Step } from './step.ts';

/** A kind of step: the unit in which coverage is counted. */
export interface StepTemplate {
  /** What it is, in words; unique. */
  readonly label: string;
  /**
   * `core` steps are the life of an object, tried in every state; `edge` steps vary a call's arguments, and are tried
   * once in every phase; `time` steps move a clock on.
   */
  readonly tier: 'core' | 'edge' | 'time';
  /** The step for a slot; `round` makes values of the same step differ. */
  readonly make: (slot: number, round: number) => Step;
}

function value(round: number): string {
  return `value ${round}`;
}

function setting(label: string, tier: 'core' | 'edge', input: (round: number) => Fields): StepTemplate {
  return { label, tier, make: (slot, round) => ({ call: 'set', slot, input: input(round) }) };
}

/** Updates name a version, as most clients do; one of the edges leaves it out. */
function updating(label: string, input: (round: number) => Fields): StepTemplate {
  const make: StepTemplate['make'] = (slot, round) => ({
    call: 'update',
    slot,
    version: 'latest',
    input: input(round),
  });
  return { label, tier: 'core', make };
}

const CORE: readonly StepTemplate[] = [
  setting('set', 'core', (round) => ({ value: value(round) })),
  { label: 'get', tier: 'core', make: (slot) => ({ call: 'get', slot }) },
  { label: 'delete', tier: 'core', make: (slot) => ({ call: 'delete', slot }) },
  { label: 'get deleted', tier: 'core', make: (slot) => ({ call: 'getDeleted', slot }) },
  { label: 'recover', tier: 'core', make: (slot) => ({ call: 'recover', slot }) },
  { label: 'purge', tier: 'core', make: (slot) => ({ call: 'purge', slot }) },
  { label: 'list versions', tier: 'core', make: (slot) => ({ call: 'listVersions', slot }) },
  { label: 'list', tier: 'core', make: (slot) => ({ call: 'list', slot }) },
  { label: 'list deleted', tier: 'core', make: (slot) => ({ call: 'listDeleted', slot }) },
  setting('set disabled', 'core', (round) => ({ value: value(round), enabled: false })),
  updating('disable', () => ({ enabled: false })),
  updating('enable', () => ({ enabled: true })),
  updating('update tags', (round) => ({ tags: { round: String(round) }, contentType: 'text/plain' })),
  { label: 'get first version', tier: 'core', make: (slot) => ({ call: 'get', slot, version: 'first' }) },
  { label: 'backup', tier: 'core', make: (slot) => ({ call: 'backup', slot }) },
  { label: 'restore', tier: 'core', make: (slot) => ({ call: 'restore', slot, blob: 'last' }) },
];

const SETTLE: StepTemplate = { label: 'settle', tier: 'core', make: (slot) => ({ settle: { slot } }) };

function times(patience: Patience): readonly StepTemplate[] {
  return [
    { label: 'a day passes', tier: 'time', make: () => ({ advance: { seconds: 86_400 } }) },
    purgeInstant('until the second before the scheduled purge', -1),
    purgeInstant('until the scheduled purge', 0),
    purgeInstant('until the scheduled purge is overdue', patience.purgeLag + 3),
  ];
}

function purgeInstant(label: string, fromScheduledPurge: number): StepTemplate {
  return { label, tier: 'time', make: (slot) => ({ advance: { slot, fromScheduledPurge } }) };
}

const PAST = 1_000_000_000;
const FUTURE = 4_000_000_000;

const EDGE: readonly StepTemplate[] = [
  setting('set with everything', 'edge', (round) => ({
    value: value(round),
    contentType: 'application/json',
    tags: { a: '1', b: '' },
    nbf: PAST,
    exp: FUTURE,
  })),
  setting('set the empty value', 'edge', () => ({ value: '' })),
  setting('set the largest value', 'edge', () => ({ value: 'x'.repeat(LIMITS.surelyAccepted) })),
  setting('set a value one byte too large', 'edge', () => ({ value: 'x'.repeat(LIMITS.value + 1) })),
  setting('set without a value', 'edge', () => ({ contentType: 'text/plain' })),
  setting('set 15 tags', 'edge', (round) => ({ value: value(round), tags: tags(LIMITS.tags) })),
  setting('set 16 tags', 'edge', (round) => ({ value: value(round), tags: tags(LIMITS.tags + 1) })),
  setting('set too long a content type', 'edge', (round) => ({
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
    label: 'get in other letters',
    tier: 'edge',
    make: (slot) => ({ call: 'get', slot, spelling: 'other-case' }),
  },
  {
    label: 'get deleted in other letters',
    tier: 'edge',
    make: (slot) => ({ call: 'getDeleted', slot, spelling: 'other-case' }),
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
  { label: 'get latest version', tier: 'edge', make: (slot) => ({ call: 'get', slot, version: 'latest' }) },
  {
    label: 'get no such version',
    tier: 'edge',
    make: (slot) => ({ call: 'get', slot, version: 'none-such' }),
  },
  {
    label: 'disable first version',
    tier: 'edge',
    make: (slot) => ({ call: 'update', slot, version: 'first', input: { enabled: false } }),
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
  { label: 'delete a version', tier: 'edge', make: (slot) => ({ call: 'delete', slot, version: 'first' }) },
  {
    label: 'restore no backup',
    tier: 'edge',
    make: (slot) => ({ call: 'restore', slot, blob: 'malformed' }),
  },
  {
    label: 'restore the first backup',
    tier: 'edge',
    make: (slot) => ({ call: 'restore', slot, blob: 'first' }),
  },
  {
    label: 'list versions one by one',
    tier: 'edge',
    make: (slot) => ({ call: 'listVersions', slot, pageSize: 1 }),
  },
  { label: 'list in small pages', tier: 'edge', make: (slot) => ({ call: 'list', slot, pageSize: 7 }) },
  {
    label: 'list deleted in small pages',
    tier: 'edge',
    make: (slot) => ({ call: 'listDeleted', slot, pageSize: 7 }),
  },
  { label: 'list pages of 0', tier: 'edge', make: (slot) => ({ call: 'list', slot, pageSize: 0 }) },
  { label: 'list pages of 26', tier: 'edge', make: (slot) => ({ call: 'list', slot, pageSize: 26 }) },
  {
    label: 'list deleted pages of 26',
    tier: 'edge',
    make: (slot) => ({ call: 'listDeleted', slot, pageSize: 26 }),
  },
];

function tags(count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, i) => [`tag${i}`, 'x']));
}

/** Every kind of step that a target can be asked; the passing of time only where it has a clock that can be moved. */
export function stepTemplates(hasClock: boolean, patience: Patience): readonly StepTemplate[] {
  return [...CORE, SETTLE, ...(hasClock ? times(patience) : []), ...EDGE];
}
