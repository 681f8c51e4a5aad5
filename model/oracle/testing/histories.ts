import fc from 'fast-check';
import type { Command } from '../../command.ts';
import type { Fields } from '../../fields.ts';
import { commandOf } from '../../testing/calls.ts';
import type { VaultSettings } from '../../vaultSettings.ts';
import { DAY } from '../../window.ts';

/** Something that happens in a history. */
export type Happening =
  /** A call; what it means may depend on what came before: a version id, a blob, a continuation. */
  | { readonly call: Ask; readonly choice: number; readonly lost: boolean; readonly during?: Ask }
  /** Seconds pass, or time passes to so many seconds after the scheduled purge of a name. */
  | { readonly seconds: number }
  | { readonly purgeOf: string; readonly offset: number };

/** What can be asked about secrets. */
type SecretOp =
  | 'set'
  | 'get'
  | 'update'
  | 'delete'
  | 'getDeleted'
  | 'recover'
  | 'purge'
  | 'backup'
  | 'restore'
  | 'listVersions'
  | 'list'
  | 'listDeleted';

/** What is asked, in terms that do not depend on what was answered. */
export interface Ask {
  readonly op: SecretOp;
  readonly name: string;
  readonly input: Fields;
  /** Which version, blob or continuation of those known; none where negative. */
  readonly reference: number;
  readonly maxResults?: number;
}

const OPS: readonly SecretOp[] = [
  ...['set', 'set', 'set', 'get', 'get', 'update', 'delete', 'delete', 'getDeleted', 'getDeleted', 'recover'],
  ...['purge', 'backup', 'restore', 'listVersions', 'list', 'listDeleted'],
] as readonly SecretOp[];

const INPUTS: readonly Fields[] = [
  { value: 'one' },
  { value: '' },
  { value: 'two', tags: { a: '1' }, contentType: 'text/plain' },
  { value: 'three', enabled: false },
  { value: 'four', nbf: 1_000_000_000, exp: 4_000_000_000, tags: {} },
  { contentType: 'no value' },
];

const CHANGES: readonly Fields[] = [
  { enabled: false },
  { enabled: true },
  { tags: { b: '2' } },
  { tags: {}, contentType: 'application/json' },
  { exp: 4_100_000_000 },
];

function ask(names: readonly string[], ops: readonly SecretOp[]): fc.Arbitrary<Ask> {
  return fc
    .record({
      op: fc.constantFrom(...ops),
      name: fc.constantFrom(...names),
      drawn: fc.nat(29),
      reference: fc.integer({ min: -2, max: 4 }),
      maxResults: fc.option(fc.constantFrom(1, 2, 25), { nil: undefined }),
    })
    .map(({ op, name, drawn, reference, maxResults }) => {
      const inputs = op === 'set' ? INPUTS : CHANGES;
      const input = inputs[drawn % inputs.length] ?? {};
      return { op, name, input, reference, ...(maxResults !== undefined && { maxResults }) };
    });
}

/** What histories are made of. */
export interface HistoryOptions {
  readonly names?: readonly string[];
  readonly ops?: readonly SecretOp[];
  /** Whether replies may be lost. */
  readonly losses?: boolean;
  /** Whether calls may be under way at the same time. */
  readonly concurrent?: boolean;
}

/** Histories of a vault: calls about a few names, and the passing of time. */
export function histories({
  names = ['a', 'b', 'c'],
  ops = OPS,
  losses = false,
  concurrent = false,
}: HistoryOptions = {}): fc.Arbitrary<readonly Happening[]> {
  const call = fc.record({
    call: ask(names, ops),
    choice: fc.nat(),
    lost: losses ? fc.nat(9).map((drawn) => drawn === 9) : fc.constant(false),
    ...(concurrent && { during: ask(names, ops) }),
  });
  const pause = fc.constantFrom(1, 20, 299, 301, DAY).map((seconds) => ({ seconds }));
  const instant = fc.record({
    purgeOf: fc.constantFrom(...names),
    offset: fc.constantFrom(-2, 0, 1, 3600, 3605),
  });
  const happening = fc.oneof(
    { arbitrary: call, weight: 8 },
    { arbitrary: pause, weight: 2 },
    { arbitrary: instant, weight: 1 },
  );
  return fc.array(happening, { minLength: 1, maxLength: 60, size: 'max' });
}

/** The settings that vaults may have. */
export const SETTINGS: readonly VaultSettings[] = [
  { softDelete: true, retentionDays: 90, purgeProtection: false },
  { softDelete: true, retentionDays: 7, purgeProtection: true },
  { softDelete: true, retentionDays: 30, purgeProtection: false },
  { softDelete: true, retentionDays: 90, purgeProtection: true },
  { softDelete: false, retentionDays: 90, purgeProtection: false },
];

/** What earlier answers gave, for later calls to refer to. */
export interface Known {
  /** Version ids by name. */
  readonly versions: ReadonlyMap<string, readonly string[]>;
  readonly blobs: readonly string[];
  /** The continuation of a list that is being read, by what it lists. */
  readonly next: ReadonlyMap<string, string>;
}

/** The command that is meant. */
export function commandFor({ op, name, input, reference, maxResults }: Ask, known: Known): Command {
  const id = known.versions.get(name)?.[reference];
  const version = id === undefined ? {} : { version: id };
  const next = reference < 0 ? undefined : known.next.get(`${op} ${op === 'listVersions' ? name : ''}`);
  const page = { ...(maxResults !== undefined && { maxResults }), ...(next !== undefined && { next }) };
  switch (op) {
    case 'set':
      return commandOf({ op, name, input });
    case 'update':
      return commandOf({ op, name, input, ...version });
    case 'get':
      return commandOf({ op, name, ...version });
    case 'list':
    case 'listDeleted':
      return commandOf({ op, ...page });
    case 'listVersions':
      return commandOf({ op, name, ...page });
    case 'restore': {
      const blob = known.blobs[reference];
      return commandOf(blob === undefined ? { op, blob: 'none', malformed: true } : { op, blob });
    }
    case 'delete':
      return commandOf({ op, name });
    case 'getDeleted':
    case 'recover':
    case 'purge':
    case 'backup':
      return commandOf({ op, name });
  }
}
