import type { Command } from '../../model/command.ts';
import type { Exchange } from '../adapter.ts';
import type { OwnHost } from './ownHost.ts';

/** Where one vault answers. */
export interface VaultPlace {
  /** Scheme and authority, and a path where vaults stand under one; without a slash at its end. */
  readonly base: string;
  /** Sent as `Host` instead of the base's authority. */
  readonly host?: string;
  /** The authority that ids must carry; absent where the target is known to use another of its own. */
  readonly idHost?: string;
  /** Tells the authority that ids must carry where only the ids themselves can. */
  readonly ownHost?: OwnHost;
}

/** A call before target time is known: its window is in local time. */
export interface Call extends Omit<Exchange, 'before' | 'after'> {
  readonly before?: readonly Call[];
  readonly after?: readonly Call[];
}

/**
 * Makes calls to vaults: over REST, or through a client library.
 * Rejects with `TargetTrouble` when the target cannot be asked at all.
 */
export interface Caller {
  /** Makes one call to the vault at a place. */
  call(command: Command, place: VaultPlace, signal?: AbortSignal): Promise<Call>;
  /** Closes connections. */
  close(): Promise<void>;
}
