import type { StepTemplate } from '../steps/templates/stepTemplate.ts';
import type { StateClass } from './stateClass.ts';
import { Tries } from './tries.ts';

/**
 * What was tried in vaults of any settings. Most rules are the same in all of them, so a step that was tried nowhere
 * tells more than one that was tried in a vault of other settings.
 */
export class Novelty {
  readonly #goals = new Tries();
  readonly #phases = new Tries();
  readonly #states = new Tries();

  /** Takes note that a kind of step was tried in a state class. */
  note({ key, phase, goal }: StateClass, label: string): void {
    this.#goals.add(goal, label);
    this.#phases.add(phase, label);
    this.#states.add(key, label);
  }

  /**
   * How little a step not tried yet in vaults of these settings promises, in calls that may rather be spent on the way
   * to another.
   * @param isNewPhase whether it was not tried at all in this phase in vaults of these settings
   */
  detour(state: StateClass, { label, tier, bySettings }: StepTemplate, isNewPhase: boolean): number {
    const base = delay(state, label) + DELAYS[tier];
    const isNewGoal = !this.#goals.has(state.goal, label);
    const isKnownPhase = this.#phases.has(state.phase, label);
    if (tier === 'edge') return isNewGoal ? base : base + (isKnownPhase ? 7 : 3);
    if (isNewGoal) return base;
    if (bySettings && isNewPhase) return base + 1;
    if (!isKnownPhase) return base + 3;
    if (isNewPhase) return base + 4;
    return base + (this.#states.has(state.key, label) ? 10 : 6);
  }
}

const DELAYS: Readonly<Record<StepTemplate['tier'], number>> = { life: 0, time: 1.5, content: 2, edge: 5 };

/** What leads on waits until the rest was tried where one is; but a name that was never used has little to tell. */
function delay({ goal }: StateClass, label: string): number {
  const isOnward = ONWARD[goal]?.includes(label) ?? false;
  if (goal === 'absent') return isOnward ? 0 : 4;
  return isOnward ? 1 : 0;
}

const ONWARD: Readonly<Record<string, readonly string[]>> = {
  absent: ['set', 'create', 'import'],
  live: ['delete'],
  'live again': ['delete'],
  deleted: ['recover', 'purge'],
};
