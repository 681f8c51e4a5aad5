/** A poller of a library, as far as it is looked at. */
interface Poller {
  isDone(): boolean;
}

/** What a library calls an object, in words. */
export function toldName(object: { readonly name?: string; readonly version?: string | undefined }): string {
  return `${object.name}${object.version === undefined ? '' : `, version ${object.version}`}`;
}

const DONE = 'the poller is done';
const WAITS = 'the poller waits';

/** Where a poller is, in words. */
export function toldPoller(poller: Poller): string {
  return poller.isDone() ? DONE : WAITS;
}

/** Where a poller is that words tell of; undefined where they tell of none. */
export function pollerIn(told: string): 'done' | 'waits' | undefined {
  if (told.endsWith(DONE)) return 'done';
  return told.endsWith(WAITS) ? 'waits' : undefined;
}
