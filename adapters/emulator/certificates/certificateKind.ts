import type { ObjectKind } from '../objects/objectKind.ts';

/** Certificates, as paths and messages call them. */
export const CERTIFICATE: ObjectKind = {
  collection: 'certificates',
  deletedCollection: 'deletedcertificates',
  title: 'Certificate',
  noun: 'certificate',
};
