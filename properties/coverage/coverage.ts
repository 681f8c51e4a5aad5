import type { StepTemplate } from '../steps/stepTemplates.ts';

/** A state class and a kind of step tried in it. */
export interface Edge {
  readonly from: string;
  readonly label: string;
}

/**
 * Which pairs of (state class, kind of step) were tried in vaults of one class of settings, and where each led. Paths
 * to what is not tried yet are found by breadth-first search over what was seen.
 */
export class Coverage {
  readonly #templates: readonly StepTemplate[];
  readonly #edges = new Map<string, Map<string, string>>();
  readonly #edgeSteps = new Set<string>();
  readonly #avoided = new Set<string>();

  constructor(templates: readonly StepTemplate[]) {
    this.#templates = templates;
  }

  /** Takes note that a step was tried and where it led; an edge step counts for its phase, whatever the rest. */
  tried({ from, label }: Edge, to: string): void {
    this.#from(from).set(label, to);
    this.#edgeSteps.add(`${phasesOf(from)} > ${label}`);
  }

  /** Takes note that a step shows a divergence that is reported: paths lead around it from now on. */
  avoid({ from, label }: Edge): void {
    this.#avoided.add(`${from} > ${label}`);
  }

  /** Takes note that a state class can be reached. */
  reached(state: string): void {
    this.#from(state);
  }

  /** The kinds of step not tried yet in a state class. */
  untried(state: string): readonly StepTemplate[] {
    const tried = this.#edges.get(state);
    return this.#templates.filter(({ label, tier }) => {
      if (tier === 'edge') return !this.#edgeSteps.has(`${phasesOf(state)} > ${label}`);
      return !tried?.has(label);
    });
  }

  /** The first step of the shortest path from a state class to one where something is untried. */
  towardsUntried(state: string): string | undefined {
    const firstSteps = new Map<string, string>();
    const queue = [state];
    const seen = new Set(queue);
    for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
      for (const [label, to] of this.#edges.get(at) ?? []) {
        if (seen.has(to) || this.#avoided.has(`${at} > ${label}`)) continue;
        seen.add(to);
        const first = firstSteps.get(at) ?? label;
        firstSteps.set(to, first);
        if (this.untried(to).length > 0) return first;
        queue.push(to);
      }
    }
    return undefined;
  }

  /** Pairs tried, and pairs of all state classes reached so far. */
  counts(): { readonly tried: number; readonly reachable: number } {
    let tried = 0;
    let untried = 0;
    for (const [state, steps] of this.#edges) {
      tried += steps.size;
      untried += this.untried(state).length;
    }
    return { tried, reachable: tried + untried };
  }

  #from(state: string): Map<string, string> {
    let steps = this.#edges.get(state);
    if (!steps) {
      steps = new Map();
      this.#edges.set(state, steps);
    }
    return steps;
  }
}

function phasesOf(state: string): string {
  return state.replace(/ \([^)]*\)/g, '');
}
