import type { Curve, KeyShape } from '../keyType.ts';

/** An RSA private key as a JSON Web Key: numbers in base64url. */
export interface RsaPrivateKey {
  readonly kty: 'RSA';
  readonly n: string;
  readonly e: string;
  readonly d: string;
  readonly p: string;
  readonly q: string;
  readonly dp: string;
  readonly dq: string;
  readonly qi: string;
}

/** A private key on a curve as a JSON Web Key, the curve called as Key Vault calls it. */
export interface EcPrivateKey {
  readonly kty: 'EC';
  readonly crv: Curve;
  readonly x: string;
  readonly y: string;
  readonly d: string;
}

/** A private key. It never leaves the emulator but in state files, sealed backups and the secrets of certificates. */
export type PrivateKey = RsaPrivateKey | EcPrivateKey;

/** What a key is made of. */
export function shapeOf(key: PrivateKey): KeyShape {
  return key.kty === 'RSA'
    ? { family: 'RSA', bits: Buffer.from(key.n, 'base64url').length * 8 }
    : { family: 'EC', curve: key.crv };
}
