import type { PermissionModel, Principals } from '../../model/principal.ts';
import { grantOf } from '../../model/rules/permissions/grant.ts';
import { neededPermission } from '../../model/rules/permissions/neededPermission.ts';
import type { VaultSettings } from '../../model/vaultSettings.ts';
import type { CallStep, Step } from '../steps/step.ts';
import { birthsOf } from './births.ts';
import type { Proposal } from './strategy.ts';

/** An operation that all callers try one after the other, and whether what it is about is deleted before. */
interface Sweep {
  readonly call: CallStep;
  readonly onDeleted: boolean;
  readonly purgeProtection?: boolean;
}

/** What matters most comes first: who can undo a deletion, or make it final. */
const SWEEPS: readonly Sweep[] = [
  { call: { call: 'purge', slot: 0 }, onDeleted: true },
  { call: { call: 'recover', slot: 0 }, onDeleted: true },
  { call: { call: 'purge', slot: 0 }, onDeleted: true, purgeProtection: true },
  { call: { call: 'getDeleted', slot: 0 }, onDeleted: true },
  { call: { call: 'delete', slot: 0 }, onDeleted: false },
  { call: { call: 'listDeleted', slot: 0 }, onDeleted: true },
  { call: { call: 'backup', slot: 0 }, onDeleted: false },
  { call: { call: 'get', slot: 0 }, onDeleted: false },
  { call: { call: 'list', slot: 0 }, onDeleted: false },
];

const DELETE: readonly Step[] = [{ call: 'delete', slot: 0 }, { settle: { slot: 0 } }];

/**
 * Sequences in which every caller tries one operation on the same object: first those who may not, so that it stays as
 * it is, then one who may. One for each operation, in vaults with access policies and in vaults with roles.
 */
export function permissionSweeps(
  kind: 'secret' | 'key' | 'certificate',
  principals: Principals,
): readonly Proposal[] {
  return SWEEPS.flatMap((sweep, i) =>
    (['access-policies', 'roles'] as const).map((model, j): Proposal => {
      const { call, onDeleted } = sweep;
      const steps: readonly Step[] = [
        ...birthsOf(kind).full(0, 0),
        ...(onDeleted ? DELETE : []),
        ...callersOf(call, kind, principals, model, 2 * i + j).map((principal) => ({ ...call, principal })),
        { call: 'get', slot: 0 },
        { call: 'getDeleted', slot: 0 },
      ];
      return { settings: settingsOf(sweep, model), slots: 1, next: (view) => steps[view.length] };
    }),
  );
}

/** Bad tokens that take turns: whether a caller is let in has little to do with what it asks for. */
const TOKENS_IN_TURN = 4;

/** As many words as `all` stands for, at least. */
const ALL = 10;

/**
 * Everybody who may not, then those who may: all of them where they only look, else the one who may do the least, so that
 * it shows that nothing else is needed.
 */
function callersOf(
  { call: op }: CallStep,
  kind: 'secret' | 'key' | 'certificate',
  principals: Principals,
  model: PermissionModel,
  turn: number,
): readonly string[] {
  const needed = neededPermission({ op, kind });
  const callers = Object.entries(principals).map(([name, principal]) => ({
    name,
    isBad: principal.token !== undefined,
    may: needed !== undefined && !principal.token && grantOf(principal, needed, model) === 'granted',
    words: Object.values(principal.policy ?? {})
      .flat()
      .reduce((sum, word) => sum + (word === 'all' ? ALL : 1), 0),
  }));
  const refused = callers.filter(
    ({ may, isBad }, i) => !may && (!isBad || i % TOKENS_IN_TURN === turn % TOKENS_IN_TURN),
  );
  const admitted = callers.filter(({ may }) => may).toSorted((a, b) => a.words - b.words);
  const changes = op === 'purge' || op === 'recover' || op === 'delete';
  return [...refused, ...(changes ? admitted.slice(0, 1) : admitted)].map(({ name }) => name);
}

function settingsOf({ purgeProtection = false }: Sweep, permissionModel: PermissionModel): VaultSettings {
  return { softDelete: true, retentionDays: purgeProtection ? 7 : 90, purgeProtection, permissionModel };
}
