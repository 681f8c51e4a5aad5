import type { ObjectKind } from '../objects/objectKind.ts';

/** Keys, as paths and messages call them. */
export const KEY: ObjectKind = {
  collection: 'keys',
  deletedCollection: 'deletedkeys',
  title: 'Key',
  noun: 'key',
};
