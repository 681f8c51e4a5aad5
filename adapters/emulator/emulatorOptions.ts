import type { SettleMode } from './settling/settling.ts';
import type { VaultDefinition } from './vaults/vaultDefinition.ts';

/** How an emulator starts; every option may be left out. */
export interface EmulatorOptions {
  /** Name or address to listen on; default 127.0.0.1. */
  readonly host?: string;
  /** Port to listen on; default 0, any that is free. */
  readonly port?: number;
  /** Whether deletion, recovery and purge take time; default `{ mode: 'none' }`, at once. */
  readonly settle?: SettleMode;
  /** Seed of version ids; default different at every start. */
  readonly seed?: number;
  /** Vaults that there are from the start, besides `default`. A vault that a state file has already stays as it is. */
  readonly vaults?: readonly VaultDefinition[];
  /** File that keeps the state, secrets in clear; written on every change and read at the start. Default: none. */
  readonly persist?: string;
  /** Unix seconds at which the clock of a new state starts; default real time. A state that is loaded goes on with its own clock. */
  readonly startAt?: number;
  /** Whether time stands still at the start; default false, or as a loaded state has it. */
  readonly frozen?: boolean;
  /** Whether requests without a token are served; default false. */
  readonly allowAnonymous?: boolean;
}
