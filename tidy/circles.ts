import type { Import } from './doors.ts';

/**
 * The circles among files: each is a set of files that all reach one another by imports, those of types too, in
 * alphabetical order. Empty where none do (Tarjan's algorithm).
 */
export function circlesOf(imports: readonly Import[]): readonly (readonly string[])[] {
  const targets = new Map<string, string[]>();
  for (const { from, to } of imports) targets.set(from, [...(targets.get(from) ?? []), to]);
  return new Components(targets).all().filter(([first = '', ...rest]) => {
    return rest.length > 0 || targets.get(first)?.includes(first);
  });
}

/** The strongly connected components of a graph. */
class Components {
  readonly #targets: ReadonlyMap<string, readonly string[]>;
  readonly #indexes = new Map<string, number>();
  readonly #lowest = new Map<string, number>();
  readonly #open: string[] = [];
  readonly #found: string[][] = [];

  constructor(targets: ReadonlyMap<string, readonly string[]>) {
    this.#targets = targets;
  }

  all(): readonly (readonly string[])[] {
    for (const node of this.#targets.keys()) if (!this.#indexes.has(node)) this.#visit(node);
    return this.#found;
  }

  /** Visits a node and all that it reaches; returns the lowest index that it reaches within its component. */
  #visit(node: string): number {
    const index = this.#indexes.size;
    this.#indexes.set(node, index);
    this.#lowest.set(node, index);
    this.#open.push(node);
    for (const target of this.#targets.get(node) ?? []) {
      const seen = this.#indexes.get(target);
      if (seen === undefined) this.#lower(node, this.#visit(target));
      else if (this.#open.includes(target)) this.#lower(node, seen);
    }
    const lowest = this.#lowest.get(node) ?? index;
    if (lowest === index) this.#found.push(this.#open.splice(this.#open.indexOf(node)).sort());
    return lowest;
  }

  #lower(node: string, to: number): void {
    this.#lowest.set(node, Math.min(to, this.#lowest.get(node) ?? to));
  }
}
