/** A poller of a library, as far as it is looked at. */
interface Poller {
  isDone(): boolean;
}

/** What a library calls an object, in words. */
export function toldName(object: { readonly name?: string; readonly version?: string | undefined }): string {
  return `${object.name}${object.version === undefined ? '' : `, version ${object.version}`}`;
}

/** Where a poller is, in words. */
export function toldPoller(poller: Poller): string {
  return poller.isDone() ? 'the poller is done' : 'the poller waits';
}
