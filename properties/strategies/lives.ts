import fc from 'fast-check';
import type { Patience } from '../../model/oracle/hiddenSteps.ts';
import type { VaultSettings } from '../../model/vaultSettings.ts';
import { setInFull } from '../steps/setInFull.ts';
import type { CallStep, Step } from '../steps/step.ts';
import { drawnSettings } from './drawnSettings.ts';
import type { Proposal } from './strategy.ts';

/** What whole lives are made of. */
export interface LivesOptions {
  readonly settings: readonly VaultSettings[];
  readonly patience: Patience;
  /** Whether time can be let pass. */
  readonly hasClock: boolean;
  /** Whether the target can make vaults, so that lists show nothing but a sequence's own. */
  readonly hasVaults: boolean;
}

/** A turn in the life of a name: steps that belong together. */
type Turn = (slot: number, round: number, patience: Patience) => readonly Step[];

/**
 * An arbitrary of sequences, for fast-check: whole lives of one or two names, in turns that belong together (deleted and
 * recovered, purged and set anew, backed up, lost and restored), of which some come several times in a row; at the end,
 * and sometimes in between, everything is looked at. What shows only after a long history shows here.
 */
export function lives({ settings, patience, hasClock, hasVaults }: LivesOptions): fc.Arbitrary<Proposal> {
  const chapter = fc.record({
    take: fc.constantFrom(...TURNS, ...(hasClock ? TIMED : [])),
    times: fc.constantFrom(1, 1, 1, 2, 3),
    slot: fc.constantFrom(0, 0, 1),
    looks: fc.boolean(),
  });
  return fc
    .record({
      settings: drawnSettings(settings),
      beginning: fc.constantFrom(...BEGINNINGS),
      chapters: fc.array(chapter, { minLength: 1, maxLength: 3, size: 'max' }),
      pageSize: fc.constantFrom(...(hasVaults ? [undefined, 1] : [undefined])),
    })
    .map(({ beginning, chapters, pageSize, ...shape }) => {
      const told = chapters.flatMap(({ take, times, slot, looks }, i): readonly Step[] => {
        const turns = Array.from({ length: times }, (_, time) => take(slot, 10 * i + time + 2, patience));
        return [...turns.flat(), ...(looks ? lookAt(slot, pageSize) : [])];
      });
      const steps: readonly Step[] = [
        ...beginning,
        ...told,
        ...lookAt(0, pageSize),
        ...(chapters.some(({ slot }) => slot === 1) ? lookAt(1, pageSize) : []),
        ...(['list', 'listDeleted'] as const).map((list) => ({
          call: list,
          slot: 0,
          ...(pageSize !== undefined && { pageSize }),
        })),
      ];
      return { ...shape, slots: 2, ownVault: true, next: (view) => steps[view.length] };
    });
}

const call = (name: 'delete' | 'recover' | 'purge' | 'backup', slot: number): CallStep => ({
  call: name,
  slot,
});
const settle = (slot: number): Step => ({ settle: { slot } });
const deleted = (slot: number): readonly Step[] => [call('delete', slot), settle(slot)];
const purged = (slot: number): readonly Step[] => [...deleted(slot), call('purge', slot), settle(slot)];
const restored = (slot: number): Step => ({ call: 'restore', slot, blob: 'last' });

/** How a life begins: with one version or two, enabled or not. */
const BEGINNINGS: readonly (readonly Step[])[] = [
  [setInFull(0, 0)],
  [setInFull(0, 0)],
  [setInFull(0, 0), setInFull(0, 1)],
  [setInFull(0, 0), setInFull(0, 1)],
  [{ call: 'set', slot: 0, input: { value: 'hidden', tags: { a: '1' }, enabled: false } }],
  [setInFull(0, 0), { call: 'set', slot: 0, input: { value: 'hidden', enabled: false } }],
];

const TURNS: readonly Turn[] = [
  (slot, round) => [setInFull(slot, round)],
  (slot) => [{ call: 'update', slot, version: 'latest', input: { enabled: false } }],
  (slot, round) => [
    { call: 'update', slot, version: 'latest', input: { tags: { [`round${round}`]: 'updated' } } },
  ],
  (slot) => [...deleted(slot), call('recover', slot), settle(slot)],
  (slot) => [...deleted(slot), call('recover', slot), settle(slot)],
  (slot) => [call('recover', slot), settle(slot)],
  (slot) => deleted(slot),
  (slot, round) => [...purged(slot), setInFull(slot, round)],
  (slot) => [call('backup', slot), ...purged(slot), restored(slot)],
  // Attempts that must fail; what they change all the same shows later.
  (slot) => [call('backup', slot), call('purge', slot), call('recover', slot), restored(slot)],
  (slot, round) => [...deleted(slot), call('delete', slot), setInFull(slot, round)],
  (slot) => [call('backup', slot), ...deleted(slot), restored(slot)],
];

const TIMED: readonly Turn[] = [
  () => [{ advance: { seconds: 86_400 } }],
  () => [{ advance: { seconds: 3 * 86_400 } }],
  (slot) => [call('delete', slot), { advance: { slot, fromScheduledPurge: -1 } }],
  (slot, round, { purgeLag }) => [
    call('delete', slot),
    { advance: { slot, fromScheduledPurge: purgeLag + 3 } },
    setInFull(slot, round),
  ],
];

/** Everything that can be asked about a name, whatever its state. */
function lookAt(slot: number, pageSize: number | undefined): readonly Step[] {
  return [
    { call: 'get', slot },
    { call: 'getDeleted', slot },
    { call: 'listVersions', slot, ...(pageSize !== undefined && { pageSize }) },
    { call: 'get', slot, version: 'first' },
  ];
}
