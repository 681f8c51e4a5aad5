import fc from 'fast-check';
import type { Patience } from '../../model/oracle/hiddenSteps.ts';
import type { VaultSettings } from '../../model/vaultSettings.ts';
import type { CallStep, Step } from '../steps/step.ts';
import { type Births, birthsOf } from './births.ts';
import { drawnSettings } from './drawnSettings.ts';
import { lookAt } from './lookAt.ts';
import type { Proposal } from './strategy.ts';

/** What whole lives are made of. */
export interface LivesOptions {
  /** What lives. */
  readonly kind: 'secret' | 'key' | 'certificate';
  readonly settings: readonly VaultSettings[];
  readonly patience: Patience;
  /** Whether time can be let pass. */
  readonly hasClock: boolean;
  /** Whether the target can make vaults, so that lists show nothing but a sequence's own. */
  readonly hasVaults: boolean;
}

/** A turn in the life of a name: steps that belong together. */
type Turn = (births: Births, slot: number, round: number, patience: Patience) => readonly Step[];

/** A part of a life: a turn that comes once or several times, after which everything is looked at or not. */
interface Chapter {
  readonly take: Turn;
  readonly times: number;
  readonly slot: number;
  readonly looks: boolean;
}

/** A life, before it is told in steps. */
interface Life {
  readonly settings: VaultSettings;
  readonly beginning: readonly Step[];
  readonly chapters: readonly Chapter[];
  /** Items on a page of the lists; as many as the target gives unless there is one. */
  readonly pageSize: number | undefined;
}

/**
 * An arbitrary of sequences, for fast-check: whole lives of one or two names, in turns that belong together (deleted and
 * recovered, purged and set anew, backed up, lost and restored), of which some come several times in a row; at the end,
 * and sometimes in between, everything is looked at. What shows only after a long history shows here.
 */
export function lives(options: LivesOptions): fc.Arbitrary<Proposal> {
  const chapter = fc.record({
    take: fc.constantFrom(...turnsOf(options)),
    times: fc.constantFrom(1, 1, 1, 2, 3),
    slot: fc.constantFrom(0, 0, 1),
    looks: fc.boolean(),
  });
  return fc
    .record({
      settings: drawnSettings(options.settings),
      beginning: fc.constantFrom(...beginnings(birthsOf(options.kind))),
      chapters: fc.array(chapter, { minLength: 1, maxLength: 3, size: 'max' }),
      pageSize: fc.constantFrom(...(options.hasVaults ? [undefined, 1] : [undefined])),
    })
    .map((life) => told(life, options));
}

/**
 * One life for each turn, in which it comes three times in a row: some faults are in the third time alone. Another name
 * was deleted before: nothing of this is to touch it.
 */
export function recurrences(options: LivesOptions): readonly Proposal[] {
  const [settings] = options.settings;
  if (!settings) return [];
  const { full, disabled } = birthsOf(options.kind);
  const beginning = [...full(1, 0), call('delete', 1), ...full(0, 0), ...disabled(0), ...full(0, 1)];
  // That time passes is no turn that could come again.
  const turns = [...new Set(turnsOf(options))].filter((take) => take !== DAY && take !== DAYS);
  return turns.map((take) =>
    told(
      { settings, beginning, chapters: [{ take, times: 3, slot: 0, looks: false }], pageSize: undefined },
      options,
    ),
  );
}

function turnsOf({ hasClock }: LivesOptions): readonly Turn[] {
  return hasClock ? [...TURNS, ...TIMED] : TURNS;
}

function told({ settings, beginning, chapters, pageSize }: Life, { kind, patience }: LivesOptions): Proposal {
  const births = birthsOf(kind);
  const turns = chapters.flatMap(({ take, times, slot, looks }, i): readonly Step[] => {
    const rounds = Array.from({ length: times }, (_, time) =>
      take(births, slot, 10 * i + time + 2, patience),
    );
    return [...rounds.flat(), ...(looks ? lookAt(slot, pageSize) : [])];
  });
  const steps: readonly Step[] = [
    ...beginning,
    ...turns,
    ...lookAt(0, pageSize),
    ...(chapters.some(({ slot }) => slot === 1) ? lookAt(1, pageSize) : []),
    ...(['list', 'listDeleted'] as const).map((list) => ({
      call: list,
      slot: 0,
      ...(pageSize !== undefined && { pageSize }),
    })),
  ];
  return { settings, slots: 2, ownVault: true, next: (view) => steps[view.length] };
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
function beginnings({ full, disabled }: Births): readonly (readonly Step[])[] {
  return [
    full(0, 0),
    full(0, 0),
    [...full(0, 0), ...full(0, 1)],
    [...full(0, 0), ...full(0, 1)],
    disabled(0),
    [...full(0, 0), ...disabled(0)],
  ];
}

const RECOVERY: Turn = (_, slot) => [...deleted(slot), call('recover', slot), settle(slot)];

/** What matters most comes first. */
const TURNS: readonly Turn[] = [
  RECOVERY,
  RECOVERY,
  ({ full }, slot, round) => [...purged(slot), ...full(slot, round)],
  (_, slot) => [call('backup', slot), ...purged(slot), restored(slot)],
  ({ full }, slot, round) => [...deleted(slot), call('delete', slot), ...full(slot, round)],
  ({ full }, slot, round) => full(slot, round),
  (_, slot) => [{ call: 'update', slot, version: 'latest', input: { enabled: false } }],
  (_, slot, round) => [
    { call: 'update', slot, version: 'latest', input: { tags: { [`round${round}`]: 'updated' } } },
  ],
  (_, slot) => [call('recover', slot), settle(slot)],
  (_, slot) => deleted(slot),
  // Attempts that must fail; what they change all the same shows later.
  (_, slot) => [call('backup', slot), call('purge', slot), call('recover', slot), restored(slot)],
  (_, slot) => [call('backup', slot), ...deleted(slot), restored(slot)],
];

const DAY: Turn = () => [{ advance: { seconds: 86_400 } }];
const DAYS: Turn = () => [{ advance: { seconds: 3 * 86_400 } }];

const TIMED: readonly Turn[] = [
  DAY,
  DAYS,
  (_, slot) => [call('delete', slot), { advance: { slot, fromScheduledPurge: -1 } }],
  ({ full }, slot, round, { purgeLag }) => [
    call('delete', slot),
    { advance: { slot, fromScheduledPurge: purgeLag + 3 } },
    ...full(slot, round),
  ],
];
