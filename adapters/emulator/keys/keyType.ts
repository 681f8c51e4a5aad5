import type { MeterClass } from '../metering/meterClass.ts';

/** The kinds of keys that a vault makes; those of an HSM need a premium vault. */
export const KEY_TYPES = ['RSA', 'RSA-HSM', 'EC', 'EC-HSM'] as const;

/** A kind of key. */
export type KeyType = (typeof KEY_TYPES)[number];

/** Bits of the moduli that a vault makes. */
export const RSA_SIZES = [2048, 3072, 4096] as const;

/** The curves that a vault makes keys on. */
export const CURVES = ['P-256', 'P-384', 'P-521', 'P-256K'] as const;

/** A curve, as Key Vault calls it. */
export type Curve = (typeof CURVES)[number];

/** What a key is made of: an RSA modulus of so many bits, or a curve. */
export type KeyShape =
  | { readonly family: 'RSA'; readonly bits: number }
  | { readonly family: 'EC'; readonly curve: Curve };

/** Whether keys of this kind are kept in an HSM. */
export function isHsm(kty: KeyType): boolean {
  return kty.endsWith('-HSM');
}

/** How operations on keys of a shape are billed (BL-05). */
export function meterClassOf(shape: KeyShape): MeterClass {
  return shape.family === 'RSA' && shape.bits <= 2048 ? 'operations' : 'advancedKeyOperations';
}
