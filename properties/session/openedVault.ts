import type { TargetOracle } from '../../model/oracle/targetOracle.ts';
import type { VaultSettings } from '../../model/vaultSettings.ts';

/** A vault that sequences run in, and what is known of it. */
export interface OpenedVault {
  /** What commands call it. */
  readonly token: string;
  /** The settings that were asked for; the target may have given others. */
  readonly wanted: VaultSettings;
  /** The settings it is known to have from the start. */
  readonly settings?: VaultSettings;
  readonly oracle: TargetOracle;
  /** Whether others use it too: then the target has no other, whatever is asked for. */
  readonly shared: boolean;
  /** Whether what is left in it is still there after the run. */
  readonly isKept: boolean;
  /** What every name must begin with; empty when all names are free. */
  readonly namePrefix: string;
  /** Names that sequences have used in it. */
  readonly used: Set<string>;
}
