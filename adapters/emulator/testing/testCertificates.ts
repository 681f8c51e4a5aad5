import 'reflect-metadata';
import type { webcrypto } from 'node:crypto';
import {
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';

/** A certificate with its private key, made apart from the emulator. */
export interface TestCertificate {
  /** Base64 of DER. */
  readonly der: string;
  readonly certificatePem: string;
  /** PKCS#8. */
  readonly keyPem: string;
  /** The key, then the certificate. */
  readonly pem: string;
}

const EC = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const RSA = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
};

/**
 * Makes a self-signed certificate for test.example, valid for all of 2025.
 * @param kind of its key.
 * @param validity first and last instant, ISO 8601.
 */
export async function makeTestCertificate(
  kind: 'EC' | 'RSA' = 'EC',
  validity: readonly [string, string] = ['2025-01-01T00:00:00Z', '2025-12-31T00:00:00Z'],
): Promise<TestCertificate> {
  const signingAlgorithm = kind === 'EC' ? EC : RSA;
  const keys: webcrypto.CryptoKeyPair = await crypto.subtle.generateKey(signingAlgorithm, true, [
    'sign',
    'verify',
  ]);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: 'C=US, ST=Some-State, O=Example, CN=test.example',
    notBefore: new Date(validity[0]),
    notAfter: new Date(validity[1]),
    keys,
    signingAlgorithm,
    extensions: [
      new KeyUsagesExtension(KeyUsageFlags.keyEncipherment | KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension(['1.3.6.1.5.5.7.3.1']),
      new SubjectAlternativeNameExtension([{ type: 'dns', value: 'test.example' }]),
    ],
  });
  const pkcs8 = await crypto.subtle.exportKey('pkcs8', keys.privateKey);
  const keyPem = PemConverter.encode(pkcs8, PemConverter.PrivateKeyTag);
  const certificatePem = certificate.toString('pem');
  return {
    der: Buffer.from(certificate.rawData).toString('base64'),
    certificatePem,
    keyPem,
    pem: `${keyPem}\n${certificatePem}\n`,
  };
}
