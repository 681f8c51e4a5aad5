import {
  constants,
  createHash,
  createPublicKey,
  privateDecrypt,
  publicEncrypt,
  sign,
  verify,
} from 'node:crypto';
import { expect, it } from 'vitest';
import { keyObject } from './nodeJwk.ts';
import { type RsaPrivateKey, shapeOf } from './privateKey.ts';
import { newQuickRsaKey } from './quickRsaKeys.ts';
import { newRsaKey } from './rsaKey.ts';

/** Every number that is a factor of one of the keys. */
function factorsOf(keys: readonly RsaPrivateKey[]): Set<string> {
  return new Set(keys.flatMap(({ p, q }) => [p, q]));
}

it.each([
  ['keys', 4, newRsaKey],
  ['quick keys', 30, newQuickRsaKey],
])(
  'should make %s of the full length that work, each different from all before',
  async (_kind, count, make) => {
    const keys = await Promise.all(Array.from({ length: count }, () => make(2048)));
    expect(new Set(keys.map(({ n }) => n)).size).toBe(count);
    for (const key of keys) {
      const secret = keyObject(key);
      expect(secret.asymmetricKeyDetails).toEqual({ modulusLength: 2048, publicExponent: 65_537n });
      const message = createHash('sha256').update(key.n).digest();
      expect(verify('sha256', message, createPublicKey(secret), sign('sha256', message, secret))).toBe(true);
      const padding = constants.RSA_PKCS1_OAEP_PADDING;
      const cipher = publicEncrypt({ key: createPublicKey(secret), padding }, message);
      expect(privateDecrypt({ key: secret, padding }, cipher)).toEqual(message);
    }
  },
);

it.each([3072, 4096])('should make keys of %i bits', async (bits) => {
  for (const key of [await newRsaKey(bits), await newQuickRsaKey(bits)]) {
    expect(shapeOf(key)).toEqual({ family: 'RSA', bits });
    expect(keyObject(key).asymmetricKeyDetails?.modulusLength).toBe(bits);
  }
});

it('should share no factor among keys, and save primes by sharing them among quick ones', async () => {
  const keys = await Promise.all(Array.from({ length: 6 }, () => newRsaKey(2048)));
  expect(factorsOf(keys).size).toBe(12);
  const quick = await Promise.all(Array.from({ length: 30 }, () => newQuickRsaKey(2048)));
  expect(factorsOf(quick).size).toBeLessThan(30);
});
