import { constants, createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { expect, it } from 'vitest';
import { newKey } from '../material/newKey.ts';
import { keyObject } from '../material/nodeJwk.ts';
import { SIGNING, type SigningAlgorithm } from './algorithms.ts';
import { signDigest, verifyDigest } from './digestSignature.ts';

const MESSAGE = Buffer.from('a message');

/** How node:crypto calls the same way of signing a message. */
function sameInNode(key: KeyObject, { scheme }: SigningAlgorithm): Parameters<typeof sign>[2] {
  if (scheme === 'ecdsa') return { key, dsaEncoding: 'ieee-p1363' };
  if (scheme === 'pkcs1') return { key };
  return { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST };
}

it.each([...SIGNING])(
  'should sign digests with %s as others sign messages, and tell good signatures from bad ones',
  async (_name, algorithm) => {
    const key = await newKey(
      algorithm.scheme === 'ecdsa' ? { family: 'EC', curve: algorithm.curve } : { family: 'RSA', bits: 2048 },
      true,
    );
    const secret = keyObject(key);
    const digest = createHash(algorithm.hash).update(MESSAGE).digest();
    const signature = signDigest(key, algorithm, digest);
    const publicKey = sameInNode(createPublicKey(secret), algorithm) as Parameters<typeof verify>[2];
    expect(verify(algorithm.hash, MESSAGE, publicKey, signature)).toBe(true);
    const others = sign(algorithm.hash, MESSAGE, sameInNode(secret, algorithm));
    expect(verifyDigest(key, algorithm, digest, others)).toBe(true);
    const otherDigest = createHash(algorithm.hash).update('another').digest();
    expect(verifyDigest(key, algorithm, otherDigest, others)).toBe(false);
    const broken = Buffer.from(signature);
    broken.writeUInt8(broken.readUInt8(20) ^ 1, 20);
    for (const wrong of [broken, signature.subarray(1), Buffer.alloc(0), Buffer.alloc(signature.length)]) {
      expect(verifyDigest(key, algorithm, digest, wrong)).toBe(false);
    }
  },
);
