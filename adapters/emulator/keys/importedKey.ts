import { createPrivateKey, type JsonWebKey } from 'node:crypto';
import { badParameter } from '../errors/badParameter.ts';
import { isString, type Json } from '../objects/objectBody.ts';
import { RSA_SIZES } from './keyType.ts';
import { fromNodeJwk } from './material/nodeJwk.ts';
import { type PrivateKey, shapeOf } from './material/privateKey.ts';

/** What the JSON Web Key of an import holds. */
export interface ImportedKey {
  readonly key: PrivateKey;
  /** Whether its `kty` says that it is to be kept in an HSM. */
  readonly hsm: boolean;
}

/** Reads the JSON Web Key of an import. Throws the service's 400 when it is no private key that a vault takes. */
export function readImportedKey(value: unknown): ImportedKey {
  if (typeof value !== 'object' || value === null) throw notAKey();
  const given: Json = { ...value };
  if (!isString(given.kty)) throw notAKey();
  const hsm = given.kty.endsWith('-HSM');
  const jwk: JsonWebKey = {
    ...given,
    kty: given.kty.replace(/-HSM$/, ''),
    ...(given.crv === 'P-256K' && { crv: 'secp256k1' }),
  };
  const key = parse(jwk);
  const shape = shapeOf(key);
  if (shape.family === 'RSA' && !RSA_SIZES.some((bits) => bits === shape.bits)) throw notAKey();
  return { key, hsm };
}

function parse(jwk: JsonWebKey): PrivateKey {
  try {
    return fromNodeJwk(createPrivateKey({ key: jwk, format: 'jwk' }).export({ format: 'jwk' }));
  } catch {
    throw notAKey();
  }
}

function notAKey(): Error {
  return badParameter('The property "key" must be a valid JsonWebKey object.');
}
