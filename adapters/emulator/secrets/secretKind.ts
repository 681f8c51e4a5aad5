import type { ObjectKind } from '../objects/objectKind.ts';

/** Secrets, as paths and messages call them. */
export const SECRET: ObjectKind = {
  collection: 'secrets',
  deletedCollection: 'deletedsecrets',
  title: 'Secret',
  noun: 'secret',
};
