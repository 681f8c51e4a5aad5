import type { Pattern } from '../../pattern/pattern.ts';

/** ER-22: a disabled key decrypts, signs and unwraps nothing. */
export function keyDisabled(): Pattern {
  return forbidden('KeyDisabled', /^Operation \w+ is not allowed on a disabled key\.?$/);
}

/** ER-23: an operation that is not among the key's `key_ops`. */
export function keyOperationForbidden(): Pattern {
  return forbidden('KeyOperationForbidden', /^Operation \w+ is not permitted on this key\.$/);
}

/** A release whose attestation is not accepted. */
export function accessDenied(): Pattern {
  return forbidden('AccessDenied', /^Target environment attestation statement cannot be verified\.$/);
}

/** A hardware key in a vault of the standard tier. */
export function hardwareKeysNotSupported(): Pattern {
  return forbidden('HardwareKeysNotSupported', /^Hardware key operation not allowed on standard vault$/);
}

function forbidden(inner: string, message: RegExp): Pattern {
  return { status: [403], refusal: { codes: ['Forbidden'], inner: [inner], messages: [message] } };
}
