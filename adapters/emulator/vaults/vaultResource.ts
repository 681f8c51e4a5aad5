import type { Tags } from '../objects/storedObject.ts';
import type { AccessPolicy } from './accessPolicy.ts';

/** Who changed a resource last, and when. */
export interface ChangeStamp {
  /** The application or user. */
  readonly by: string;
  /** `Application` or `User`. */
  readonly byType: string;
  /** Unix seconds. */
  readonly at: number;
}

/** A vault as Azure Resource Manager knows it: all that a client can set, and who did. */
export interface VaultResource {
  readonly subscriptionId: string;
  readonly resourceGroup: string;
  /** As the client spelled it. */
  readonly displayName: string;
  readonly location: string;
  readonly tenantId: string;
  /** Hardware keys need `premium`. */
  readonly sku: 'standard' | 'premium';
  readonly tags: Tags;
  readonly accessPolicies: readonly AccessPolicy[];
  /** `enableRbacAuthorization`: whether roles and not access policies open the vault; undefined where nobody said. */
  readonly rbac: boolean | undefined;
  /** `networkAcls`, kept and shown as it came; the emulator has no firewall. */
  readonly networkAcls: object | undefined;
  readonly enabledForDeployment: boolean;
  readonly enabledForDiskEncryption: boolean | undefined;
  readonly enabledForTemplateDeployment: boolean | undefined;
  readonly publicNetworkAccess: string;
  readonly softDelete: boolean;
  /** 7 to 90; undefined where nobody said, which means 90 and may still be set once (RT-04). */
  readonly retentionDays: number | undefined;
  readonly purgeProtection: boolean;
  readonly created: ChangeStamp;
  readonly modified: ChangeStamp;
}
