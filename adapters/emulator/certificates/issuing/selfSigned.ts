import { randomBytes } from 'node:crypto';
import { AsnConvert } from '@peculiar/asn1-schema';
import { Certificate, TBSCertificate, Validity, Version } from '@peculiar/asn1-x509';
import type { PrivateKey } from '../../keys/material/privateKey.ts';
import { after } from '../../keys/rotation/duration.ts';
import type { CertificatePolicy } from '../policy/certificatePolicy.ts';
import { extensionsOf } from './policyExtensions.ts';
import { publicKeyInfo, signatureAlgorithmOf, signDer } from './signedDer.ts';
import { readSubject } from './subjectName.ts';

/** Seconds by which a certificate is valid before it was made, for clocks that are slow. */
const HEAD_START = 600;

/** A self-signed certificate. */
export interface IssuedCertificate {
  /** Base64 of DER. */
  readonly der: string;
  /** Unix seconds. */
  readonly notBefore: number;
  readonly expires: number;
}

/** Between when and when a certificate that is made at an instant is valid. Unix seconds. */
export function validityOf(
  policy: CertificatePolicy,
  made: number,
): { readonly notBefore: number; readonly expires: number } {
  return { notBefore: made - HEAD_START, expires: after(made, { months: policy.validityMonths, days: 0 }) };
}

/** A certificate by a policy that its own key signs, made at an instant (Unix seconds). */
export function selfSigned(policy: CertificatePolicy, key: PrivateKey, made: number): IssuedCertificate {
  const { notBefore, expires } = validityOf(policy, made);
  const subject = readSubject(policy.subject);
  const serial = randomBytes(16);
  // A serial number is positive (RFC 5280, 4.1.2.2).
  serial.writeUInt8((serial.readUInt8(0) & 0x7f) | 0x40, 0);
  const tbs = new TBSCertificate({
    version: Version.v3,
    serialNumber: new Uint8Array(serial).buffer,
    signature: signatureAlgorithmOf(key),
    issuer: subject,
    validity: new Validity({ notBefore: new Date(notBefore * 1000), notAfter: new Date(expires * 1000) }),
    subject,
    subjectPublicKeyInfo: publicKeyInfo(key),
    extensions: extensionsOf(policy),
  });
  const certificate = new Certificate({
    tbsCertificate: tbs,
    signatureAlgorithm: signatureAlgorithmOf(key),
    signatureValue: signDer(key, AsnConvert.serialize(tbs)),
  });
  return { der: Buffer.from(AsnConvert.serialize(certificate)).toString('base64'), notBefore, expires };
}
