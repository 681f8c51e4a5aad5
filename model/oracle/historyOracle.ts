import type { Command, Kind } from '../command.ts';
import type { Strictness } from '../pattern/pattern.ts';
import type { ObjectState } from '../world/objectState.ts';
import { Backups } from './backups.ts';
import type { Patience } from './hiddenSteps.ts';
import type { Judged, Observation } from './judged.ts';
import { type VaultChange, vaultChange } from './vaultChange.ts';
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
  /** What the management plane did to vaults of which nothing else is known yet, by their names. */
  readonly #changes = new Map<string, readonly VaultChange[]>();
  #backups = new Backups();

  constructor(options: HistoryOptions) {
    this.#options = options;
  }

  /** Judges one call and moves on. */
  observe(observation: RecordedObservation): Judged {
    if (observation.mayBeAnotherRun) this.#fork();
    const { vault } = observation.command;
    const branches = this.#branches.get(vault) ?? [this.#firstSeen(vault)];
    const before = this.#statesOf(branches, observation.command);
    const judged = branches.map((oracle) => ({ oracle, judged: oracle.observe(observation) }));
    const explaining = judged.filter(({ judged: { judgement } }) => judgement !== 'unexplained');
    const kept = explaining.length > 0 ? explaining : judged.slice(0, 1);
    this.#branches.set(
      vault,
      kept.map(({ oracle }) => oracle),
    );
    const [first] = kept;
    if (!first) throw new RangeError('a vault without a branch');
    this.#follow(observation, before);
    return first.judged;
  }

  /**
   * Judges calls of which nobody knows the order: in the order given, or if that explains less in another one.
   * @returns how each was taken, in the order given
   */
  observeTogether(observations: readonly RecordedObservation[]): readonly Judged[] {
    let best: { readonly history: HistoryOracle; readonly judged: readonly Judged[] } | undefined;
    for (const order of orders(observations)) {
      const history = this.#clone();
      const judged: Judged[] = [];
      for (const i of order) {
        const observation = observations[i];
        if (observation) judged[i] = history.observe(observation);
      }
      if (!best || unexplained(judged) < unexplained(best.judged)) best = { history, judged };
      if (unexplained(best.judged) === 0) break;
    }
    if (!best) return [];
    this.#branches.clear();
    for (const [vault, branches] of best.history.#branches) this.#branches.set(vault, branches);
    for (const [name, changes] of best.history.#changes) this.#changes.set(name, changes);
    return best.judged;
  }

  /** Takes note that an object may be in any state, after a call about it that is not judged here. */
  forget(vault: string, kind: Kind, object: string): void {
    for (const [host, branches] of this.#branches) {
      if (hasName(host, vault)) for (const branch of branches) branch.forget(kind, object);
    }
  }

  /** The states that a vault may be in, by the calls made to the management plane. */
  #statesOf(branches: readonly VaultOracle[], command: Command): readonly ObjectState[] {
    if (command.kind !== 'vault' || !('name' in command)) return [];
    return branches.flatMap((branch) => branch.states('vault', command.name));
  }

  /** What was done to a vault is done to what is in it. */
  #follow({ command, answer }: RecordedObservation, before: readonly ObjectState[]): void {
    if (command.kind !== 'vault' || !('name' in command) || 'lost' in answer) return;
    const after = this.#statesOf(this.#branches.get(command.vault) ?? [], command);
    const change = vaultChange(command, answer, before, after);
    const name = command.name.toLowerCase();
    this.#changes.set(name, [...(this.#changes.get(name) ?? []), change]);
    for (const [host, branches] of this.#branches) {
      if (hasName(host, name)) for (const branch of branches) branch.follow(change);
    }
  }

  #clone(): HistoryOracle {
    const clone = new HistoryOracle(this.#options);
    clone.#backups = this.#backups;
    for (const [vault, branches] of this.#branches) {
      clone.#branches.set(
        vault,
        branches.map((branch) => branch.clone()),
      );
    }
    for (const [name, changes] of this.#changes) clone.#changes.set(name, changes);
    return clone;
  }

  #fork(): void {
    for (const [vault, branches] of this.#branches) {
      this.#branches.set(vault, [...branches.slice(0, MOST_BRANCHES - 1), this.#unknownVault()]);
    }
    this.#changes.clear();
  }

  /** A vault that was called for the first time, after what the management plane did to it. */
  #firstSeen(host: string): VaultOracle {
    const oracle = this.#unknownVault();
    const [name = ''] = host.toLowerCase().split('.');
    for (const change of this.#changes.get(name) ?? []) oracle.follow(change);
    return oracle;
  }

  #unknownVault(): VaultOracle {
    return new VaultOracle({ ...this.#options, used: true, backups: this.#backups });
  }
}

/**
 * Branches that are kept of a vault. The one that begins last knows least, so it explains what any of those before it
 * would have explained: they can be given up without a false alarm.
 */
const MOST_BRANCHES = 3;

/** VT-13: a vault's host name begins with its own name. */
function hasName(host: string, name: string): boolean {
  return host.toLowerCase().startsWith(`${name.toLowerCase()}.`);
}

/**
 * All orders that calls may have been made in, the given one first; beyond four it is the only one. Recorders
 * that sort by address keep calls of the management plane; a client of a vault's own plane that works on one object
 * does so call by call.
 */
function orders(observations: readonly RecordedObservation[]): readonly (readonly number[])[] {
  const given = observations.map((_, i) => i);
  if (given.length > 4) return [given];
  const subjects = observations.map(({ command }) => subjectOf(command));
  return permutations(given).filter((order) =>
    order.every((i, at) => order.slice(at).every((j) => i <= j || subjects[i] !== subjects[j])),
  );
}

function subjectOf(command: Command): string {
  return command.kind !== 'vault' && 'name' in command
    ? `${command.kind}/${command.name.toLowerCase()}`
    : JSON.stringify(command);
}

function permutations(items: readonly number[]): readonly (readonly number[])[] {
  if (items.length < 2) return [items];
  return items.flatMap((first) =>
    permutations(items.filter((item) => item !== first)).map((rest) => [first, ...rest]),
  );
}

function unexplained(judged: readonly Judged[]): number {
  return judged.filter(({ judgement }) => judgement === 'unexplained').length;
}
