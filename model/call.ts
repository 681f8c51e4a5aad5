import type { Command } from './command.ts';
import type { Strictness } from './pattern/pattern.ts';
import type { Principal } from './principal.ts';
import type { Namesake } from './rules/certificates/namesakes.ts';
import type { Window } from './window.ts';
import type { Content } from './world/content.ts';
import type { Place } from './world/place.ts';

/** A command at the instant it is made, with what the oracle knows beside the world. */
export interface Call<C extends Command = Command> {
  readonly command: C;
  /** The name that the command is about, in lower case. */
  readonly name: string;
  readonly window: Window;
  readonly strictness: Strictness;
  /** Who makes it, where the command names a caller; `'unknown'` when nothing is known of the one it names. */
  readonly caller?: Principal | 'unknown';
  /** True when calls have spelled the name in different letters: to the service they are one (NR-04). */
  readonly isRespelled?: boolean;
  /** For a new object: what other kinds have under its name. */
  readonly namesake?: Namesake;
  /** For a restore: what the blob holds, where it is known. */
  readonly snapshot?: Content;
  /** For a restore: where the vault stands that the backup was taken in, where it is known. */
  readonly origin?: Place;
  /** For a page of versions after the first: ids that earlier pages listed; `'unknown'` when they were not seen. */
  readonly listed?: readonly string[] | 'unknown';
}
