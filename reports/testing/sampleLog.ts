import type {
  Divergence,
  ExchangeEvent,
  FooterEvent,
  HeaderEvent,
  RunEvent,
  TargetSummary,
} from '../../model/event.ts';
import { LISTED_DELETED, PURGED_EARLY, SEEN_ONCE, SET_ON_DELETED } from './sampleDivergences.ts';
import { SAMPLE_RULES } from './sampleRules.ts';

const TARGET: TargetSummary = {
  name: 'lowkey-vault',
  url: 'https://localhost:8443',
  version: '7.3.74',
  capabilities: { clock: 'moves stored dates back', vaults: 'any settings' },
  missing: {
    permissions: 'who may do what (PM-01 to PM-17)',
    'undeletable subscriptions': 'the level ProtectedSubscription (UN-01)',
  },
  advance: { method: 'PUT', url: 'https://localhost:8443/management/vault/time/all?seconds={seconds}' },
};

/** The header of a sample run. */
export function sampleHeader(overrides: Partial<HeaderEvent> = {}): HeaderEvent {
  return {
    type: 'header',
    format: 1,
    model: { version: '0.1.0' },
    target: TARGET,
    seed: 7,
    strategies: ['walk', 'boundaries'],
    options: { budget: '2000calls' },
    rules: SAMPLE_RULES,
    started: '2026-03-01T10:00:00.000Z',
    ...overrides,
  };
}

/** An exchange of a sample run: explained by DL-01 unless told otherwise. */
export function sampleExchange(n: number, overrides: Partial<ExchangeEvent> = {}): ExchangeEvent {
  return {
    type: 'exchange',
    n,
    sequence: 1,
    command: { op: 'delete', vault: 'vault-1', kind: 'secret', name: 's1' },
    window: { from: 1_760_000_000, to: 1_760_000_001 },
    answer: { status: 200, oddities: [] },
    judgement: 'explained',
    rules: ['DL-01'],
    state: { before: 'active', after: 'deleting or deleted' },
    ms: 12,
    ...overrides,
  };
}

/** The footer of a sample run. */
export function sampleFooter(overrides: Partial<FooterEvent> = {}): FooterEvent {
  return {
    type: 'footer',
    verdict: 'conforms',
    calls: 2000,
    sequences: 84,
    readings: { X12: 'later' },
    reach: { tried: 118, reachable: 131 },
    ended: '2026-03-01T10:00:41.300Z',
    ...overrides,
  };
}

/** The exchange that shows a divergence, the divergence, and a second sighting. */
function findings(n: number, divergence: Divergence): readonly RunEvent[] {
  const unexplained = { judgement: 'unexplained', rules: [] } as const;
  return [
    sampleExchange(n, unexplained),
    { type: 'divergence', n, divergence },
    sampleExchange(n + 1, unexplained),
    { type: 'seen-again', n: n + 1, signature: divergence.signature },
  ];
}

const EXPLORED: readonly RunEvent[] = [
  {
    type: 'vault',
    vault: 'vault-1',
    settings: { softDelete: true, retentionDays: 7, purgeProtection: false },
  },
  { type: 'sequence', sequence: 1, strategy: 'walk', vault: 'vault-1', purpose: 'explore' },
  sampleExchange(1),
  sampleExchange(2, { rules: ['DL-02', 'RT-06', 'AS-01', 'AS-02'] }),
  { type: 'clock', sequence: 1, advance: 604_799, now: 1_760_604_800 },
  sampleExchange(3, { rules: ['RC-01', 'PG-01', 'LS-02', 'ER-09'] }),
  sampleExchange(4, { judgement: 'unspecified', rules: ['LS-09'] }),
  { type: 'note', level: 'info', text: 'maxresults=26 answered 200; no rule decides it', n: 4 },
];

/** The log of a run in which the target conforms. */
export function conformingLog(): readonly RunEvent[] {
  return [sampleHeader(), ...EXPLORED, sampleFooter()];
}

/** The log of a run that found three divergences and one that did not come again. */
export function divergingLog(): readonly RunEvent[] {
  return [
    sampleHeader(),
    ...EXPLORED,
    ...findings(5, SET_ON_DELETED),
    ...findings(7, PURGED_EARLY),
    ...findings(9, LISTED_DELETED),
    ...findings(11, SEEN_ONCE),
    { type: 'note', level: 'trouble', text: 'connection reset by the target; tried again after 1 s', n: 9 },
    sampleFooter({ verdict: 'diverges' }),
  ];
}

/** The log of a run whose target could not be asked. */
export function unreachableLog(): readonly RunEvent[] {
  const reason = 'nothing answers at https://localhost:8443: connection refused';
  return [
    sampleHeader(),
    { type: 'note', level: 'trouble', text: reason },
    sampleFooter({ verdict: 'inconclusive', reason, calls: 0, sequences: 0, readings: {} }),
  ];
}

/** The log of a check of three recordings: one conforms, one diverges, one has nothing to judge. */
export function checkLog(): readonly RunEvent[] {
  const recorded: Divergence = { ...SET_ON_DELETED, confirmation: 'recorded', count: 1 };
  const file = 'recordings/js.jsonl.gz';
  const sequence = { type: 'sequence', strategy: 'recording', purpose: 'explore' } as const;
  return [
    sampleHeader({
      command: 'check',
      target: { name: 'recordings', capabilities: {}, missing: {} },
      seed: 0,
    }),
    { type: 'trace', trace: 1, id: 'js/deletes@1', file },
    { type: 'skipped', trace: 1, exchanges: 2, why: '401 challenge', counted: false },
    { ...sequence, sequence: 1, vault: 'vault-1', trace: 1 },
    sampleExchange(1, { step: 3 }),
    { type: 'trace', trace: 2, id: 'js/sets@2', file },
    { ...sequence, sequence: 2, vault: 'vault-1', trace: 2 },
    sampleExchange(2, { sequence: 2, step: 1 }),
    sampleExchange(3, { sequence: 2, step: 4, judgement: 'unexplained', rules: [] }),
    { type: 'divergence', n: 3, divergence: recorded },
    sampleExchange(4, { sequence: 2, step: 9, judgement: 'unexplained', rules: [] }),
    { type: 'seen-again', n: 4, signature: recorded.signature },
    { type: 'trace', trace: 3, id: 'js/keys@3', file },
    { type: 'skipped', trace: 3, exchanges: 1, why: 'no command for this path', counted: true },
    sampleFooter({ verdict: 'diverges', calls: 4, sequences: 2, readings: {} }),
  ];
}
