import type { Json } from '../../model/json.ts';

/** The first id that a body shows. */
const FIRST_ID = /"(?:id|kid)":"https?:\/\/([^/"]+)\//;

/**
 * By which authority a vault calls itself, where nobody knows that beforehand: by the one that it is asked at, or by
 * one of its own (`myvault.vault.azure.net` on localhost). The first of its own that it shows decides.
 */
export class OwnHost {
  readonly #asked: string;
  #other: string | undefined;

  /** @param asked the authority of the calls */
  constructor(asked: string) {
    this.#asked = asked;
  }

  /** The authority that the ids of a body must carry. */
  expectedIn(body: Json | undefined): string {
    const [, named] = FIRST_ID.exec(JSON.stringify(body ?? null)) ?? [];
    const shown = named?.replace(/:443$/, '');
    if (shown === undefined || shown === this.#asked) return this.#asked;
    this.#other ??= shown;
    return shown === this.#other ? shown : this.#asked;
  }
}
