import type { Extension } from '../../../model/command.ts';
import type { Fields } from '../../../model/fields.ts';
import { setInFull } from '../../steps/samples/setInFull.ts';
import type { CallStep, Step } from '../../steps/step.ts';
import type { VaultCall, VaultStep } from '../../steps/vaults/vaultStep.ts';

/** A call about the vault of slot 0, or of another. */
export function about(vault: VaultCall, more: Partial<VaultStep> = {}): VaultStep {
  return { vault, slot: 0, ...more };
}

/** Waits until the vault of slot 0 has settled. */
export const SETTLED: Step = { settle: { slot: 0 } };

/** A new vault that can be reached. */
export function newVault(input: Fields = {}, more: Partial<VaultStep> = {}): readonly Step[] {
  return [about('create', { ...more, ...(Object.keys(input).length > 0 && { input }) }), SETTLED];
}

/** A secret of slot 1, or of another, in the vault of slot 0, with everything that there can be. */
export function secret(slot = 1, round = 0, within = 0): Step {
  return { ...setInFull(slot, round), within };
}

/** A call about the secret of slot 1, or of another, in the vault of slot 0. */
export function into(
  call: 'get' | 'getDeleted' | 'delete' | 'recover' | 'purge' | 'backup' | 'list' | 'listDeleted',
  slot = 1,
  within = 0,
): CallStep {
  const place = { slot, within };
  switch (call) {
    case 'get':
    case 'delete':
      return { call, ...place };
    case 'list':
    case 'listDeleted':
      return { call, ...place };
    default:
      return { call, ...place };
  }
}

/** A deleted secret of slot 1, or of another. */
export function deletedSecret(slot = 1): readonly Step[] {
  return [secret(slot), into('delete', slot), { settle: { slot } }, into('getDeleted', slot)];
}

/** What can hang on the vault of slot 0. */
const EXTENSIONS: readonly Extension[] = ['eventSubscription', 'roleAssignment'];

/** All that can hang on the vault of slot 0: hung on it, or looked for. */
export function hanging(call: 'putExtension' | 'getExtension'): readonly Step[] {
  return EXTENSIONS.map((extension) => about(call, { extension }));
}

/** Everything that can be asked about the vault of slot 0. */
export const LOOKS: readonly Step[] = [
  about('get'),
  about('getDeleted'),
  about('list'),
  about('list', { where: 'any group' }),
  about('listDeleted'),
  about('checkName'),
];

/** Everything that can be asked about the secret of slot 1, or of another. */
export function looksInto(slot = 1): readonly Step[] {
  return [
    into('get', slot),
    into('getDeleted', slot),
    { call: 'listVersions', slot, within: 0 },
    into('list', slot),
    into('listDeleted', slot),
  ];
}

/** The passing of so many days. */
export function days(count: number): Step {
  return { advance: { seconds: count * 86_400 } };
}

/** The passing of time to so many seconds after the scheduled purge of what a slot stands for. */
export function toPurge(slot: number, fromScheduledPurge: number): Step {
  return { advance: { slot, fromScheduledPurge } };
}
