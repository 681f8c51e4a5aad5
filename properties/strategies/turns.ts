import type { Kind } from '../../model/command.ts';
import type { Proposal, Strategy } from './strategy.ts';

/** A sequence to run, and the strategy that proposed it. */
export interface Turn {
  readonly strategy: Strategy;
  readonly proposal: Proposal;
}

/** Strategies that are worth more calls than others: how many times as many. */
const SHARES: Readonly<Record<string, number>> = { walk: 2, lives: 3 };

/** Secrets, keys and certificates live alike, so that what shows with secrets need not be looked for in all of them. */
const SHARES_OF_KINDS: Readonly<Record<Kind, number>> = {
  secret: 1,
  key: 0.4,
  certificate: 0.5,
  issuer: 0.1,
  contacts: 0.05,
  vault: 0.5,
};

/** Calls of its share that each strategy of secrets has before other kinds begin: what is common shows with them first. */
const HEAD_START = 250;

/**
 * The same where a few calls tell what nothing else shows: the stories of vaults show how a vault keeps its settings,
 * the lives of keys and certificates begin with a tour through everything.
 */
const HEAD_STARTS: Readonly<Record<string, number>> = {
  'walk vault': 0,
  'lives key': 120,
  'lives certificate': 120,
};

function shareOf({ name, kind }: Strategy): number {
  return (SHARES[name] ?? 1) * SHARES_OF_KINDS[kind];
}

/**
 * Gives strategies their turns: next is the one that has spent the fewest calls of its share, until none has anything
 * to try.
 */
export class Turns {
  /** Calls spent by each, divided by its share. */
  readonly #spent: Map<Strategy, number>;

  constructor(strategies: readonly Strategy[]) {
    const hasSecrets = strategies.some(({ kind }) => kind === 'secret');
    const handicap = ({ name, kind }: Strategy): number => {
      if (!hasSecrets || kind === 'secret') return 0;
      return HEAD_STARTS[`${name} ${kind}`] ?? HEAD_START;
    };
    this.#spent = new Map(strategies.map((strategy) => [strategy, handicap(strategy)]));
  }

  /** The next sequence; undefined when no strategy has anything left to try. */
  next(): Turn | undefined {
    const byCalls = [...this.#spent].sort(([, a], [, b]) => a - b);
    for (const [strategy] of byCalls) {
      const proposal = strategy.propose();
      if (proposal) return { strategy, proposal };
      this.#spent.delete(strategy);
    }
    return undefined;
  }

  /** Takes note of the calls that a strategy's sequence made. */
  spent(strategy: Strategy, calls: number): void {
    const before = this.#spent.get(strategy);
    if (before !== undefined) this.#spent.set(strategy, before + Math.max(1, calls) / shareOf(strategy));
  }
}
