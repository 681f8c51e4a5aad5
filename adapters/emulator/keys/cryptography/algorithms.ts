import type { Curve } from '../keyType.ts';

/** A hash function that keys sign digests of, as node:crypto calls it. */
export type Hash = 'sha256' | 'sha384' | 'sha512';

/** How an algorithm signs a digest. */
export type SigningAlgorithm =
  | { readonly scheme: 'pkcs1' | 'pss'; readonly hash: Hash }
  | { readonly scheme: 'ecdsa'; readonly hash: Hash; readonly curve: Curve };

/** How an algorithm encrypts a short message. */
export type EncryptionAlgorithm =
  | { readonly scheme: 'pkcs1' }
  | { readonly scheme: 'oaep'; readonly hash: 'sha1' | 'sha256' };

/** The algorithms that keys in a vault sign with, by the names of JSON Web Algorithms. */
export const SIGNING: ReadonlyMap<string, SigningAlgorithm> = new Map<string, SigningAlgorithm>([
  ['RS256', { scheme: 'pkcs1', hash: 'sha256' }],
  ['RS384', { scheme: 'pkcs1', hash: 'sha384' }],
  ['RS512', { scheme: 'pkcs1', hash: 'sha512' }],
  ['PS256', { scheme: 'pss', hash: 'sha256' }],
  ['PS384', { scheme: 'pss', hash: 'sha384' }],
  ['PS512', { scheme: 'pss', hash: 'sha512' }],
  ['ES256', { scheme: 'ecdsa', hash: 'sha256', curve: 'P-256' }],
  ['ES256K', { scheme: 'ecdsa', hash: 'sha256', curve: 'P-256K' }],
  ['ES384', { scheme: 'ecdsa', hash: 'sha384', curve: 'P-384' }],
  ['ES512', { scheme: 'ecdsa', hash: 'sha512', curve: 'P-521' }],
]);

/** The algorithms that keys in a vault encrypt and wrap with. */
export const ENCRYPTION: ReadonlyMap<string, EncryptionAlgorithm> = new Map<string, EncryptionAlgorithm>([
  ['RSA1_5', { scheme: 'pkcs1' }],
  ['RSA-OAEP', { scheme: 'oaep', hash: 'sha1' }],
  ['RSA-OAEP-256', { scheme: 'oaep', hash: 'sha256' }],
]);

const DIGEST_BYTES: Readonly<Record<Hash, number>> = { sha256: 32, sha384: 48, sha512: 64 };

/** Bytes of a digest. */
export function digestLength(hash: Hash): number {
  return DIGEST_BYTES[hash];
}
