import { generateKeyPairSync } from 'node:crypto';
import type { KeyShape } from '../keyType.ts';
import { fromNodeJwk, nodeCurve } from './nodeJwk.ts';
import type { PrivateKey } from './privateKey.ts';
import { newQuickRsaKey } from './quickRsaKeys.ts';
import { newRsaKey } from './rsaKey.ts';

/**
 * A new private key of a shape.
 * @param quick whether RSA keys may share factors with others, which makes them many times faster and worthless.
 */
export async function newKey(shape: KeyShape, quick: boolean): Promise<PrivateKey> {
  if (shape.family === 'RSA') return quick ? newQuickRsaKey(shape.bits) : newRsaKey(shape.bits);
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: nodeCurve(shape.curve) });
  return fromNodeJwk(privateKey.export({ format: 'jwk' }));
}
