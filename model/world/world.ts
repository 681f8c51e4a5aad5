import type { KnownSettings } from './knownSettings.ts';
import type { ObjectState } from './objectState.ts';

/**
 * The part of the world that one call about one name can touch: the object of that name and its vault's settings.
 * The whole world is the product of such parts; they are kept apart so that what is uncertain of one name does not
 * multiply with what is uncertain of another (design.md, section 4).
 */
export interface World {
  readonly settings: KnownSettings;
  readonly object: ObjectState;
}
