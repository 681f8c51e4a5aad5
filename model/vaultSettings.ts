import type { PermissionModel } from './principal.ts';

/** The settings of a vault that its objects' life depends on. */
export interface VaultSettings {
  /** `enableSoftDelete`; false only in vaults that predate its becoming mandatory (SD-06). */
  readonly softDelete: boolean;
  /** `softDeleteRetentionInDays`, the effective one: 7 to 90 days (RT-01), 90 where never set (SD-02). */
  readonly retentionDays: number;
  /** `enablePurgeProtection` (PP-01). */
  readonly purgeProtection: boolean;
  /** `enableRbacAuthorization` (PM-02); absent where it makes no difference: nobody is named who calls. */
  readonly permissionModel?: PermissionModel;
  /** Whether its subscription is marked undeletable, so that nobody purges (UN-01); absent where it is not. */
  readonly protectedSubscription?: boolean;
}
