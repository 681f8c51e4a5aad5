import type { ManagementPlane } from '../../adapters/managementPlane.ts';
import type { Kind } from '../../model/command.ts';
import type { Oracle } from '../../model/oracle/oracle.ts';
import type { VaultSettings } from '../../model/vaultSettings.ts';

/** An object as `called` keeps it: names are the same in whatever letters. */
export function kindAndName(kind: Kind, name: string): string {
  return `${kind}/${name.toLowerCase()}`;
}

/** A vault that sequences run in, or the management plane with the vaults that they make there, and what is known of it. */
export interface OpenedVault {
  /** What commands call it. */
  readonly token: string;
  /** The settings that were asked for; the target may have given others. */
  readonly wanted: VaultSettings;
  /** The settings it is known to have from the start. */
  readonly settings?: VaultSettings;
  readonly oracle: Oracle;
  /** Whether others use it too: then the target has no other, whatever is asked for. */
  readonly shared: boolean;
  /** Whether what is left in it is still there after the run. */
  readonly isKept: boolean;
  /** The management plane, where it is that and no vault. */
  readonly management?: ManagementPlane;
  /** What every name must begin with; empty when all names are free. */
  readonly namePrefix: string;
  /** Names that sequences have used in it. */
  readonly used: Set<string>;
  /** What calls were made about, as `kindAndName` writes it. */
  readonly called: Set<string>;
}
