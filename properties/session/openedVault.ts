import type { VaultOracle } from '../../model/oracle/vaultOracle.ts';
import type { VaultSettings } from '../../model/vaultSettings.ts';

/** A vault that sequences run in, and what is known of it. */
export interface OpenedVault {
  /** What commands call it. */
  readonly token: string;
  /** The settings that were asked for; the target may have given others. */
  readonly wanted: VaultSettings;
  /** The settings it is known to have from the start. */
  readonly settings?: VaultSettings;
  readonly oracle: VaultOracle;
  /** What every name must begin with; empty when all names are free. */
  readonly namePrefix: string;
  /** How many names sequences have used in it. */
  names: number;
}
