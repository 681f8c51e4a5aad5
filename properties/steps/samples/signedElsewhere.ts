import { CertificationRequest } from '@peculiar/asn1-csr';
import { AsnConvert } from '@peculiar/asn1-schema';
import { sampleIssuer, signedBy } from './sampleCertificate.ts';

/**
 * A certificate for a signing request, as an issuer that the vault does not know would sign it.
 * @param request the request, DER in base64; undefined to sign for a key that nobody asked for
 * @returns DER in base64
 */
export function signedElsewhere(request: string | undefined): string {
  const { key, certificate } = sampleIssuer();
  if (request === undefined) return certificate;
  const { subject, subjectPKInfo } = AsnConvert.parse(
    Buffer.from(request, 'base64'),
    CertificationRequest,
  ).certificationRequestInfo;
  return signedBy(key, subjectPKInfo, subject);
}
