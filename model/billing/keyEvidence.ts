import type { ObjectView } from '../answer.ts';
import type { Command } from '../command.ts';
import type { Fields } from '../fields.ts';
import type { Json } from '../json.ts';
import type { KeyType } from './keyType.ts';

/** What one answer tells of the type of the version that it shows. */
export interface KeyEvidence {
  readonly protection?: KeyType['protection'];
  readonly price?: KeyType['price'];
  /** Where no size is told: that the service chose it, or that it is that of the version before. */
  readonly size?: 'default' | 'as-before';
}

/** Bytes of a modulus of 2048 bits with a leading zero. */
const SMALL_MODULUS = 257;

const TYPES: Readonly<Record<string, KeyEvidence>> = {
  RSA: { protection: 'software' },
  'RSA-HSM': { protection: 'hsm' },
  EC: { protection: 'software', price: 'advanced' },
  'EC-HSM': { protection: 'hsm', price: 'advanced' },
};

/** Reads the type of a key from an answer that shows it and from what was asked. */
export function keyEvidence(command: Command, { fields }: ObjectView): KeyEvidence {
  const type = TYPES[String(fields.kty)];
  if (type === undefined || type.price !== undefined) return type ?? {};
  const price = priceOfModulus(fields.n) ?? priceOfRequest(command);
  if (price !== undefined) return { ...type, price };
  if (command.op === 'rotate') return { ...type, size: 'as-before' };
  const isDefault =
    command.op === 'create' && isFields(command.input) && command.input.key_size === undefined;
  return isDefault ? { ...type, size: 'default' } : type;
}

/** What the request says of an RSA key that is made or imported. */
function priceOfRequest(command: Command): KeyType['price'] {
  if ((command.op !== 'create' && command.op !== 'import') || !isFields(command.input)) return undefined;
  const { key_size: size, key } = command.input;
  if (typeof size === 'number') return size <= 2048 ? 'rsa2048' : 'advanced';
  return isFields(key) ? priceOfModulus(key.n) : undefined;
}

/** What a modulus in base64url says; nothing where a recorder put something else in its place. */
function priceOfModulus(modulus: Json | undefined): KeyType['price'] {
  if (typeof modulus !== 'string' || !/^[\w-]{86,}={0,2}$/.test(modulus)) return undefined;
  const bytes = Math.floor((modulus.replace(/=+$/, '').length * 6) / 8);
  return bytes <= SMALL_MODULUS ? 'rsa2048' : 'advanced';
}

function isFields(value: Json | undefined): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
