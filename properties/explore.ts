import fc from 'fast-check';
import type { Departure } from '../model/oracle/departure.ts';
import type { VaultSettings } from '../model/vaultSettings.ts';
import { DivergenceBook } from './divergences/divergenceBook.ts';
import type { Ground } from './divergences/replaySteps.ts';
import { cleanUp, isOver } from './sequences/cleanUp.ts';
import { FreshNames } from './sequences/freshNames.ts';
import { runSequence, type SequenceView } from './sequences/runSequence.ts';
import type { Session } from './session/session.ts';
import { VaultPool } from './session/vaultPool.ts';
import { type StepTemplate, stepTemplates } from './steps/stepTemplates.ts';
import { boundaries } from './strategies/boundaries.ts';
import type { Proposal } from './strategies/strategy.ts';
import { uniform } from './strategies/uniform.ts';
import { walk } from './strategies/walk.ts';

/** The ways to explore. */
export const STRATEGIES = ['walk', 'boundaries', 'uniform'] as const;

/** A way to explore. */
export type StrategyName = (typeof STRATEGIES)[number];

/** How far a run may go: calls to the target, or seconds of wall time; whichever is given. */
export interface Budget {
  readonly calls?: number;
  readonly seconds?: number;
}

/** What to explore, and how. */
export interface ExploreOptions {
  readonly session: Session;
  readonly seed: number;
  readonly budget: Budget;
  readonly strategies: readonly StrategyName[];
  /** Sequences that run at a time. */
  readonly concurrency: number;
  /** Settings of the vaults to explore, as far as the target has them. */
  readonly settings: readonly VaultSettings[];
  /** A text that is different for each run, in names: letters and digits. */
  readonly run: string;
  /** Whether a departure is of interest. */
  readonly wanted: (departure: Departure) => boolean;
  /** Calls that shrinking one divergence may spend. */
  readonly shrinkCalls: number;
}

/** Pairs of a state and a kind of step that were tried, out of those that can be reached. */
export interface Reach {
  readonly tried: number;
  readonly reachable: number;
}

/** What a run may leave in a vault that outlasts it. */
export interface Leavings {
  /** The vault as the adapter knows it. */
  readonly vault: string;
  /** Names of this run of which something may be left. */
  readonly names: readonly string[];
  /** Whether a name in it is of this run. */
  readonly isOwn: (name: string) => boolean;
}

/** Steps after which a sequence ends. */
const LONGEST = 30;

/** Sequences that a strategy runs before the next one has its turn. */
const TURN = 10;

/** Explores a target until the budget is spent: the strategies take turns until none has anything left to try. */
export class Exploration {
  readonly #options: ExploreOptions;
  readonly #ground: Ground;
  readonly #book: DivergenceBook;
  readonly #templates: readonly StepTemplate[];
  readonly #started = performance.now();
  #settings: readonly VaultSettings[] = [];
  #sequences = 0;
  #hasFailed = false;

  constructor(options: ExploreOptions) {
    const { session } = options;
    this.#options = options;
    this.#ground = {
      session,
      pool: new VaultPool(session),
      names: new FreshNames(options.run),
      nextSequence: () => ++this.#sequences,
    };
    this.#book = new DivergenceBook(this.#ground, options);
    this.#templates = stepTemplates(session.adapter.clock !== undefined, session.patience);
  }

  /** Opens vaults; answers the settings that they have, of those asked for, as far as the target tells. */
  async prepare(): Promise<readonly VaultSettings[] | 'unknown'> {
    this.#settings = await this.#ground.pool.offered(this.#options.settings);
    return this.#ground.pool.tells ? this.#settings : 'unknown';
  }

  /** The vaults that outlast the run, and which names in them are the run's own: what is left there is to go. */
  get leavings(): readonly Leavings[] {
    const { pool, names } = this.#ground;
    return pool.all
      .filter(({ isKept }) => isKept)
      .map((vault) => ({
        vault: vault.token,
        names: [...vault.used].filter((name) => !isOver(vault, name)),
        isOwn: (name) => names.isOwn(name, vault),
      }));
  }

  /** Sequences run so far. */
  get sequences(): number {
    return this.#sequences;
  }

  /** Explores. `prepare` comes first. Tells how far the strategy came that counts. */
  async run(): Promise<Reach | undefined> {
    const settings = this.#settings;
    const random = fromSeed(this.#options.seed);
    const walking = walk({ settings, templates: this.#templates, random, longest: LONGEST });
    const turns: ((turn: number) => Promise<boolean>)[] = [];
    const { strategies, session } = this.#options;
    if (strategies.includes('walk')) turns.push(() => this.#walkOn(walking));
    if (strategies.includes('boundaries') && session.adapter.clock) {
      turns.push((turn) =>
        this.#generate('boundaries', boundaries({ settings, patience: session.patience }), turn),
      );
    }
    if (strategies.includes('uniform')) {
      const arbitrary = uniform({ settings, templates: this.#templates, longest: LONGEST });
      turns.push((turn) => this.#generate('uniform', arbitrary, turn));
    }
    await this.#workTogether(turns);
    return strategies.includes('walk') ? walking.reach?.() : undefined;
  }

  /** Lets workers run side by side; when one fails, the others end with the sequence that they are at. */
  async #workTogether(turns: readonly ((turn: number) => Promise<boolean>)[]): Promise<void> {
    const work = async (worker: number): Promise<void> => {
      try {
        await this.#work(turns, worker);
      } catch (error) {
        this.#hasFailed = true;
        throw error;
      }
    };
    const workers = Array.from({ length: this.#options.concurrency }, (_, worker) => work(worker));
    const failed = (await Promise.allSettled(workers)).find(({ status }) => status === 'rejected');
    if (failed?.status === 'rejected') throw failed.reason;
  }

  /** Lets the strategies take turns until the budget is spent or none has anything left to try. */
  async #work(turns: readonly ((turn: number) => Promise<boolean>)[], worker: number): Promise<void> {
    let left = [...turns];
    for (let turn = worker; left.length > 0 && !this.#isSpent(); turn += this.#options.concurrency) {
      const going: typeof left = [];
      for (const take of left) {
        if (this.#isSpent()) return;
        if (await take(turn)) going.push(take);
      }
      left = going;
    }
  }

  async #walkOn(walking: ReturnType<typeof walk>): Promise<boolean> {
    for (let i = 0; i < TURN * 2 && !this.#isSpent(); i++) {
      const proposal = walking.propose();
      if (!proposal) return false;
      await this.#runProposal('walk', proposal);
    }
    return true;
  }

  /** Runs sequences that fast-check draws: the seed and the turn give the same ones again. */
  async #generate(strategy: string, arbitrary: fc.Arbitrary<Proposal>, turn: number): Promise<boolean> {
    const failures: unknown[] = [];
    const property = fc.asyncProperty(arbitrary, async (proposal) => {
      if (this.#isSpent() || failures.length > 0) return;
      // A run that cannot go on is no failed property: fast-check would make its own error of it.
      await this.#runProposal(strategy, proposal).catch((error: unknown) => failures.push(error));
    });
    await fc.assert(property, { seed: this.#options.seed + turn, numRuns: TURN, endOnFailure: true });
    if (failures.length > 0) throw failures[0];
    return true;
  }

  async #runProposal(strategy: string, proposal: Proposal): Promise<void> {
    const { session, pool, names } = this.#ground;
    const { settings, nameForm } = proposal;
    const vault = await pool.take(settings);
    const sequence = this.#ground.nextSequence();
    session.emit({ type: 'sequence', sequence, strategy, vault: vault.token, purpose: 'explore' });
    let last: SequenceView | undefined;
    const taken = names.take(vault, proposal.slots, nameForm);
    const record = await runSequence(session, {
      vault,
      sequence,
      names: taken,
      next: (view) => {
        last = view;
        return this.#isSpent() ? undefined : proposal.next(view);
      },
    });
    if (last) proposal.done?.(last);
    await cleanUp(session, { vault, names: taken, sequence: this.#ground.nextSequence() });
    await this.#book.enter(record, { settings, ...(nameForm && { nameForm }) });
  }

  #isSpent(): boolean {
    if (this.#hasFailed) return true;
    const { calls = Number.POSITIVE_INFINITY, seconds = Number.POSITIVE_INFINITY } = this.#options.budget;
    if (this.#options.session.exploringCalls >= calls) return true;
    return (performance.now() - this.#started) / 1000 >= seconds;
  }
}

/** Numbers from 0 to 1 that a seed gives again. */
function fromSeed(seed: number): () => number {
  const stream = fc.sample(fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })), {
    seed,
    numRuns: 1,
  })[0];
  return () => stream?.next().value ?? 0;
}
