import { createHash, randomBytes } from 'node:crypto';
import { digestLength, type Hash } from './algorithms.ts';

/** The last byte of every encoded message (RFC 8017, 9.1.1). */
const TRAILER = 0xbc;

/**
 * A digest as PSS signs it: EMSA-PSS with a salt as long as the digest and MGF1 of the same hash (RFC 8017, 9.1.1).
 * node:crypto signs messages with PSS, but not digests.
 * @param bits of the modulus; a multiple of eight.
 */
export function encodePss(
  hash: Hash,
  digest: Buffer,
  bits: number,
  salt: Buffer = randomBytes(digestLength(hash)),
): Buffer {
  const seal = sealOf(hash, digest, salt);
  const length = bits / 8 - seal.length - 1;
  const block = Buffer.concat([Buffer.alloc(length - salt.length - 1), Buffer.from([1]), salt]);
  return Buffer.concat([masked(block, hash, seal), seal, Buffer.from([TRAILER])]);
}

/** Whether a message is the PSS encoding of a digest, with a salt as long as the digest (RFC 8017, 9.1.2). */
export function isPssOf(encoded: Buffer, hash: Hash, digest: Buffer): boolean {
  const seal = encoded.subarray(encoded.length - digest.length - 1, -1);
  const block = masked(encoded.subarray(0, encoded.length - digest.length - 1), hash, seal);
  const salt = block.subarray(block.length - digest.length);
  return encodePss(hash, digest, encoded.length * 8, salt).equals(encoded);
}

/** The hash that ties digest and salt together. */
function sealOf(hash: Hash, digest: Buffer, salt: Buffer): Buffer {
  return createHash(hash).update(Buffer.alloc(8)).update(digest).update(salt).digest();
}

/** A block under the mask that a seed makes, with its highest bit cleared; masking twice gives the block back. */
function masked(block: Buffer, hash: Hash, seed: Buffer): Buffer {
  const mask: Buffer[] = [];
  for (let counter = 0; counter * digestLength(hash) < block.length; counter += 1) {
    const number = Buffer.alloc(4);
    number.writeUInt32BE(counter);
    mask.push(createHash(hash).update(seed).update(number).digest());
  }
  const stream = Buffer.concat(mask);
  const result = block.map((byte, place) => byte ^ (stream[place] ?? 0));
  result[0] = (result[0] ?? 0) & 0x7f;
  return Buffer.from(result);
}
