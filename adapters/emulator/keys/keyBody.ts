import { invalidProperty } from '../errors/invalidProperty.ts';
import {
  given,
  isBoolean,
  isStrings,
  type Json,
  type ObjectProperties,
  readObjectProperties,
  section,
} from '../objects/objectBody.ts';
import { CURVES, KEY_TYPES, type KeyShape, type KeyType, RSA_SIZES } from './keyType.ts';
import { type ReleasePolicy, readReleasePolicy } from './releasePolicy.ts';

/** What a client may say about a version besides what it is made of. Undefined where it says nothing, or null. */
export interface KeyProperties extends ObjectProperties {
  readonly keyOps: readonly string[] | undefined;
  readonly exportable: boolean | undefined;
  readonly releasePolicy: ReleasePolicy | undefined;
}

const LONGEST_TAG = 256;

/** What keys may be used for; `import` is for keys that wrap others on their way into an HSM. */
const RSA_OPS: readonly string[] = ['encrypt', 'decrypt', 'sign', 'verify', 'wrapKey', 'unwrapKey'];
const EC_OPS: readonly string[] = ['sign', 'verify'];
const FURTHER_OPS: readonly string[] = ['import', 'export'];

/** The kind of key that a create asks for. Throws the service's 400 for any that a vault does not make, `oct-HSM` among them. */
export function readKeyType(body: Json): KeyType {
  const kty = KEY_TYPES.find((known) => known === body.kty);
  if (kty === undefined) throw invalidProperty();
  return kty;
}

/** What the key of a create is to be made of: 2048 bits or P-256 unless the body says otherwise. Throws a 400 for any other size or curve. */
export function readShape(body: Json, kty: KeyType): KeyShape {
  if (kty.startsWith('RSA')) {
    const size = body.key_size ?? RSA_SIZES[0];
    const bits = RSA_SIZES.find((known) => known === size);
    if (bits === undefined) throw invalidProperty();
    return { family: 'RSA', bits };
  }
  const name = body.crv ?? CURVES[0];
  const curve = CURVES.find((known) => known === name);
  if (curve === undefined) throw invalidProperty();
  return { family: 'EC', curve };
}

/**
 * The properties in the body of a create, an import or an update. Throws a 400 for values that the service would not take.
 * @param keyOps where the body has them: beside the attributes, or in the key.
 */
export function readKeyProperties(body: Json, keyOps: unknown = body.key_ops): KeyProperties {
  return {
    ...readObjectProperties(body, LONGEST_TAG),
    keyOps: readKeyOps(keyOps),
    exportable: given(section(body.attributes).exportable, isBoolean),
    releasePolicy: readReleasePolicy(body),
  };
}

/** What a key is used for when nobody says. */
export function usualOps(kty: KeyType): readonly string[] {
  return kty.startsWith('RSA') ? RSA_OPS : EC_OPS;
}

function readKeyOps(value: unknown): readonly string[] | undefined {
  const ops = given(value, isStrings);
  if (ops === undefined || ops.length === 0) return undefined;
  if (!ops.every((op) => RSA_OPS.includes(op) || FURTHER_OPS.includes(op))) throw invalidProperty();
  return [...new Set(ops)];
}
