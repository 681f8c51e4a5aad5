import type { ObjectKind } from '../../model/command.ts';
import type { VaultSettings } from '../../model/vaultSettings.ts';
import { cleanUp } from '../sequences/cleanUp.ts';
import type { FreshNames } from '../sequences/freshNames.ts';
import { runSequence } from '../sequences/runSequence.ts';
import type { SequenceRecord } from '../sequences/sequenceRecord.ts';
import type { SequenceView } from '../sequences/sequenceView.ts';
import type { OpenedVault } from '../session/openedVault.ts';
import type { Session } from '../session/session.ts';
import type { VaultPool } from '../session/vaultPool.ts';
import { isCall, isVaultCall, type Step } from '../steps/step.ts';
import type { NameForm } from '../strategies/strategy.ts';

/** What running sequences needs. */
export interface Ground {
  readonly session: Session;
  readonly pool: VaultPool;
  readonly names: FreshNames;
  /** The number of the next sequence. */
  readonly nextSequence: () => number;
}

/** A sequence that can be run again anywhere. */
export interface Recipe {
  readonly settings: VaultSettings;
  /** What its steps are about unless they say otherwise; secrets unless given. */
  readonly kind?: ObjectKind;
  readonly nameForm?: NameForm;
  readonly steps: readonly Step[];
  /** Whether it makes vaults of its own on the management plane, instead of running in one. */
  readonly makesVaults?: boolean;
  /** Whether it is run in a vault that holds what other sequences made; in a fresh one unless given. */
  readonly amongOthers?: boolean;
}

/** Runs a recipe on fresh names. */
export async function replaySteps(
  ground: Ground,
  recipe: Recipe,
  purpose: 'reproduce' | 'shrink',
  signature: string,
): Promise<SequenceRecord> {
  const vault = await groundOf(ground, recipe);
  const sequence = ground.nextSequence();
  ground.session.emit({
    type: 'sequence',
    sequence,
    strategy: 'replay',
    vault: vault.token,
    purpose,
    signature,
  });
  const kind = recipe.kind ?? 'secret';
  const names = ground.names.take(vault, slotsOf(recipe.steps), recipe.nameForm);
  const next = (view: SequenceView): Step | undefined => recipe.steps[view.length];
  const record = await runSequence(ground.session, { vault, sequence, kind, names, next });
  await cleanUp(ground.session, { vault, kind, names, sequence: ground.nextSequence() });
  return record;
}

/** The vault that a recipe is run in, or the management plane for one that makes its own. */
async function groundOf({ pool, session }: Ground, recipe: Recipe): Promise<OpenedVault> {
  const management = recipe.makesVaults ? session.openManagement() : undefined;
  if (management) return management;
  return recipe.amongOthers ? pool.take(recipe.settings) : pool.takeFresh(recipe.settings);
}

function slotsOf(steps: readonly Step[]): number {
  return 1 + Math.max(0, ...steps.flatMap((step) => [slotOf(step), withinOf(step)]));
}

function withinOf(step: Step): number {
  return isCall(step) ? (step.within ?? 0) : 0;
}

/** The slot that a step is about; 0 for the mere passing of time. */
export function slotOf(step: Step): number {
  if (isCall(step) || isVaultCall(step)) return step.slot;
  if ('settle' in step) return step.settle.slot;
  return 'slot' in step.advance ? step.advance.slot : 0;
}
