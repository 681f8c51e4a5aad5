import { randomUUID } from 'node:crypto';

/** The purge of a vault, whose end can be waited for. Times are Unix seconds. */
export interface VaultPurge {
  readonly created: number;
  readonly settlesAt: number;
}

/** Purges that can be asked for; the oldest are forgotten. */
const MOST = 1000;

/** The purges of vaults, by the ids under which clients ask for them. */
export class VaultPurges {
  readonly #purges: Map<string, VaultPurge>;

  constructor(purges: readonly (readonly [string, VaultPurge])[] = []) {
    this.#purges = new Map(purges);
  }

  /** Takes note of a purge; returns the id to ask for it. */
  begin(purge: VaultPurge): string {
    const id = Buffer.from(randomUUID()).toString('base64url');
    this.#purges.set(id, purge);
    const [oldest] = this.#purges.keys();
    if (this.#purges.size > MOST && oldest !== undefined) this.#purges.delete(oldest);
    return id;
  }

  find(id: string): VaultPurge | undefined {
    return this.#purges.get(id);
  }

  /** All that are kept, by id. */
  all(): (readonly [string, VaultPurge])[] {
    return [...this.#purges];
  }
}
