import { type RunEvent, SEVERITIES } from '../../model/event.ts';
import type { Fields, Shape } from './shape.ts';

const TEXTS: Shape = { list: 'string' };
const TEXT_MAP: Shape = { map: 'string' };
const SETTINGS: Shape = {
  fields: {
    softDelete: 'boolean',
    retentionDays: 'number',
    purgeProtection: 'boolean',
    'permissionModel?': 'string',
    'protectedSubscription?': 'boolean',
  },
};
const REQUEST: Shape = { fields: { method: 'string', url: 'string', 'headers?': TEXT_MAP } };
const REPLY: Shape = { fields: { status: 'number', headers: TEXT_MAP } };
const VERDICT: Shape = { oneOf: ['conforms', 'diverges', 'inconclusive', 'unspecified'] };

const RULE: Shape = {
  fields: {
    id: 'string',
    statement: 'string',
    level: { oneOf: ['must', 'should', 'unspecified'] },
    sources: TEXTS,
    'contradiction?': 'string',
    'notApplicable?': 'string',
  },
};

const TARGET: Shape = {
  fields: {
    name: 'string',
    'url?': 'string',
    'version?': 'string',
    capabilities: TEXT_MAP,
    missing: TEXT_MAP,
    'advance?': REQUEST,
  },
};

const EXPECTATION: Shape = { fields: { answer: 'string', rules: TEXTS, 'when?': 'string' } };

const ROW: Shape = {
  fields: {
    at: 'number',
    call: 'string',
    'principal?': 'string',
    'answer?': 'string',
    'state?': 'string',
    'request?': REQUEST,
    'reply?': REPLY,
    'advance?': 'number',
  },
};

const DIVERGENCE: Shape = {
  fields: {
    signature: 'string',
    'cause?': 'string',
    severity: { oneOf: SEVERITIES },
    rules: TEXTS,
    operation: 'string',
    state: 'string',
    differs: 'string',
    expected: { list: EXPECTATION },
    observed: { fields: { answer: 'string', 'wire?': REPLY } },
    sequence: { list: ROW },
    'settings?': SETTINGS,
    'replay?': 'object',
    count: 'number',
    confirmation: { oneOf: ['reproduced', 'flaky', 'recorded'] },
    'remark?': 'string',
    'known?': 'boolean',
  },
};

const HEADER: Fields = {
  format: 'number',
  'command?': { oneOf: ['run', 'check'] },
  model: { fields: { version: 'string' } },
  target: TARGET,
  seed: 'number',
  strategies: TEXTS,
  options: 'object',
  rules: { list: RULE },
  started: 'string',
};

const EXCHANGE: Fields = {
  n: 'number',
  sequence: 'number',
  'step?': 'number',
  command: { fields: { op: 'string' } },
  window: 'object',
  'request?': REQUEST,
  'reply?': REPLY,
  answer: 'object',
  judgement: { oneOf: ['explained', 'unexplained', 'unspecified', 'unjudged'] },
  rules: TEXTS,
  state: { fields: { before: 'string', after: 'string' } },
  'aside?': 'boolean',
};

const FOOTER: Fields = {
  verdict: VERDICT,
  'reason?': 'string',
  calls: 'number',
  sequences: 'number',
  readings: TEXT_MAP,
  'neverReached?': TEXT_MAP,
  'reach?': {
    fields: {
      tried: 'number',
      reachable: 'number',
      'tables?': {
        list: {
          fields: {
            kind: 'string',
            calls: TEXTS,
            rows: { list: { fields: { state: 'string', marks: 'string' } } },
          },
        },
      },
      'unreached?': TEXT_MAP,
    },
  },
  ended: 'string',
};

/** The fields of each event that the reports rely on, by the event's type. */
export const EVENT_SHAPES: { readonly [type in RunEvent['type']]: Fields } = {
  header: HEADER,
  vault: { vault: 'string', 'settings?': SETTINGS },
  trace: { trace: 'number', id: 'string', 'file?': 'string' },
  skipped: {
    'trace?': 'number',
    exchanges: 'number',
    why: 'string',
    counted: 'boolean',
    'operation?': 'string',
    'plane?': { oneOf: ['data', 'management'] },
  },
  sequence: {
    sequence: 'number',
    strategy: 'string',
    vault: 'string',
    purpose: { oneOf: ['explore', 'reproduce', 'shrink', 'clean-up'] },
    'signature?': 'string',
    'trace?': 'number',
  },
  clock: { 'sequence?': 'number', advance: 'number', now: 'number' },
  exchange: EXCHANGE,
  divergence: { n: 'number', divergence: DIVERGENCE },
  'seen-again': { n: 'number', signature: 'string' },
  note: { level: { oneOf: ['info', 'warning', 'trouble'] }, text: 'string', 'n?': 'number' },
  bill: { vaults: 'number', rules: TEXTS },
  audit: { vaults: 'number', rules: TEXTS },
  footer: FOOTER,
};
