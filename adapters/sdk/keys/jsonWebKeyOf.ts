import type { JsonWebKey, KeyOperation, KeyReleasePolicy, KeyType } from '@azure/keyvault-keys';
import type { Json } from '../../../model/json.ts';
import { given } from '../given.ts';
import { bytesOf, flagOf, membersOf, textOf, textsOf } from '../typedField.ts';

/** A key to import (RFC 7517) in the form that the library wants: its numbers as bytes. */
export function jsonWebKeyOf(field: Json | undefined): JsonWebKey {
  const { kid, kty, key_ops, crv, n, e, d, dp, dq, qi, p, q, k, x, y, key_hsm } = membersOf(field);
  const told = {
    kid: textOf(kid),
    kty: textOf(kty) as KeyType | undefined,
    keyOps: keyOperationsOf(key_ops),
    crv: textOf(crv),
    t: bytesOf(key_hsm),
  };
  const numbers = Object.entries({ n, e, d, dp, dq, qi, p, q, k, x, y });
  return {
    ...given(told),
    ...given(Object.fromEntries(numbers.map(([name, value]) => [name, bytesOf(value)]))),
  };
}

/** What a key may be used for. */
export function keyOperationsOf(field: Json | undefined): KeyOperation[] | undefined {
  return textsOf(field);
}

/** Who may have a key released. */
export function releasePolicyOf(field: Json | undefined): KeyReleasePolicy | undefined {
  if (field === undefined) return undefined;
  const { contentType, data, immutable } = membersOf(field);
  return given({
    contentType: textOf(contentType),
    encodedPolicy: bytesOf(data),
    immutable: flagOf(immutable),
  });
}
