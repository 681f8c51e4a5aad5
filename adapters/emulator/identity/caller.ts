/** The principal whose token came with a call. */
export interface Caller {
  /** Object id in the directory. */
  readonly objectId: string;
  /** Client id of the application. */
  readonly appId: string;
  readonly tenantId: string;
}
