import { generateKeyPair } from 'node:crypto';
import { fromNodeJwk } from './nodeJwk.ts';
import type { RsaPrivateKey } from './privateKey.ts';

/** A new RSA key with a public exponent of 65537, as the service has it: 2048 bits take about 0.1 s, 4096 about 0.6 s. */
export function newRsaKey(bits: number): Promise<RsaPrivateKey> {
  return new Promise((resolve, reject) => {
    generateKeyPair('rsa', { modulusLength: bits }, (error, _publicKey, privateKey) => {
      if (error !== null) return reject(error);
      const key = fromNodeJwk(privateKey.export({ format: 'jwk' }));
      return key.kty === 'RSA' ? resolve(key) : reject(new Error(`No RSA key was made of ${bits} bits.`));
    });
  });
}
