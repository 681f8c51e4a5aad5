/** The kinds of objects that an access policy speaks of; `storage` is kept, but nothing in the emulator asks for it. */
export const POLICY_KINDS = ['keys', 'secrets', 'certificates', 'storage'] as const;

/** One kind of object in an access policy. */
export type PolicyKind = (typeof POLICY_KINDS)[number];

/** What one principal may do with the objects of a vault. */
export interface AccessPolicy {
  readonly tenantId: string;
  readonly objectId: string;
  /** Only where the principal acts through this application. */
  readonly applicationId?: string;
  /** Words such as `get` and `purge` for each kind, as the client spelled and ordered them. */
  readonly permissions: Readonly<Partial<Record<PolicyKind, readonly string[]>>>;
}
