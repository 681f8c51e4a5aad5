import type { Hash } from './algorithms.ts';

/** What comes before a digest in its DigestInfo (RFC 8017, 9.2, note 1). */
const PREFIXES: Readonly<Record<Hash, string>> = {
  sha256: '3031300d060960864801650304020105000420',
  sha384: '3041300d060960864801650304020205000430',
  sha512: '3051300d060960864801650304020305000440',
};

/** A digest with the name of its hash function before it, in DER. */
export function digestInfo(hash: Hash, digest: Buffer): Buffer {
  return Buffer.concat([Buffer.from(PREFIXES[hash], 'hex'), digest]);
}
