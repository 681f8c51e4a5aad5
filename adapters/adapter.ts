import type { Answer, Lost } from '../model/answer.ts';
import type { MeterReading } from '../model/billing/meterReading.ts';
import type { Command, ObjectKind } from '../model/command.ts';
import type { ClientOutcome, TargetSummary, WireReply, WireRequest } from '../model/event.ts';
import type { LoggedCall } from '../model/rules/events/auditTrail.ts';
import type { VaultSettings } from '../model/vaultSettings.ts';
import type { Window } from '../model/window.ts';
import type { ManagementPlane } from './managementPlane.ts';

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
  readonly client?: ClientOutcome;
  /** What was retried before this answer came, each in words. */
  readonly retries: readonly string[];
  /** Wall time, milliseconds. */
  readonly ms: number;
  /**
   * Calls that a client library made of its own accord before this one, in order: it looks at the live name before it
   * asks to recover. They reach the target like any other call, so an oracle can judge them.
   */
  readonly before?: readonly Exchange[];
  /** Calls that a client library made of its own accord after this one, in order: the first poll of a poller. */
  readonly after?: readonly Exchange[];
}

/** Power over a target's time. */
export interface TargetClock {
  /** Target time now, Unix seconds; of the vault named, where vaults have times of their own. */
  now(vault?: string): Promise<number>;
  /** Moves target time on by a whole number of seconds. */
  advance(seconds: number, vault: string): Promise<void>;
  /** Whether an advance moves all vaults at once or only the one named. */
  readonly scope: 'target' | 'vault';
  /** Whether time stands still between advances, so that boundaries can be met to the second. */
  readonly frozen: boolean;
}

/**
 * A target that commands can be sent to. Each method rejects with `TargetTrouble` when the target cannot be asked at
 * all: nobody answers, its certificate or the caller's token is not accepted. That is never a divergence.
 */
export interface Adapter {
  readonly summary: TargetSummary;
  /** The kinds of object that it keeps. */
  readonly kinds: readonly ObjectKind[];
  /** Makes one call. Never rejects for what the target answers; a reply that does not come is `lost`. */
  execute(command: Command, signal?: AbortSignal): Promise<Exchange>;
  /**
   * A vault with these settings for commands to name, new where the target can make one. Answers the vault's token
   * and the settings it is known to have, which may be fewer than asked for: a target with one vault has one.
   */
  openVault(wanted: VaultSettings): Promise<OpenVault>;
  /** Absent when target time cannot be moved. */
  readonly clock?: TargetClock;
  /** Absent when vaults cannot be made, deleted and recovered over Azure Resource Manager. */
  readonly management?: ManagementPlane;
  /**
   * Seconds of wall time for which it is worth asking again whether something has settled, where time cannot be moved:
   * a few for a target that is known to do everything at once.
   */
  readonly settlesWithin: number;
  /** True where it can give vaults of a subscription that is marked undeletable (UN-01). */
  readonly hasUndeletable?: true;
  /** Reads what the target itself metered of a vault. Absent when it shows no meter. */
  readMeter?(vault: string): Promise<MeterReading>;
  /** Reads what the target itself logged since it was read last. Absent when it shows no log. */
  readAudit?(): Promise<readonly VaultRecord[]>;
  /** Gives back what was taken: vaults made, connections, processes. */
  close(): Promise<void>;
}

/** What a target logged of a call to a vault, or about one. */
export interface VaultRecord extends LoggedCall {
  /** The vault's name, in lower case. */
  readonly vault: string;
}

/** A vault that commands can name. */
export interface OpenVault {
  readonly vault: string;
  /** Absent when nothing is known of its settings before its first answer. */
  readonly settings?: VaultSettings;
  /** Whether others use it too, so that its names may be in any state and its lists may show more. */
  readonly shared: boolean;
  /** Whether what a run leaves in it is still there when the adapter is closed. */
  readonly isKept: boolean;
  /** What every name must begin with; the adapter refuses commands on other names. Absent when all names are free. */
  readonly namePrefix?: string;
}
