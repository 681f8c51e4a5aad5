/** Where Event Grid is to send the events of a vault. It is kept and shown; the emulator sends no events. */
export interface EventSubscription {
  /** As it was spelled. */
  readonly name: string;
  /** What the client said of destination, filter and the like. */
  readonly properties: object;
}
