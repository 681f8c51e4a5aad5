import type { Strictness } from '../pattern/pattern.ts';
import { Backups } from './backups.ts';
import type { Patience } from './hiddenSteps.ts';
import type { Judged, Observation } from './judged.ts';
import { VaultOracle } from './vaultOracle.ts';

/** An observation out of a history that somebody recorded. */
export interface RecordedObservation extends Observation {
  /**
   * True when the history may hold several runs and another may begin here, each against vaults made anew: recorders
   * append to a file, and time then jumps.
   */
  readonly mayBeAnotherRun?: boolean;
}

/** How histories are judged. */
export interface HistoryOptions {
  readonly strictness: Strictness;
  readonly patience?: Patience;
}

/**
 * Judges a recorded history: one unknown world per vault. Where another run may begin, the worlds fork into "the
 * history goes on" and "these are vaults made anew"; an answer keeps the branches that explain it.
 */
export class HistoryOracle {
  readonly #options: HistoryOptions;
  readonly #branches = new Map<string, readonly VaultOracle[]>();
  readonly #backups = new Backups();

  constructor(options: HistoryOptions) {
    this.#options = options;
  }

  /** Judges one call and moves on. */
  observe(observation: RecordedObservation): Judged {
    if (observation.mayBeAnotherRun) this.#fork();
    const { vault } = observation.command;
    const branches = this.#branches.get(vault) ?? [this.#unknownVault()];
    const judged = branches.map((oracle) => ({ oracle, judged: oracle.observe(observation) }));
    const explaining = judged.filter(({ judged: { judgement } }) => judgement !== 'unexplained');
    const kept = explaining.length > 0 ? explaining : judged.slice(0, 1);
    this.#branches.set(
      vault,
      kept.map(({ oracle }) => oracle),
    );
    const [first] = kept;
    if (!first) throw new RangeError('a vault without a branch');
    return first.judged;
  }

  /** The oracles of a vault, one for each branch of its history. */
  branches(vault: string): readonly VaultOracle[] {
    return this.#branches.get(vault) ?? [];
  }

  #fork(): void {
    for (const [vault, branches] of this.#branches) {
      this.#branches.set(vault, [...branches, this.#unknownVault()]);
    }
  }

  #unknownVault(): VaultOracle {
    return new VaultOracle({ ...this.#options, used: true, backups: this.#backups });
  }
}
