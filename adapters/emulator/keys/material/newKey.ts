import { generateKeyPairSync } from 'node:crypto';
import type { KeyShape } from '../keyType.ts';
import { fromNodeJwk, nodeCurve } from './nodeJwk.ts';
import type { PrivateKey } from './privateKey.ts';
import { newRsaKey } from './rsaKeys.ts';

/** A new private key of a shape. */
export async function newKey(shape: KeyShape): Promise<PrivateKey> {
  if (shape.family === 'RSA') return newRsaKey(shape.bits);
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: nodeCurve(shape.curve) });
  return fromNodeJwk(privateKey.export({ format: 'jwk' }));
}
