import { constants, createPublicKey, privateEncrypt, publicDecrypt } from 'node:crypto';
import { p256, p384, p521 } from '@noble/curves/nist.js';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import type { Curve } from '../keyType.ts';
import { keyObject } from '../material/nodeJwk.ts';
import type { EcPrivateKey, PrivateKey, RsaPrivateKey } from '../material/privateKey.ts';
import type { SigningAlgorithm } from './algorithms.ts';
import { digestInfo } from './digestInfo.ts';
import { encodePss, isPssOf } from './pssEncoding.ts';

/** Curves that sign digests; node:crypto insists on hashing. */
const CURVES: Readonly<Record<Curve, typeof p256>> = {
  'P-256': p256,
  'P-384': p384,
  'P-521': p521,
  'P-256K': secp256k1,
};

/** The digest is signed as it is, and any of the two signatures that ECDSA has for it is taken. */
const AS_IT_IS = { prehash: false, lowS: false } as const;

/** The signature of a digest by a key that fits the algorithm; that of a curve as two numbers in a row (RFC 7518, 3.4). */
export function signDigest(key: PrivateKey, algorithm: SigningAlgorithm, digest: Buffer): Buffer {
  if (key.kty === 'EC') {
    return Buffer.from(CURVES[key.crv].sign(digest, Buffer.from(key.d, 'base64url'), AS_IT_IS));
  }
  if (algorithm.scheme === 'pss') {
    const encoded = encodePss(algorithm.hash, digest, modulusBits(key));
    return privateEncrypt({ key: keyObject(key), padding: constants.RSA_NO_PADDING }, encoded);
  }
  const named = digestInfo(algorithm.hash, digest);
  return privateEncrypt({ key: keyObject(key), padding: constants.RSA_PKCS1_PADDING }, named);
}

/** Whether a signature is one of a digest by a key that fits the algorithm. */
export function verifyDigest(
  key: PrivateKey,
  algorithm: SigningAlgorithm,
  digest: Buffer,
  signature: Buffer,
): boolean {
  try {
    if (key.kty === 'EC') return CURVES[key.crv].verify(signature, digest, publicPoint(key), AS_IT_IS);
    if (algorithm.scheme === 'pss') {
      return isPssOf(raised(key, signature, constants.RSA_NO_PADDING), algorithm.hash, digest);
    }
    return raised(key, signature, constants.RSA_PKCS1_PADDING).equals(digestInfo(algorithm.hash, digest));
  } catch {
    // A signature of the wrong length or form is no signature.
    return false;
  }
}

function raised(key: RsaPrivateKey, signature: Buffer, padding: number): Buffer {
  return publicDecrypt({ key: createPublicKey(keyObject(key)), padding }, signature);
}

function modulusBits(key: RsaPrivateKey): number {
  return Buffer.from(key.n, 'base64url').length * 8;
}

function publicPoint(key: EcPrivateKey): Buffer {
  return Buffer.concat([Buffer.from([4]), Buffer.from(key.x, 'base64url'), Buffer.from(key.y, 'base64url')]);
}
