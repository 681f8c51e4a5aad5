import type { KeyUse, UseCommand } from '../../command.ts';
import type { Facts } from '../../world/facts.ts';

/** Algorithms that every key of a type has, by use. */
const ALGORITHMS: Readonly<Record<'RSA' | 'EC', Readonly<Partial<Record<KeyUse, readonly string[]>>>>> = {
  RSA: {
    encrypt: ['RSA-OAEP', 'RSA-OAEP-256', 'RSA1_5'],
    wrapKey: ['RSA-OAEP', 'RSA-OAEP-256', 'RSA1_5'],
    sign: ['RS256', 'PS256'],
    verify: ['RS256', 'PS256'],
  },
  EC: { sign: ['ES256'], verify: ['ES256'] },
};

/**
 * Whether a use is asked for in a way that the key must serve: with an algorithm of its type. What was encrypted
 * elsewhere, or with another version, may always fail to decrypt.
 */
export function isWellFormed({ use, input }: UseCommand, { kty, crv }: Facts): boolean {
  if (input === 'unrecorded' || typeof input.alg !== 'string' || typeof kty !== 'string') return false;
  const type = kty.startsWith('EC') ? 'EC' : 'RSA';
  if (type === 'EC' && crv !== 'P-256') return false;
  return ALGORITHMS[type][use]?.includes(input.alg) ?? false;
}
