import { createPublicKey, sign } from 'node:crypto';
import { AsnConvert } from '@peculiar/asn1-schema';
import { AlgorithmIdentifier, SubjectPublicKeyInfo } from '@peculiar/asn1-x509';
import { keyObject } from '../../keys/material/nodeJwk.ts';
import type { PrivateKey } from '../../keys/material/privateKey.ts';

/** DER's NULL: the parameters of RSA signatures. */
const NULL = new Uint8Array([5, 0]).buffer;

/** How a key signs certificates: by RSA or ECDSA, with a hash that is as strong as its curve. */
export function signatureAlgorithmOf(key: PrivateKey): AlgorithmIdentifier {
  if (key.kty === 'RSA') {
    return new AlgorithmIdentifier({ algorithm: '1.2.840.113549.1.1.11', parameters: NULL });
  }
  const last = { 'P-256': 2, 'P-256K': 2, 'P-384': 3, 'P-521': 4 }[key.crv];
  return new AlgorithmIdentifier({ algorithm: `1.2.840.10045.4.3.${last}` });
}

/** The signature of DER by a key, in the form that certificates have it. */
export function signDer(key: PrivateKey, der: ArrayBuffer): ArrayBuffer {
  const hash =
    key.kty === 'RSA'
      ? 'sha256'
      : { 'P-256': 'sha256', 'P-256K': 'sha256', 'P-384': 'sha384', 'P-521': 'sha512' }[key.crv];
  return new Uint8Array(sign(hash, Buffer.from(der), keyObject(key))).buffer;
}

/** The public part of a key, as certificates have it. */
export function publicKeyInfo(key: PrivateKey): SubjectPublicKeyInfo {
  return AsnConvert.parse(publicKeyDer(key), SubjectPublicKeyInfo);
}

/** The public part of a key in DER. */
export function publicKeyDer(key: PrivateKey): Buffer {
  return createPublicKey(keyObject(key)).export({ format: 'der', type: 'spki' });
}
