import { createPrivateKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import type { Curve } from '../keyType.ts';
import type { PrivateKey } from './privateKey.ts';

/** The name by which node:crypto knows a curve, also in JSON Web Keys. */
export function nodeCurve(curve: Curve): string {
  return curve === 'P-256K' ? 'secp256k1' : curve;
}

/** A private key of ours from one that node:crypto wrote. Throws an error for a kind of key that a vault does not take. */
export function fromNodeJwk(jwk: JsonWebKey): PrivateKey {
  const { kty, crv, x, y, d, n, e, p, q, dp, dq, qi } = jwk;
  if (kty === 'EC' && x && y && d && crv) {
    const curve = crv === 'secp256k1' ? 'P-256K' : crv;
    if (curve === 'P-256' || curve === 'P-384' || curve === 'P-521' || curve === 'P-256K') {
      return { kty, crv: curve, x, y, d };
    }
  }
  if (kty === 'RSA' && n && e && d && p && q && dp && dq && qi) return { kty, n, e, d, p, q, dp, dq, qi };
  throw new Error('A vault takes private RSA keys and private keys on P-256, P-384, P-521 and P-256K alone.');
}

const CACHE = new WeakMap<PrivateKey, KeyObject>();

/** A private key as node:crypto works with it. */
export function keyObject(key: PrivateKey): KeyObject {
  const known = CACHE.get(key);
  if (known !== undefined) return known;
  const jwk = key.kty === 'EC' ? { ...key, crv: nodeCurve(key.crv) } : { ...key };
  const made = createPrivateKey({ key: jwk, format: 'jwk' });
  CACHE.set(key, made);
  return made;
}
