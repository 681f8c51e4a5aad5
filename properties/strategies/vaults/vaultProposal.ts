import type { Step } from '../../steps/step.ts';
import type { Proposal } from '../strategy.ts';

/** Settings that a proposal must name; vaults that a sequence makes have their own. */
const NONE = { softDelete: true, retentionDays: 90, purgeProtection: false };

/** Names that a sequence about vaults uses at most. */
const SLOTS = 4;

/** A sequence about vaults that its steps make. */
export function vaultProposal(steps: readonly Step[]): Proposal {
  return { settings: NONE, makesVaults: true, slots: SLOTS, next: (view) => steps[view.length] };
}
