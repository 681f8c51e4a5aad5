/** Where in Azure a vault stands, both in lower case; the location without spaces. */
export interface Place {
  readonly subscription: string;
  /** The region: `westeurope`. */
  readonly location: string;
}
