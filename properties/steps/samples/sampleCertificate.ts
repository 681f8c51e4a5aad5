import { generateKeyPairSync } from 'node:crypto';
import forge from 'node-forge';

/** A key pair of the run's own, which nobody else trusts. */
export interface SampleIssuer {
  readonly key: forge.pki.rsa.PrivateKey;
  readonly certificate: forge.pki.Certificate;
}

let issuer: SampleIssuer | undefined;

/** The run's own issuer; made at its first use. */
export function sampleIssuer(): SampleIssuer {
  issuer ??= makeIssuer();
  return issuer;
}

/** A self-signed certificate with its key to import, PEM. */
export function sampleCertificate(): string {
  const { key, certificate } = sampleIssuer();
  const info = forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(key));
  return forge.pki.privateKeyInfoToPem(info) + forge.pki.certificateToPem(certificate);
}

/** A certificate of a public key, signed by the run's own issuer and valid from 2020 to 2090. */
export function signed(
  publicKey: forge.pki.PublicKey,
  subject: forge.pki.CertificateField[],
  key: forge.pki.rsa.PrivateKey,
): forge.pki.Certificate {
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = publicKey;
  certificate.serialNumber = '01';
  certificate.validity.notBefore = new Date('2020-01-01T00:00:00Z');
  certificate.validity.notAfter = new Date('2090-01-01T00:00:00Z');
  certificate.setSubject(subject);
  certificate.setIssuer(SUBJECT);
  certificate.sign(key, forge.md.sha256.create());
  return certificate;
}

const SUBJECT: forge.pki.CertificateField[] = [{ name: 'commonName', value: 'conformance.example' }];

function makeIssuer(): SampleIssuer {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const key = forge.pki.privateKeyFromPem(pem);
  const own = forge.pki.setRsaPublicKey(key.n, key.e);
  return { key, certificate: signed(own, SUBJECT, key) };
}
