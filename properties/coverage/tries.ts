/** Which kinds of step were tried where: asked very often, so without a text made of both for each question. */
export class Tries {
  readonly #labels = new Map<string, Set<string>>();

  /** Takes note that a kind of step was tried in a place. */
  add(place: string, label: string): void {
    const labels = this.#labels.get(place);
    if (labels) labels.add(label);
    else this.#labels.set(place, new Set([label]));
  }

  /** Whether a kind of step was tried in a place. */
  has(place: string, label: string): boolean {
    return this.#labels.get(place)?.has(label) ?? false;
  }
}
