/** A kind of object that a vault holds, in the words of its paths and messages. */
export interface ObjectKind {
  /** Path of the live ones: `secrets`. */
  readonly collection: 'secrets' | 'keys' | 'certificates';
  /** Path of the deleted ones: `deletedsecrets`. */
  readonly deletedCollection: string;
  /** As a message begins with it and as error codes have it: `Secret`. */
  readonly title: string;
  /** As it stands inside a message and in skip tokens: `secret`. */
  readonly noun: string;
}
