import fc from 'fast-check';
import { type Kind, OBJECT_KINDS, type ObjectKind } from '../model/command.ts';
import type { ReachSummary } from '../model/event.ts';
import type { Departure } from '../model/oracle/departure.ts';
import type { VaultSettings } from '../model/vaultSettings.ts';
import { unreachedPhases } from './coverage/unreachedPhases.ts';
import { DivergenceBook } from './divergences/divergenceBook.ts';
import { type Ground, type Recipe, replaySteps } from './divergences/replaySteps.ts';
import { cleanUp } from './sequences/cleanUp.ts';
import { FreshNames } from './sequences/freshNames.ts';
import { type Leavings, leavingsIn } from './sequences/leavings.ts';
import { runSequence } from './sequences/runSequence.ts';
import type { SequenceRecord } from './sequences/sequenceRecord.ts';
import type { OpenedVault } from './session/openedVault.ts';
import type { Session } from './session/session.ts';
import { VaultPool } from './session/vaultPool.ts';
import { stepTemplates } from './steps/templates/stepTemplates.ts';
import { boundaries } from './strategies/boundaries.ts';
import { drawn } from './strategies/drawn.ts';
import { firstLives } from './strategies/firstLives.ts';
import { lives } from './strategies/lives.ts';
import { permissionSweeps } from './strategies/permissionSweeps.ts';
import { permissions } from './strategies/permissions.ts';
import type { Proposal, Strategy } from './strategies/strategy.ts';
import { lastSeconds } from './strategies/tours.ts';
import { Turns } from './strategies/turns.ts';
import { uniform } from './strategies/uniform.ts';
import { vaultSources } from './strategies/vaults/vaultSources.ts';
import { walk } from './strategies/walk.ts';

/** The ways to explore. */
export const STRATEGIES = ['walk', 'lives', 'boundaries', 'uniform', 'permissions'] as const;

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
  /** What to explore, as far as the target has it. */
  readonly kinds: readonly Kind[];
  /** Settings of the vaults to explore, as far as the target has them. */
  readonly settings: readonly VaultSettings[];
  /** A text that is different for each run, in names: letters and digits. */
  readonly run: string;
  /** Whether a departure is of interest. */
  readonly wanted: (departure: Departure) => boolean;
  /** Calls that shrinking one divergence may spend. */
  readonly shrinkCalls: number;
}

/** Steps after which a sequence ends. */
const LONGEST = 30;

/** Explores a target until the budget is spent: the strategies take turns until none has anything left to try. */
export class Exploration {
  readonly #options: ExploreOptions;
  readonly #ground: Ground;
  readonly #book: DivergenceBook;
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
  }

  /** Opens vaults; answers the settings that they have, of those asked for, as far as the target tells. */
  async prepare(): Promise<readonly VaultSettings[] | 'unknown'> {
    this.#settings = await this.#ground.pool.offered(this.#options.settings);
    return this.#ground.pool.tells ? this.#settings : 'unknown';
  }

  /** The vaults that outlast the run, and which names in them are the run's own: what is left there is to go. */
  get leavings(): readonly Leavings[] {
    const { pool, names } = this.#ground;
    return pool.all.flatMap((vault) => leavingsIn(vault, this.#kinds, names));
  }

  /** Sequences run so far. */
  get sequences(): number {
    return this.#sequences;
  }

  /** Explores. `prepare` comes first. Tells how far the strategy came that counts. */
  async run(): Promise<ReachSummary | undefined> {
    const sources = this.#sources();
    await this.#workTogether(new Turns(sources));
    const reaches = sources.flatMap((source) => source.reach?.() ?? []);
    return reaches.length === 0 ? undefined : summed(reaches);
  }

  /** Lets workers run side by side; when one fails, the others end with the sequence that they are at. */
  async #workTogether(turns: Turns): Promise<void> {
    const work = async (): Promise<void> => {
      try {
        await this.#work(turns);
      } catch (error) {
        this.#hasFailed = true;
        throw error;
      }
    };
    const workers = Array.from({ length: this.#options.concurrency }, work);
    const failed = (await Promise.allSettled(workers)).find(({ status }) => status === 'rejected');
    if (failed?.status === 'rejected') throw failed.reason;
  }

  /** What the target has of what was asked for. */
  get #kinds(): readonly ObjectKind[] {
    const { kinds, session } = this.#options;
    const has = session.adapter.kinds;
    return OBJECT_KINDS.filter((kind) => kinds.includes(kind) && has.includes(kind));
  }

  /** The strategies that were asked for and can be followed, for each kind. */
  #sources(): readonly Strategy[] {
    const { kinds, session, strategies, seed } = this.#options;
    const ofVaults = kinds.includes('vault')
      ? vaultSources(session.adapter, session.patience, strategies, seed)
      : [];
    return [...this.#kinds.flatMap((kind) => this.#sourcesOf(kind)), ...ofVaults];
  }

  #sourcesOf(kind: ObjectKind): readonly Strategy[] {
    const { strategies, session, seed } = this.#options;
    const hasClock = session.adapter.clock !== undefined;
    const hasVaults = this.#ground.pool.makesVaults;
    // The contacts of a vault that others use are theirs.
    if (kind === 'contacts' && !hasVaults) return [];
    const settings = this.#settings;
    const { patience } = session;
    const keeps = session.adapter.kinds;
    const templates = stepTemplates(kind, hasClock, patience).filter(
      ({ about }) => about === undefined || keeps.includes(about),
    );
    const walking = (): Strategy =>
      walk({
        kind,
        kinds: this.#kinds,
        settings,
        templates,
        hasClock,
        random: fromSeed(seed),
        longest: LONGEST,
      });
    if (kind === 'issuer' || kind === 'contacts') return strategies.includes('walk') ? [walking()] : [];
    const living = { kind, settings, patience, hasClock, hasVaults };
    const { principals = {} } = session.adapter.summary;
    // Rights at one resource group are rights to vaults, and not to what is in them.
    const callers = Object.keys(principals).filter((name) => principals[name]?.group === undefined);
    const all: Readonly<Record<StrategyName, () => Strategy>> = {
      walk: walking,
      lives: () =>
        drawn(
          'lives',
          kind,
          lives(living),
          seed,
          firstLives({
            ...living,
            kinds: this.#kinds,
            hasUndeletable: session.adapter.hasUndeletable === true,
          }),
        ),
      boundaries: () => drawn('boundaries', kind, boundaries(living), seed, lastSeconds(living)),
      permissions: () =>
        drawn(
          'permissions',
          kind,
          permissions({ kind, principals: callers }),
          seed,
          permissionSweeps(kind, Object.fromEntries(callers.map((name) => [name, principals[name] ?? {}]))),
        ),
      uniform: () => drawn('uniform', kind, uniform({ settings, templates, longest: LONGEST }), seed),
    };
    return STRATEGIES.filter((name) => strategies.includes(name))
      .filter((name) => name !== 'boundaries' || hasClock)
      .filter((name) => name !== 'permissions' || callers.length > 0)
      .map((name) => all[name]());
  }

  /** Runs the steps of a divergence again, in place of `run`. */
  replay(recipe: Recipe, signature: string): Promise<SequenceRecord> {
    return replaySteps(this.#ground, recipe, 'reproduce', signature);
  }

  /** Runs what the strategies propose, in turns, until the budget is spent or none has anything left to try. */
  async #work(turns: Turns): Promise<void> {
    while (!this.#isSpent()) {
      const turn = turns.next();
      if (!turn) return;
      const calls = await this.#runProposal(turn.strategy.name, turn.proposal);
      turns.spent(turn.strategy, calls);
    }
  }

  /** Runs a sequence; answers the calls it made. */
  async #runProposal(strategy: string, proposal: Proposal): Promise<number> {
    const { session, names } = this.#ground;
    const { settings, kind = 'secret', nameForm, makesVaults } = proposal;
    const vault = await this.#vaultFor(proposal);
    const sequence = this.#ground.nextSequence();
    session.emit({ type: 'sequence', sequence, strategy, vault: vault.token, purpose: 'explore' });
    const taken = kind === 'contacts' ? ['contacts'] : names.take(vault, proposal.slots, nameForm);
    const record = await runSequence(session, {
      vault,
      sequence,
      kind,
      names: taken,
      next: (view) => (this.#isSpent() ? undefined : proposal.next(view)),
      ...(proposal.done && { done: proposal.done }),
    });
    await cleanUp(session, { vault, kind, names: taken, sequence: this.#ground.nextSequence() });
    if (session.hasGranted)
      await this.#book.enter(record, {
        settings,
        kind,
        ...(nameForm && { nameForm }),
        ...(makesVaults && { makesVaults }),
      });
    return record.steps.reduce((sum, { calls }) => sum + calls.length, 0);
  }

  async #vaultFor({ makesVaults, ownVault, settings }: Proposal): Promise<OpenedVault> {
    const { session, pool } = this.#ground;
    const management = makesVaults ? session.openManagement() : undefined;
    return management ?? (ownVault ? pool.takeFresh(settings) : pool.take(settings));
  }

  #isSpent(): boolean {
    if (this.#hasFailed) return true;
    const { calls = Number.POSITIVE_INFINITY, seconds = Number.POSITIVE_INFINITY } = this.#options.budget;
    if (this.#options.session.exploringCalls >= calls) return true;
    return (performance.now() - this.#started) / 1000 >= seconds;
  }
}

function summed(reaches: readonly ReturnType<NonNullable<Strategy['reach']>>[]): ReachSummary {
  const tables = reaches.map(({ table }) => table);
  return {
    tried: reaches.reduce((sum, { tried }) => sum + tried, 0),
    reachable: reaches.reduce((sum, { reachable }) => sum + reachable, 0),
    tables,
    unreached: unreachedPhases(tables),
  };
}

/** Numbers from 0 to 1, each as likely as any other, that a seed gives again. */
function fromSeed(seed: number): () => number {
  const range = 2 ** 31;
  const numbers = fc.infiniteStream(fc.noBias(fc.nat({ max: range - 1 })));
  const stream = fc.sample(numbers, { seed, numRuns: 1 })[0];
  return () => (stream?.next().value ?? 0) / range;
}
