import type { TokenMode } from './identity/gatekeeper.ts';
import type { PrincipalDefinition } from './identity/principalDefinition.ts';
import type { SoftDeleteOptOut } from './management/vaults/monotoneSettings.ts';
import type { SettleMode } from './settling/settling.ts';
import type { VaultDefinition } from './vaults/vaultDefinition.ts';

/** How an emulator starts; every option may be left out. */
export interface EmulatorOptions {
  /** Name or address to listen on; default 127.0.0.1. */
  readonly host?: string;
  /** Port of the vaults to listen on; default 0, any that is free. */
  readonly port?: number;
  /** Port of Azure Resource Manager and the identity platform to listen on; default 0, any that is free. */
  readonly armPort?: number;
  /**
   * What comes after a vault's name in the address that Azure Resource Manager gives for it, port included; default
   * `vault.localhost:PORT`, for clients that resolve that to this machine.
   */
  readonly vaultSuffix?: string;
  /** Whether deletion, recovery, purge, issuing and registering take time; default `{ mode: 'none' }`, at once. */
  readonly settle?: SettleMode;
  /** Seed of version ids; default different at every start. */
  readonly seed?: number;
  /** Vaults that there are from the start, besides `default`. A vault that a state file has already stays as it is. */
  readonly vaults?: readonly VaultDefinition[];
  /**
   * File that keeps the state, with secrets and private keys in clear; read at the start. Default: none.
   *
   * Every change is on disk before its client gets the answer, in a file that is always whole, so that nothing that was
   * answered is lost however the process ends. What only looks (reads, uses of keys, refusals) changes the meter and the
   * log of calls, and these are kept with the next change or at `close`; of the log the last 1 000 records. A power
   * failure may take the last changes with it, but leaves a file that can be read. One emulator to a file.
   */
  readonly persist?: string;
  /** Unix seconds at which the clock of a new state starts; default real time. A state that is loaded goes on with its own clock. */
  readonly startAt?: number;
  /** Whether time stands still at the start; default false, or as a loaded state has it. */
  readonly frozen?: boolean;
  /** Whether requests without a token are served, by anybody to everything; default false. */
  readonly allowAnonymous?: boolean;
  /**
   * Which tokens are taken. `any` (default): any that is not empty, and it may do everything. `checked`: those that the
   * emulator's own identity platform signed, for the right audience and not expired by the emulated clock; then access
   * policies and roles say what the principal may do, and challenges send clients to the emulator for tokens.
   */
  readonly tokens?: TokenMode;
  /**
   * Whether RSA keys may share prime factors with each other, which makes them work as any, many times faster to make,
   * and worthless: anybody who has two can compute their private parts. Default true, for tests; false where somebody may
   * take a key for a good one.
   */
  readonly quickKeys?: boolean;
  /** Seconds of emulated time for which tokens are valid; default 3599. A clock that is moved on far makes them expire. */
  readonly tokenSeconds?: number;
  /** Secret of the principal that every emulator knows; default made up at the start, or as a loaded state has it. */
  readonly clientSecret?: string;
  /** Principals besides the one that every emulator knows, each with its clientId and clientSecret. One that a state file has already stays as it is. */
  readonly principals?: readonly PrincipalDefinition[];
  /** Ids of subscriptions in which only the service may purge (Azure's `undeletable` feature); default none. */
  readonly undeletableSubscriptions?: readonly string[];
  /**
   * What becomes of a new vault that is asked for with `enableSoftDelete: false`, about which the documents disagree:
   * `coerced` (default) makes it with soft delete all the same, `refused` answers 400, `allowed` makes it without, as
   * before 2025.
   */
  readonly softDeleteOptOut?: SoftDeleteOptOut;
  /**
   * What a PUT without `createMode` does where an empty vault of that name, group and location is deleted: `recovered`
   * (default, as recordings show) brings it back, `conflict` answers 409 as for vaults with something in them.
   */
  readonly emptyDeletedVault?: 'recovered' | 'conflict';
}
