import type { StepTemplate } from '../steps/templates/stepTemplate.ts';
import type { Novelty } from './novelty.ts';
import type { ReachedState, ReachMark } from './reachTable.ts';
import type { StateClass } from './stateClass.ts';
import { Tries } from './tries.ts';

/** A state class and a kind of step tried in it. */
export interface Edge {
  readonly from: StateClass;
  readonly label: string;
}

/** A state class that was reached, and where steps led from it. */
interface Place {
  readonly state: StateClass;
  /** Label of a step to the key of the class that it led to. */
  readonly steps: Map<string, string>;
}

/** The way to a place: its cost in calls, and the label of its first step; none for the place where one is. */
interface Way {
  readonly cost: number;
  readonly first?: string;
}

/** What the passing of time costs on a way, in calls. */
const WAITING = 0.25;

/**
 * Which pairs of (state class, kind of step) were tried in vaults of one class of settings, and where each led. The
 * way to what is not tried yet is the shortest over what was seen.
 */
export class Coverage {
  readonly #templates: readonly StepTemplate[];
  readonly #byLabel: ReadonlyMap<string, StepTemplate>;
  readonly #novelty: Novelty;
  readonly #places = new Map<string, Place>();
  readonly #phases = new Tries();
  readonly #avoided = new Tries();

  constructor(templates: readonly StepTemplate[], novelty: Novelty) {
    this.#templates = templates;
    this.#byLabel = new Map(templates.map((template) => [template.label, template]));
    this.#novelty = novelty;
  }

  /** Takes note that a step was tried and where it led; an edge step counts for its phase, whatever the rest. */
  tried({ from, label }: Edge, to: StateClass): void {
    this.reached(from).steps.set(label, to.key);
    this.#phases.add(from.phase, label);
    this.#novelty.note(from, label);
  }

  /** Takes note that a step shows a divergence after which nothing is sure: ways lead around it from now on. */
  avoid({ from, label }: Edge): void {
    this.#avoided.add(from.key, label);
  }

  /** Takes note that a state class can be reached. */
  reached(state: StateClass): Place {
    const known = this.#places.get(state.key);
    if (known) return known;
    const place: Place = { state, steps: new Map() };
    this.#places.set(state.key, place);
    return place;
  }

  /**
   * The next step: the most promising that is not tried yet, or the first one on the way to it. Undefined when nothing
   * that can be reached is left to try.
   * @param random a number from 0 to 1, which decides between equals
   */
  next(here: StateClass, random: number): StepTemplate | undefined {
    const { steps } = this.#best(here);
    return steps[Math.floor(random * steps.length)];
  }

  /** What the most promising step not tried yet costs from a state class, in calls; infinite when none is left. */
  effort(here: StateClass): number {
    return this.#best(here).effort;
  }

  #best(here: StateClass): { readonly effort: number; readonly steps: readonly StepTemplate[] } {
    let effort = Number.POSITIVE_INFINITY;
    let steps: StepTemplate[] = [];
    // The nearest places first: those that are farther than something worth trying need no look.
    const ways = [...this.#ways(here)].sort(([, a], [, b]) => a.cost - b.cost);
    for (const [key, { cost, first }] of ways) {
      if (cost > effort) break;
      for (const [template, detour] of this.#untried(key)) {
        const total = cost + detour;
        const step = first === undefined ? template : this.#byLabel.get(first);
        if (total > effort || !step) continue;
        if (total < effort) steps = [];
        effort = total;
        steps.push(step);
      }
    }
    return { effort, steps };
  }

  /** Pairs tried, and pairs of all state classes reached so far. */
  counts(): { readonly tried: number; readonly reachable: number } {
    let tried = 0;
    let untried = 0;
    for (const [key, { steps }] of this.#places) {
      tried += steps.size;
      untried += this.#untried(key).length;
    }
    return { tried, reachable: tried + untried };
  }

  /** What became of each kind of step in each state class that was reached. */
  reachedStates(): readonly ReachedState[] {
    return Array.from(this.#places.values(), ({ state, steps }) => ({
      state: state.key,
      marks: new Map(this.#templates.map((template) => [template.label, this.#mark(state, steps, template)])),
    }));
  }

  #mark(
    state: StateClass,
    steps: ReadonlyMap<string, string>,
    { label, tier, needs }: StepTemplate,
  ): ReachMark {
    if (steps.has(label)) return 'x';
    if (tier === 'edge' && this.#phases.has(state.phase, label)) return 'p';
    if (needs === undefined || state.offers[needs]) return '.';
    return needs === 'backup' ? 'b' : 'v';
  }

  /** The kinds of step not tried yet in a state class, each with the calls that may rather be spent on another. */
  #untried(key: string): readonly (readonly [StepTemplate, number])[] {
    const place = this.#places.get(key);
    if (!place) return [];
    const { state, steps } = place;
    return this.#templates.flatMap((template) => {
      const { label, tier, needs } = template;
      const isNewPhase = !this.#phases.has(state.phase, label);
      if (tier === 'edge' ? !isNewPhase : steps.has(label)) return [];
      if (needs !== undefined && !state.offers[needs]) return [];
      return [[template, this.#novelty.detour(state, template, isNewPhase)] as const];
    });
  }

  /** The shortest way to each state class that is known to be in reach. */
  #ways(here: StateClass): ReadonlyMap<string, Way> {
    const ways = new Map<string, Way>([[here.key, { cost: 0 }]]);
    const queue = [here.key];
    for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
      const { cost = 0, first } = ways.get(at) ?? {};
      for (const [label, to] of this.#places.get(at)?.steps ?? []) {
        if (this.#avoided.has(at, label)) continue;
        const further = cost + this.#costOf(label);
        if (further >= (ways.get(to)?.cost ?? Number.POSITIVE_INFINITY)) continue;
        ways.set(to, { cost: further, first: first ?? label });
        queue.push(to);
      }
    }
    return ways;
  }

  #costOf(label: string): number {
    const tier = this.#byLabel.get(label)?.tier;
    return tier === 'time' ? WAITING : 1;
  }
}
