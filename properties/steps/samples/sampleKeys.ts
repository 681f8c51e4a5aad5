import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { JsonObject } from '../../../model/json.ts';

/** An RSA key of 2,048 bits to import, as a JSON Web Key; made at its first use and the same for the whole run. */
export const RSA_KEY: () => JsonObject = once(
  () => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey,
);

/** A key of the curve P-256 to import, as a JSON Web Key; made at its first use and the same for the whole run. */
export const EC_KEY: () => JsonObject = once(
  () => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey,
);

function once(make: () => KeyObject): () => JsonObject {
  let key: JsonObject | undefined;
  return () => {
    key ??= { ...(make().export({ format: 'jwk' }) as JsonObject) };
    return key;
  };
}
