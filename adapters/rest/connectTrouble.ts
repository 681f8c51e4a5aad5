import { TargetTrouble } from '../targetTrouble.ts';
import type { ConnectFailure } from './connector.ts';
import { described } from './lostReply.ts';

/** What OpenSSL and Node call a certificate that is not accepted. */
const CERTIFICATE_CODES =
  /^(CERT_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|ERR_TLS_CERT|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE)/;

/** What a server says that does not speak TLS, or not as we do. */
const PROTOCOL_CODES = /^(ERR_SSL_|EPROTO)/;

/** Whether trying again may help: not when the other side's certificate or protocol is wrong. */
export function isTemporary(failure: ConnectFailure): boolean {
  const { code } = described(failure.cause);
  return !CERTIFICATE_CODES.test(code) && !PROTOCOL_CODES.test(code);
}

/** Says why no connection came about, and the way out. */
export function connectTrouble(failure: ConnectFailure, origin: string): TargetTrouble {
  const { code, message } = described(failure.cause);
  const cause = { cause: failure };
  if (CERTIFICATE_CODES.test(code)) {
    return new TargetTrouble(
      'certificate',
      `${origin}: its certificate is not accepted (${message}). Give the authority's certificate with --ca FILE, or take any with --insecure.`,
      cause,
    );
  }
  if (PROTOCOL_CODES.test(code)) {
    return new TargetTrouble(
      'unreachable',
      `${origin}: no TLS connection (${message}). Perhaps it speaks plain HTTP: then write http:// in its URL.`,
      cause,
    );
  }
  const why = code === 'ENOTFOUND' ? 'the host name does not resolve' : message || code || failure.message;
  return new TargetTrouble(
    'unreachable',
    `${origin}: no connection (${why}). Is the target started, and is the address right? A host name that does not resolve can be given an address with --connect HOST:PORT.`,
    cause,
  );
}
