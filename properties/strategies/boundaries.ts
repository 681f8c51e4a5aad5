import fc from 'fast-check';
import type { Patience } from '../../model/oracle/hiddenSteps.ts';
import type { VaultSettings } from '../../model/vaultSettings.ts';
import type { CallStep, Step } from '../steps/step.ts';
import { type Births, birthsOf } from './births.ts';
import { drawnSettings } from './drawnSettings.ts';
import type { Proposal } from './strategy.ts';

/** What sequences about instants go by. */
export interface BoundaryOptions {
  /** What is deleted. */
  readonly kind: 'secret' | 'key' | 'certificate';
  readonly settings: readonly VaultSettings[];
  readonly patience: Patience;
}

/**
 * An arbitrary of sequences, for fast-check, whose time steps are taken from the world itself: one second before, at
 * and after the scheduled purge of a name, with what may disturb its timer in between (RT-09 to RT-12).
 */
export function boundaries({ kind, settings, patience }: BoundaryOptions): fc.Arbitrary<Proposal> {
  const births = birthsOf(kind);
  const withRetention = settings.filter(({ softDelete }) => softDelete);
  return fc
    .record({
      settings: drawnSettings(withRetention.length > 0 ? withRetention : settings),
      life: fc.array(fc.constantFrom<readonly Step[]>(...livesOf(births)), { minLength: 1, maxLength: 2 }),
      disturbance: fc.array(fc.constantFrom(...disturbances(births)), { maxLength: 3 }),
      second: fc.boolean(),
      instants: fc.oneof(
        fc.subarray([-86_400, -1, 0, 1, patience.purgeLag + 3], { minLength: 1 }),
        fc.subarray([-86_400, -1], { minLength: 1 }),
      ),
      looks: fc.array(fc.constantFrom<CallStep['call']>('getDeleted', 'listDeleted', 'get', 'list'), {
        minLength: 1,
        maxLength: 2,
      }),
      end: fc.constantFrom(...ends(births)),
    })
    .map((drawn) =>
      scripted(drawn.settings, [
        ...births.full(0, 0),
        ...drawn.life.flat(),
        { call: 'delete', slot: 0 },
        { settle: { slot: 0 } },
        ...(drawn.second ? secondName(births) : []),
        ...drawn.disturbance.flat(),
        ...drawn.instants.flatMap((instant): Step[] => [
          { advance: { slot: 0, fromScheduledPurge: instant } },
          ...drawn.looks.map((call) => ({ call, slot: 0 }) as CallStep),
        ]),
        ...drawn.end,
        { call: 'get', slot: 0 },
        { call: 'listVersions', slot: 0 },
      ]),
    );
}

/** What an object may go through before it is deleted. */
const livesOf = ({ full }: Births): readonly (readonly Step[])[] => [
  full(0, 1),
  [{ call: 'update', slot: 0, version: 'latest', input: { enabled: false } }],
  [{ call: 'backup', slot: 0 }],
  [
    { call: 'delete', slot: 0 },
    { settle: { slot: 0 } },
    { advance: { seconds: 3 * 86_400 } },
    { call: 'recover', slot: 0 },
    { settle: { slot: 0 } },
    { call: 'get', slot: 0 },
  ],
];

/** What must not move the timer of a deleted object (RT-11). */
const disturbances = ({ full }: Births): readonly (readonly Step[])[] => [
  ...(['getDeleted', 'listDeleted', 'get', 'delete', 'backup'] as const).map((call) => [{ call, slot: 0 }]),
  full(0, 2),
  [{ advance: { seconds: 86_400 } }],
];

/** A second name, deleted later: its timer runs on its own. */
const secondName = ({ full }: Births): readonly Step[] => [
  { advance: { seconds: 2 * 86_400 } },
  ...full(1, 0),
  { call: 'delete', slot: 1 },
  { settle: { slot: 1 } },
];

const ends = ({ full }: Births): readonly (readonly Step[])[] => [
  [{ call: 'recover', slot: 0 }],
  [{ call: 'purge', slot: 0 }],
  full(0, 3),
  [{ call: 'restore', slot: 0, blob: 'last' }],
  [{ call: 'getDeleted', slot: 1 }],
  [{ call: 'recover', slot: 1 }],
];

function scripted(settings: VaultSettings, steps: readonly Step[]): Proposal {
  return { settings, slots: 2, next: (view) => steps[view.length] };
}
