/** The subscription that vaults belong to when nobody says otherwise. */
export const DEFAULT_SUBSCRIPTION = '00000000-0000-0000-0000-000000000002';

/** The subscriptions of an emulator. Every id is one; they come to be when they are first used. */
export class Subscriptions {
  readonly #known = new Set<string>([DEFAULT_SUBSCRIPTION]);
  readonly #undeletable = new Set<string>();

  /** @param undeletable ids of those that were marked so before. */
  constructor(known: readonly string[] = [], undeletable: readonly string[] = []) {
    for (const id of known) this.use(id);
    for (const id of undeletable) this.mark(id, true);
  }

  /** Takes note that a subscription is used. */
  use(id: string): void {
    this.#known.add(id.toLowerCase());
  }

  /** Whether only the service may purge in it (UN-01). */
  isUndeletable(id: string): boolean {
    return this.#undeletable.has(id.toLowerCase());
  }

  /** Marks it undeletable or not. No client of Azure can do that (UN-02); the control API can. */
  mark(id: string, undeletable: boolean): void {
    this.use(id);
    if (undeletable) this.#undeletable.add(id.toLowerCase());
    else this.#undeletable.delete(id.toLowerCase());
  }

  /** The ids of all that were used, in the order of their first use. */
  ids(): string[] {
    return [...this.#known];
  }

  /** The ids of those that are undeletable. */
  undeletableIds(): string[] {
    return [...this.#undeletable];
  }
}
