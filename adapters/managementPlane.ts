import type { Extension } from '../model/command.ts';
import type { Fields } from '../model/fields.ts';

/**
 * What a target offers on its management plane. Commands of kind `vault` can be sent to it, and calls into a vault that
 * was made there name the vault by its own name, in lower case.
 */
export interface ManagementPlane {
  /** What commands about vaults name as their vault. */
  readonly token: string;
  /** Where vaults are made; group and location in lower case. */
  readonly home: {
    readonly subscription: string;
    readonly resourceGroup: string;
    readonly location: string;
  };
  /** Another resource group of the same subscription. */
  readonly otherGroup: string;
  /** Another location that vaults can be made in. */
  readonly otherLocation: string;
  /** A location in another geography; absent where none is known. */
  readonly otherGeography?: string;
  /** Another subscription that the caller may make vaults in; absent where there is none. */
  readonly otherSubscription?: string;
  /** Whether commands may name the callers that calls to vaults may name. */
  readonly severalCallers: boolean;
  /** Whether vaults that are made there are still there when the adapter is closed. */
  readonly isKept: boolean;
  /** What a PUT must say beside the location to make a vault that the caller may use. */
  readonly newVault: Fields;
  /** Whether resource groups can be made, and deleted with the vaults in them at once. */
  readonly makesGroups?: boolean;
  /** What can be hung on a vault, and what a PUT of it says; absent where nothing can. */
  readonly extensions?: Readonly<Record<Extension, HangingResource>>;
}

/** Something that hangs on a vault: its name there, and what its PUT says. */
interface HangingResource {
  readonly id: string;
  readonly input: Fields;
}
