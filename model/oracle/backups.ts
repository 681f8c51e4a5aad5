import type { Kind } from '../command.ts';
import type { Content } from '../world/content.ts';
import type { Place } from '../world/place.ts';

/** What a backup blob may hold: one content for each state that its object may have been in. */
export interface Backup {
  readonly kind: Kind;
  /** The name it restores to, in lower case. */
  readonly name: string;
  readonly contents: readonly Content[];
  /** Where its vault stands; absent where that is not known. */
  readonly place?: Place;
}

/** The backups taken so far, of all vaults: a blob restores into another vault of the same geography too (BK-05). */
export class Backups {
  readonly #byBlob = new Map<string, Backup>();

  /** Remembers what a blob holds. */
  keep(blob: string, backup: Backup): void {
    this.#byBlob.set(blob, backup);
  }

  /** What a blob holds; undefined when nobody saw it being made. */
  of(blob: string): Backup | undefined {
    return this.#byBlob.get(blob);
  }
}
