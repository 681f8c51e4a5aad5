import { Attributes, CertificationRequest, CertificationRequestInfo } from '@peculiar/asn1-csr';
import { AsnConvert } from '@peculiar/asn1-schema';
import { Attribute } from '@peculiar/asn1-x509';
import type { PrivateKey } from '../../keys/material/privateKey.ts';
import type { CertificatePolicy } from '../policy/certificatePolicy.ts';
import { extensionsOf } from './policyExtensions.ts';
import { publicKeyInfo, signatureAlgorithmOf, signDer } from './signedDer.ts';
import { readSubject } from './subjectName.ts';

/** The attribute that carries wanted extensions (RFC 2985, 5.4.2). */
const EXTENSION_REQUEST = '1.2.840.113549.1.9.14';

/** A PKCS#10 request for a certificate by a policy, in base64 of DER. Throws a 400 for a subject that is none. */
export function signingRequest(policy: CertificatePolicy, key: PrivateKey): string {
  const wanted = new Attribute({
    type: EXTENSION_REQUEST,
    values: [AsnConvert.serialize(extensionsOf(policy))],
  });
  const info = new CertificationRequestInfo({
    subject: readSubject(policy.subject),
    subjectPKInfo: publicKeyInfo(key),
    attributes: new Attributes([wanted]),
  });
  const request = new CertificationRequest({
    certificationRequestInfo: info,
    signatureAlgorithm: signatureAlgorithmOf(key),
    signature: signDer(key, AsnConvert.serialize(info)),
  });
  return Buffer.from(AsnConvert.serialize(request)).toString('base64');
}
