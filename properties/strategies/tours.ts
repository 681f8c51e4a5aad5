import type { ObjectKind } from '../../model/command.ts';
import type { CallStep, Step } from '../steps/step.ts';
import { type Births, birthsOf } from './births.ts';
import type { LivesOptions } from './lives.ts';
import { lookAt } from './lookAt.ts';
import type { Proposal } from './strategy.ts';

/**
 * One whole life in a vault of each of the settings, looked at after every turn: deleted, and tried to be changed all the
 * same; recovered, deleted again, purged, made anew, purged again, restored, and where the vault allows no purge, restored
 * when the time is over; at last deleted once more. The objects differ from vault to vault: with versions, with a disabled
 * one among them, disabled. What is wrong in the plainest way shows here first. Another name was deleted before, and is to
 * stay so.
 * @param kinds what may be touched: beside a certificate, the key and the secret that belong to it are looked at too
 */
export function tours(
  { kind, settings, patience, hasClock }: LivesOptions,
  kinds: readonly ObjectKind[],
): readonly Proposal[] {
  const births = birthsOf(kind);
  const objects = objectsOf(births);
  const owned = kind === 'certificate' ? OWNED.filter((each) => kinds.includes(each)) : [];
  const beside = (name: 'get' | 'getDeleted'): readonly Step[] =>
    owned.map((each) => ({ ...call(name), kind: each }));
  return settings.map((one, i): Proposal => {
    const steps: readonly Step[] = [
      ...births.full(1, 0),
      { call: 'delete', slot: 1 },
      ...(objects[i % objects.length] ?? []),
      call('backup'),
      ...DELETED,
      ...beside('getDeleted'),
      ...(hasClock ? [DAYS] : []),
      call('delete'),
      call('backup'),
      ...births.full(0, 8),
      { call: 'getDeleted', slot: 0, spelling: 'other-case' },
      call('listDeleted'),
      call('recover'),
      SETTLE,
      ...lookAt(0),
      ...beside('get'),
      ...DELETED,
      call('purge'),
      SETTLE,
      ...births.full(0, 9),
      call('listVersions'),
      call('delete'),
      SETTLE,
      call('purge'),
      SETTLE,
      call('getDeleted'),
      ...beside('getDeleted'),
      ...RESTORED,
      ...beside('get'),
      update('first'),
      update('latest'),
      ...(hasClock ? [toPurge(patience.purgeLag + 3), ...RESTORED] : []),
      ...DELETED,
      call('list'),
      call('listDeleted'),
    ];
    return { settings: one, slots: 2, ownVault: true, next: (view) => steps[view.length] };
  });
}

/**
 * In a vault of each of the settings, the last second before a scheduled purge: what is deleted is still there, and can be
 * recovered (RT-09). Then the same again, to the end.
 */
export function lastSeconds({
  kind,
  settings,
  patience,
}: Pick<LivesOptions, 'kind' | 'settings' | 'patience'>): readonly Proposal[] {
  const { full } = birthsOf(kind);
  const steps: readonly Step[] = [
    ...full(0, 0),
    ...full(0, 1),
    ...DELETED,
    toPurge(-1),
    call('getDeleted'),
    call('listDeleted'),
    call('recover'),
    SETTLE,
    ...lookAt(0),
    ...DELETED,
    toPurge(-1),
    call('getDeleted'),
    toPurge(patience.purgeLag + 3),
    call('getDeleted'),
    call('listDeleted'),
    ...full(0, 2),
    call('listVersions'),
  ];
  return settings
    .filter(({ softDelete }) => softDelete)
    .map((one): Proposal => ({ settings: one, slots: 1, next: (view) => steps[view.length] }));
}

/** What belongs to a certificate, and goes where it goes (CR-03). */
const OWNED: readonly ObjectKind[] = ['key', 'secret'];

const call = (
  name:
    | 'backup'
    | 'delete'
    | 'getDeleted'
    | 'listDeleted'
    | 'list'
    | 'listVersions'
    | 'get'
    | 'recover'
    | 'purge',
): CallStep => ({ call: name, slot: 0 });

const update = (version: 'first' | 'latest'): CallStep => ({
  call: 'update',
  slot: 0,
  version,
  input: { tags: { updated: version } },
});

const DAYS: Step = { advance: { seconds: 2 * 86_400 } };
const SETTLE: Step = { settle: { slot: 0 } };
const DELETED: readonly Step[] = [call('delete'), SETTLE, call('getDeleted')];
const RESTORED: readonly Step[] = [{ call: 'restore', slot: 0, blob: 'last' }, SETTLE, ...lookAt(0)];

const toPurge = (fromScheduledPurge: number): Step => ({ advance: { slot: 0, fromScheduledPurge } });

const objectsOf = ({ full, disabled }: Births): readonly (readonly Step[])[] => [
  [...full(0, 0), ...disabled(0), ...full(0, 1)],
  [...full(0, 0), ...disabled(0)],
  [...full(0, 2), ...disabled(0)],
  disabled(0),
  full(0, 1),
];
