import forge from 'node-forge';
import { sampleIssuer, signed } from './sampleCertificate.ts';

/**
 * A certificate for a signing request, as an issuer that the vault does not know would sign it.
 * @param request the request, DER in base64; undefined to sign for a key that nobody asked for
 * @returns DER in base64
 */
export function signedElsewhere(request: string | undefined): string {
  const { key, certificate } = sampleIssuer();
  const made = request === undefined ? certificate : answer(request, key);
  const der = forge.asn1.toDer(forge.pki.certificateToAsn1(made)).getBytes();
  return Buffer.from(der, 'binary').toString('base64');
}

function answer(request: string, key: forge.pki.rsa.PrivateKey): forge.pki.Certificate {
  const der = Buffer.from(request, 'base64').toString('binary');
  const asked = forge.pki.certificationRequestFromAsn1(forge.asn1.fromDer(der));
  if (!asked.publicKey) throw new RangeError('a signing request without a key');
  return signed(asked.publicKey, asked.subject.attributes, key);
}
