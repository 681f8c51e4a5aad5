import { createPrivateKey, type KeyObject } from 'node:crypto';
import { keyObject } from '../../keys/material/nodeJwk.ts';
import type { PrivateKey } from '../../keys/material/privateKey.ts';

/** Certificates and what belongs to them, taken out of a file. */
export interface CertificateContent {
  /** In base64 of DER; the first one is the certificate itself, the others are those that signed it. */
  readonly certificates: readonly string[];
  readonly key: KeyObject | undefined;
}

const BLOCK = /-----BEGIN ([A-Z0-9 ]+)-----([\s\S]*?)-----END \1-----/g;

/** A certificate with its private key, if it is to be shown, as PEM: the key first, then the certificates. */
export function writePem(certificates: readonly string[], key: PrivateKey | undefined): string {
  const secret = key === undefined ? '' : keyObject(key).export({ format: 'pem', type: 'pkcs8' }).toString();
  return secret + certificates.map(pemCertificate).join('');
}

/** Certificates and a private key out of PEM. Throws an error for a key that cannot be read. */
export function readPem(text: string): CertificateContent {
  const blocks = [...text.matchAll(BLOCK)].map(([whole, label = '', body = '']) => ({ whole, label, body }));
  const key = blocks.find(({ label }) => label.endsWith('PRIVATE KEY'));
  return {
    certificates: blocks
      .filter(({ label }) => label === 'CERTIFICATE')
      .map(({ body }) => body.replace(/\s/g, '')),
    key: key === undefined ? undefined : createPrivateKey(key.whole),
  };
}

function pemCertificate(der: string): string {
  const lines = der.match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}
