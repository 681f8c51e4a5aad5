import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { AsnConvert } from '@peculiar/asn1-schema';
import {
  AlgorithmIdentifier,
  AttributeTypeAndValue,
  AttributeValue,
  Certificate,
  Name,
  RelativeDistinguishedName,
  SubjectPublicKeyInfo,
  TBSCertificate,
  Validity,
  Version,
} from '@peculiar/asn1-x509';
import { RSA_KEY } from './sampleKeys.ts';

/** An issuer that nobody trusts. */
interface SampleIssuer {
  readonly key: KeyObject;
  readonly certificate: string;
}

let issuer: SampleIssuer | undefined;

/** A self-signed certificate with its key to import, PEM; the same in each run. */
export function sampleCertificate(): string {
  const { key, certificate } = sampleIssuer();
  return `${key.export({ type: 'pkcs8', format: 'pem' })}${pem(certificate)}`;
}

/** The issuer of all samples; its certificate is DER in base64. */
export function sampleIssuer(): SampleIssuer {
  issuer ??= makeIssuer();
  return issuer;
}

/**
 * A certificate of a public key, signed by the issuer of all samples and valid from 2020 to 9990: a run may move its target's time
 * on by centuries.
 * @returns DER in base64
 */
export function signedBy(key: KeyObject, publicKey: SubjectPublicKeyInfo, subject: Name): string {
  const algorithm = new AlgorithmIdentifier({ algorithm: SHA256_WITH_RSA, parameters: null });
  const tbs = new TBSCertificate({
    version: Version.v3,
    serialNumber: Uint8Array.of(1).buffer,
    signature: algorithm,
    issuer: nameOf('conformance.example'),
    validity: new Validity({
      notBefore: new Date('2020-01-01T00:00:00Z'),
      notAfter: new Date('9990-01-01T00:00:00Z'),
    }),
    subject,
    subjectPublicKeyInfo: publicKey,
  });
  const signature = sign('sha256', Buffer.from(AsnConvert.serialize(tbs)), key);
  const certificate = new Certificate({
    tbsCertificate: tbs,
    signatureAlgorithm: algorithm,
    signatureValue: new Uint8Array(signature).buffer,
  });
  return Buffer.from(AsnConvert.serialize(certificate)).toString('base64');
}

const SHA256_WITH_RSA = '1.2.840.113549.1.1.11';
const COMMON_NAME = '2.5.4.3';

function makeIssuer(): SampleIssuer {
  const privateKey = createPrivateKey({ key: RSA_KEY, format: 'jwk' });
  const spki = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
  const own = AsnConvert.parse(spki, SubjectPublicKeyInfo);
  return { key: privateKey, certificate: signedBy(privateKey, own, nameOf('conformance.example')) };
}

function nameOf(commonName: string): Name {
  const value = new AttributeValue({ utf8String: commonName });
  return new Name([new RelativeDistinguishedName([new AttributeTypeAndValue({ type: COMMON_NAME, value })])]);
}

function pem(der: string): string {
  const lines = der.match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}
