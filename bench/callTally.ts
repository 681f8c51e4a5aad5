import type { RunEvent } from '../model/event.ts';

/** Counts the calls of a run by what they were made for. */
export class CallTally {
  readonly #explored: number[] = [];
  readonly #exploring = new Set<number>();
  readonly #signatures = new Map<number, string>();
  readonly #spent = new Map<string, number>();

  /** Takes in one event of the run. */
  take(event: RunEvent): void {
    if (event.type === 'sequence') {
      if (event.purpose === 'explore') this.#exploring.add(event.sequence);
      if (event.signature !== undefined) this.#signatures.set(event.sequence, event.signature);
    }
    if (event.type !== 'exchange') return;
    const signature = this.#signatures.get(event.sequence);
    if (signature !== undefined) this.#spent.set(signature, this.spentOn(signature) + 1);
    else if (this.#exploring.has(event.sequence)) this.#explored.push(event.n);
  }

  /** Calls made to explore. */
  get explored(): number {
    return this.#explored.length;
  }

  /** Calls made to explore up to the call with this number. */
  exploredBy(n: number): number {
    return this.#explored.filter((other) => other <= n).length;
  }

  /** Calls made to reproduce and to shrink the divergence of a signature. */
  spentOn(signature: string): number {
    return this.#spent.get(signature) ?? 0;
  }
}
