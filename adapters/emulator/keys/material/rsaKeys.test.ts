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
import { shapeOf } from './privateKey.ts';
import { newRsaKey } from './rsaKeys.ts';

it('should make keys of the full length that work, each different from all before', async () => {
  const keys = await Promise.all(Array.from({ length: 30 }, () => newRsaKey(2048)));
  expect(new Set(keys.map(({ n }) => n)).size).toBe(30);
  for (const key of keys) {
    const secret = keyObject(key);
    expect(secret.asymmetricKeyDetails).toEqual({ modulusLength: 2048, publicExponent: 65_537n });
    const message = createHash('sha256').update(key.n).digest();
    expect(verify('sha256', message, createPublicKey(secret), sign('sha256', message, secret))).toBe(true);
    const padding = constants.RSA_PKCS1_OAEP_PADDING;
    const cipher = publicEncrypt({ key: createPublicKey(secret), padding }, message);
    expect(privateDecrypt({ key: secret, padding }, cipher)).toEqual(message);
  }
});

it.each([3072, 4096])('should make keys of %i bits', async (bits) => {
  const key = await newRsaKey(bits);
  expect(shapeOf(key)).toEqual({ family: 'RSA', bits });
  expect(keyObject(key).asymmetricKeyDetails?.modulusLength).toBe(bits);
});
