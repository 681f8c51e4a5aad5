import type { ObjectKind } from '../../model/command.ts';
import type { VaultSettings } from '../../model/vaultSettings.ts';
import { Coverage, type Edge } from '../coverage/coverage.ts';
import { Novelty } from '../coverage/novelty.ts';
import { reachTable } from '../coverage/reachTable.ts';
import { type StateClass, stateClass } from '../coverage/stateClass.ts';
import type { SequenceView } from '../sequences/sequenceView.ts';
import { isChange } from '../steps/isChange.ts';
import { lookOf } from '../steps/lookOf.ts';
import { isCall, type Step } from '../steps/step.ts';
import type { StepTemplate } from '../steps/templates/stepTemplate.ts';
import { nameForms } from './nameForms.ts';
import { stories } from './stories.ts';
import type { Proposal, Strategy } from './strategy.ts';

/** What a walk goes by. */
export interface WalkOptions {
  /** What is walked. */
  readonly kind: ObjectKind;
  /** What else may be touched beside it. */
  readonly kinds: readonly ObjectKind[];
  /** Classes of vault settings, each walked on its own. */
  readonly settings: readonly VaultSettings[];
  readonly templates: readonly StepTemplate[];
  /** Whether time can be let pass. */
  readonly hasClock: boolean;
  /** A number from 0 to 1, the next of a seeded sequence. */
  readonly random: () => number;
  /** Steps after which a sequence ends. */
  readonly longest: number;
}

/** Sequences after which one is a story, or goes to a name with an edge of its own, until all have had their turn. */
const FORMS_EVERY = 3;

/** Of the sequences, the share in which time passes before each change: many faults show in dates alone. */
const PACED = 0.75;

/** The longest that passes before a change, in seconds; recorded deletions take about as long. */
const LONGEST_PAUSE = 60;

/** Of the sequences, the share that look after each change that should have changed nothing: it may have all the same. */
const WARY = 0.5;

/** Kinds that can be looked at in any state. */
const LIVING: readonly ObjectKind[] = ['secret', 'key', 'certificate'];

/** A name that nobody ever used. */
const START: StateClass = stateClass([{ phase: 'absent' }], { versions: 0, backups: 0 });

/**
 * Tries every kind of step in every class of state: from where it is the most promising pair not tried yet, by the
 * shortest path. It ends when no pair that it can reach is left.
 */
export function walk(options: WalkOptions): Strategy {
  const novelty = new Novelty();
  const walks = options.settings.map((settings) => ({
    settings,
    coverage: newCoverage(options.templates, novelty),
  }));
  const forms = [
    ...nameForms(options.kind, options.settings),
    ...stories(options.kind, options.settings, options.kinds),
  ];
  let round = 0;
  return {
    name: 'walk',
    kind: options.kind,
    propose() {
      if (++round % FORMS_EVERY === 0 && forms.length > 0) return forms.pop();
      const best = mostPromising(walks.map((_, i) => walks[(round + i) % walks.length] ?? walks[i]));
      return best ? new Walker(options, best.settings, best.coverage).proposal() : forms.pop();
    },
    reach() {
      const counts = walks.map(({ coverage }) => coverage.counts());
      const sum = (pick: (count: { tried: number; reachable: number }) => number): number =>
        counts.reduce((total, count) => total + pick(count), 0);
      const calls = options.templates.map(({ label }) => label);
      const states = walks.flatMap(({ coverage }) => coverage.reachedStates());
      return {
        tried: sum(({ tried }) => tried),
        reachable: sum(({ reachable }) => reachable),
        table: reachTable(options.kind, calls, states),
      };
    },
  };
}

interface WalkIn {
  readonly settings: VaultSettings;
  readonly coverage: Coverage;
}

/** The vaults in which a new sequence has the most to try; undefined when there is nothing left in any. */
function mostPromising(walks: readonly (WalkIn | undefined)[]): WalkIn | undefined {
  let best: WalkIn | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const walk of walks) {
    const effort = walk?.coverage.effort(START) ?? Number.POSITIVE_INFINITY;
    if (effort >= least) continue;
    best = walk;
    least = effort;
  }
  return best;
}

function newCoverage(templates: readonly StepTemplate[], novelty: Novelty): Coverage {
  const coverage = new Coverage(templates, novelty);
  coverage.reached(START);
  return coverage;
}

/** One sequence of a walk. */
class Walker {
  readonly #options: WalkOptions;
  readonly #settings: VaultSettings;
  readonly #coverage: Coverage;
  readonly #isPaced: boolean;
  readonly #isWary: boolean;
  #edge: Edge | undefined;
  /** What was chosen, while time passes before it. */
  #pending: StepTemplate | undefined;
  #round = 0;

  constructor(options: WalkOptions, settings: VaultSettings, coverage: Coverage) {
    this.#options = options;
    this.#settings = settings;
    this.#coverage = coverage;
    this.#isPaced = options.hasClock && options.random() < PACED;
    this.#isWary = LIVING.includes(options.kind) && options.random() < WARY;
  }

  proposal(): Proposal {
    return {
      settings: this.#settings,
      kind: this.#options.kind,
      // A vault has its contacts once.
      ownVault: this.#options.kind === 'contacts',
      slots: 1,
      next: (view) => this.#next(view),
      done: (view) => void this.#arrive(view),
    };
  }

  #next(view: SequenceView): Step | undefined {
    const from = this.#edge?.from;
    const here = this.#arrive(view);
    const { random, longest } = this.#options;
    const hasStayed = view.last !== undefined && isChange(view.last.step) && from?.key === here.key;
    if (this.#isWary && hasStayed) return { call: lookOf(view.states(0)), slot: 0 };
    const chosen = this.#pending ?? (view.length < longest ? this.#coverage.next(here, random()) : undefined);
    if (!chosen) return undefined;
    const step = chosen.make(0, this.#round);
    // After an instant that was just met, a pause would miss it.
    const mayPause = view.last !== undefined && isCall(view.last.step);
    if (this.#isPaced && !this.#pending && mayPause && isChange(step)) {
      this.#pending = chosen;
      return { advance: { seconds: 1 + Math.floor(random() * LONGEST_PAUSE) } };
    }
    this.#pending = undefined;
    this.#edge = { from: here, label: chosen.label };
    this.#round++;
    return step;
  }

  /** Takes note of where the last step led. */
  #arrive(view: SequenceView): StateClass {
    const here = stateClass(view.states(0), view.known(0));
    this.#coverage.reached(here);
    if (this.#edge) {
      this.#coverage.tried(this.#edge, here);
      // Where only details of an answer are wrong, what comes after it is as certain as ever.
      if (view.last?.findings.some(({ departure }) => departure.wrongOutcome))
        this.#coverage.avoid(this.#edge);
    }
    this.#edge = undefined;
    return here;
  }
}
