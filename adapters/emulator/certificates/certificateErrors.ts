import { badParameter } from '../errors/badParameter.ts';
import { ServiceError } from '../errors/serviceError.ts';
import { type ObjectErrors, objectErrors } from '../objects/objectErrors.ts';
import type { ObjectKind } from '../objects/objectKind.ts';
import { CERTIFICATE } from './certificateKind.ts';

/** The refusals that only certificates know, beside those of all objects. */
export interface CertificateErrors extends ObjectErrors {
  /** 409: one version is made at a time. */
  inProgress(): ServiceError;
  /** 404: nothing is being made under this name. */
  operationNotFound(name: string): ServiceError;
  /** 400: only what is in progress can be cancelled or merged. */
  notInProgress(name: string): ServiceError;
  /** 403: what an issuer was asked for is not the client's to merge. The service's words are not known. */
  mergeWithIssuer(issuer: string): ServiceError;
  /** 409: a certificate needs the names of a key and a secret too. The service's words are not known. */
  nameTaken(kind: ObjectKind, name: string): ServiceError;
  /** 400: no such issuer to ask. */
  unknownIssuer(issuer: string): ServiceError;
  /** 400: the bytes of a certificate make no sense. */
  unreadable(): ServiceError;
  /** 400: certificate and private key do not belong together. */
  otherKey(): ServiceError;
  /** 400: it is too late to import this certificate. */
  expired(): ServiceError;
}

/** The refusals of certificates. */
export const certificateErrors: CertificateErrors = {
  ...objectErrors(CERTIFICATE),
  inProgress: () =>
    new ServiceError(
      409,
      'Conflict',
      "A new key vault certificate can not be created or imported while a pending key vault certificate's status is inProgress.",
    ),
  operationNotFound: (name) =>
    new ServiceError(404, 'PendingCertificateNotFound', `Pending certificate not found: ${name}`),
  notInProgress: (name) => badParameter(`The pending certificate ${name} is not in progress any more.`),
  mergeWithIssuer: (issuer) =>
    new ServiceError(
      403,
      'Forbidden',
      `Operation merge is not allowed on a pending certificate that the issuer ${issuer} was asked for.`,
    ),
  nameTaken: (kind, name) =>
    new ServiceError(
      409,
      'Conflict',
      `A ${kind.noun} with the name ${name} exists in this key vault, so that no certificate can have this name.`,
    ),
  unknownIssuer: (issuer) => badParameter(`The issuer ${issuer} was not found in this key vault.`),
  unreadable: () => badParameter('Certificate can not be read. Please check if certificate is valid.'),
  otherKey: () =>
    badParameter(
      'The public key of the end-entity certificate in the specified X.509 certificate content does not match the public part of the specified private key. Please check if certificate is valid.',
    ),
  expired: () => badParameter('X509 Certificate is already expired'),
};
