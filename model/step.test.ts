import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from './answer.ts';
import type { Call } from './call.ts';
import type { Command, Kind } from './command.ts';
import { histories, SETTINGS } from './oracle/testing/histories.ts';
import { tell } from './oracle/testing/told.ts';
import { step } from './step.ts';
import { allowed } from './testing/allowed.ts';
import { callOf, commandOf, NOW } from './testing/calls.ts';
import { CONTENT, DELETED, LIVE, NEVER, SOFT, STATES, V1 } from './testing/states.ts';
import { UNKNOWN_CONTENT } from './world/content.ts';
import type { KnownSettings } from './world/knownSettings.ts';
import { anythingOf, type ObjectState } from './world/objectState.ts';

const KINDS: readonly Kind[] = ['secret', 'key', 'certificate'];

/** Every call about one name that the data plane has, for each kind that has it. */
const COMMANDS: readonly Command[] = KINDS.flatMap((kind) => {
  const at = { vault: 'v', kind, name: 'a' } as const;
  const common: Command[] = [
    { ...at, op: 'get' },
    { ...at, op: 'get', version: V1 },
    { ...at, op: 'update', input: { enabled: false } },
    { ...at, op: 'update', input: 'unrecorded', version: V1 },
    { ...at, op: 'delete' },
    { ...at, op: 'delete', version: V1 },
    { ...at, op: 'getDeleted' },
    { ...at, op: 'recover' },
    { ...at, op: 'purge' },
    { ...at, op: 'backup' },
    { ...at, op: 'listVersions' },
    { vault: 'v', kind, op: 'restore', blob: 'blob' },
    { vault: 'v', kind, op: 'restore', blob: 'none', malformed: true },
  ];
  if (kind === 'secret')
    return [...common, { ...at, op: 'set', input: { value: 'v' } }, { ...at, op: 'set', input: {} }];
  const made: Command[] = [
    { ...at, op: 'create', input: {} },
    { ...at, op: 'import', input: 'unrecorded' },
  ];
  if (kind === 'key') {
    return [...common, ...made, { ...at, op: 'rotate' }, { ...at, op: 'use', use: 'sign', input: {} }];
  }
  return [
    ...common,
    ...made,
    { ...at, op: 'merge', input: {} },
    { ...at, op: 'getOperation' },
    { ...at, op: 'deleteOperation' },
    { ...at, op: 'updateOperation', input: {} },
    { ...at, op: 'getPolicy' },
    { ...at, op: 'updatePolicy', input: {} },
  ];
});

const STATES_SEEN: readonly ObjectState[] = [
  ...Object.values(STATES),
  ...anythingOf('secret'),
  { ...LIVE, recovered: { from: NOW - 1, to: NOW } },
  { ...LIVE, content: { ...CONTENT, versions: [{ facts: {} }], complete: true } },
  { ...DELETED, deletion: {}, content: { ...UNKNOWN_CONTENT, owned: true } },
];

const settings: fc.Arbitrary<KnownSettings> = fc.record(
  {
    softDelete: fc.boolean(),
    retentionDays: fc.constantFrom(7, 30, 90),
    purgeProtection: fc.boolean(),
    protectedSubscription: fc.boolean(),
  },
  { requiredKeys: [] },
);

const calls: fc.Arbitrary<Call> = fc
  .record({
    command: fc.constantFrom(...COMMANDS),
    service: fc.boolean(),
    at: fc.constantFrom(NOW, Date.UTC(2016, 5, 1) / 1000, Date.UTC(2020, 1, 10) / 1000),
    apiVersion: fc.constantFrom(undefined, null, '7.0', '7.4', '0.0', '2025-07-01'),
    snapshot: fc.constantFrom(undefined, CONTENT, UNKNOWN_CONTENT),
    isRespelled: fc.boolean(),
  })
  .map(({ command, service, at, apiVersion, snapshot, isRespelled }) => ({
    ...callOf(apiVersion === undefined ? command : { ...command, apiVersion }, { service }),
    window: { from: at, to: at + 1 },
    isRespelled,
    ...(snapshot && { snapshot }),
  }));

/** Answers of all sorts: those of a simulated vault, whatever they were answers to. */
const answers: fc.Arbitrary<Answer | undefined> = fc
  .tuple(histories(), fc.constantFrom(...SETTINGS), fc.nat(30))
  .map(([history, vault, i]) => tell(history, vault, { service: false })[i]?.answer);

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) frozen(part);
  }
  return value;
}

describe('step', () => {
  it('should allow something for every call in every world, and lead on from every answer', () => {
    fc.assert(
      fc.property(
        calls,
        fc.constantFrom(...STATES_SEEN),
        settings,
        answers,
        (call, object, known, answer) => {
          const outcomes = step(frozen(call), frozen({ settings: known, object }));
          expect(outcomes.length).toBeGreaterThan(0);
          for (const outcome of outcomes) {
            expect(Object.keys(STATES)).toContain(outcome.next().phase);
            expect(Object.keys(STATES)).toContain(outcome.next(answer).phase);
            expect(outcome.rules.length).toBeGreaterThan(0);
            if (answer) outcome.tells?.(answer);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('should allow the same each time', () => {
    const told = (call: Call, object: ObjectState, known: KnownSettings): string =>
      JSON.stringify(step(call, { settings: known, object }).map((outcome) => [outcome, outcome.next()]));
    fc.assert(
      fc.property(calls, fc.constantFrom(...STATES_SEEN), settings, (call, object, known) => {
        expect(told(call, object, known)).toBe(
          told(structuredClone(call), structuredClone(object), { ...known }),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('should change nothing by a refusal', () => {
    fc.assert(
      fc.property(calls, fc.constantFrom(...STATES_SEEN), settings, (call, object, known) => {
        for (const { pattern, next } of step(call, { settings: known, object })) {
          if (pattern.status.every((status) => status >= 400)) expect(next().phase).toBe(object.phase);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('should name NR-04 first for a name in other letters', () => {
    const rules = step(callOf(commandOf({ op: 'get', name: 'A' }), { isRespelled: true }), {
      settings: SOFT,
      object: LIVE,
    }).map((outcome) => outcome.rules[0]);
    expect(rules).toEqual(['NR-04']);
  });

  it('should allow a refusal of an invalid request, or one that the state gives, and no success', () => {
    expect(allowed(commandOf({ op: 'set', name: 'a', input: {} }), NEVER)).toEqual(['400 > absent']);
    expect(allowed(commandOf({ op: 'set', name: 'a', input: {} }), DELETED)).toEqual([
      '400 > deleted',
      '409 Conflict / ObjectIsDeletedButRecoverable > deleted',
    ]);
  });

  it('should allow either where no source tells whether a request is refused', () => {
    expect(allowed(commandOf({ op: 'get', name: 'a', apiVersion: '7.0' }), LIVE)).toEqual([
      '(unspecified) 400 > live',
      '200 with the object > live',
    ]);
  });

  it('should allow a lack of permission in recordings alone: a run has every permission', () => {
    const get = commandOf({ op: 'get', name: 'a' });
    const permission = expect.stringContaining('ForbiddenByPolicy');
    expect(allowed(get, LIVE, SOFT, { service: true })).toContainEqual(permission);
    expect(allowed(get, LIVE, SOFT)).not.toContainEqual(permission);
  });

  it('should refuse to judge the list of a whole vault by one name', () => {
    expect(() => step(callOf(commandOf({ op: 'list' })), { settings: SOFT, object: LIVE })).toThrow(
      RangeError,
    );
  });
});
