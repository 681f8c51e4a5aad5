import type { Answer, Lost } from '../model/answer.ts';
import type { Command } from '../model/command.ts';
import type { TargetSummary, WireReply, WireRequest } from '../model/event.ts';
import type { VaultSettings } from '../model/vaultSettings.ts';
import type { Window } from '../model/window.ts';

/** One call to a target and what came of it. */
export interface Exchange {
  readonly command: Command;
  /** Target time of the call. */
  readonly window: Window;
  /** As sent, credentials and secret values scrubbed. */
  readonly request: WireRequest;
  /** As received, secret values scrubbed; absent when none came. */
  readonly reply?: WireReply;
  readonly answer: Answer | Lost;
  /** What the client library made of it, where one stands between. */
  readonly client?: { readonly library: string; readonly outcome: string };
  /** What was retried before this answer came, each in words. */
  readonly retries: readonly string[];
  /** Wall time, milliseconds. */
  readonly ms: number;
}

/** Power over a target's time. */
export interface TargetClock {
  /** Target time now, Unix seconds. */
  now(): Promise<number>;
  /** Moves target time on by a whole number of seconds. */
  advance(seconds: number, vault: string): Promise<void>;
  /** Whether an advance moves all vaults at once or only the one named. */
  readonly scope: 'target' | 'vault';
  /** Whether time stands still between advances, so that boundaries can be met to the second. */
  readonly frozen: boolean;
}

/** A target that commands can be sent to. */
export interface Adapter {
  readonly summary: TargetSummary;
  /** Makes one call. Never throws for what the target does; a reply that does not come is `lost`. */
  execute(command: Command, signal?: AbortSignal): Promise<Exchange>;
  /**
   * A vault with these settings for commands to name, new where the target can make one. Answers the vault's token
   * and the settings it is known to have, which may be fewer than asked for: a target with one vault has one.
   */
  openVault(wanted: VaultSettings): Promise<OpenVault>;
  /** Absent when target time cannot be moved. */
  readonly clock?: TargetClock;
  /** Gives back what was taken: vaults made, connections, processes. */
  close(): Promise<void>;
}

/** A vault that commands can name. */
export interface OpenVault {
  readonly vault: string;
  /** Absent when nothing is known of its settings before its first answer. */
  readonly settings?: VaultSettings;
  /** Whether others use it too, so that its names may be in any state and its lists may show more. */
  readonly shared: boolean;
}
