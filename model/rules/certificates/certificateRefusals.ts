import type { Pattern } from '../../pattern/pattern.ts';
import * as texts from '../errors/texts.ts';

/** CR-08: another creation is under way; there is no inner code. */
export function creationInProgress(): Pattern {
  const text =
    /^A new key vault certificate can not be created or imported while a pending key vault certificate's status is inProgress\.$/;
  return { status: [409], refusal: { codes: ['Conflict'], inner: 'none', messages: [text] } };
}

/** CR-06: there is no operation. */
export function pendingNotFound(name: string): Pattern {
  const refusal = {
    codes: ['PendingCertificateNotFound'],
    messages: texts.pendingNotFound(name),
  };
  return { status: [404], refusal: { ...refusal, inner: 'none' } };
}

/** A merge with a certificate that does not fit the key, or that cannot be read. */
export function mergeRefused(): Pattern {
  const messages = [
    /^Public key from x509 certificate and key of this instance doesn't match$/,
    /^The public key of the end-entity certificate in the specified X\.509 certificate content does not match /,
    /^Certificate can not be read\. Please check if certificate is valid\.$/,
  ];
  return { status: [400], refusal: { codes: ['BadParameter'], inner: 'none', messages } };
}

/** An import of a certificate that has expired, or that cannot be read. */
export function importRefused(): Pattern {
  const messages = [/^X509 Certificate is already expired$/];
  return { status: [400], refusal: { codes: ['BadParameter'], inner: 'none', messages } };
}
