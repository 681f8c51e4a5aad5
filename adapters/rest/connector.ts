import { buildConnector } from 'undici';
import type { Address } from './address.ts';

/** How far a server's certificate is trusted. */
export interface Trust {
  /** Certificates of the authorities to trust instead of the system's, PEM. */
  readonly ca?: string;
  /** Take any certificate. */
  readonly insecure?: boolean;
}

/** No connection came about, so no request was sent; `cause` says why. */
export class ConnectFailure extends Error {
  override readonly name = 'ConnectFailure';
}

/**
 * Opens connections for undici. With an address, every connection goes there, while the certificate's name (SNI) and
 * the Host header stay those of the URL: a vault's host name need not resolve.
 * @param timeoutMs milliseconds a connection may take, its TLS handshake included
 */
export function createConnector(
  trust: Trust,
  timeoutMs: number,
  address?: Address,
): buildConnector.connector {
  const connect = buildConnector({
    allowH2: false,
    timeout: timeoutMs,
    rejectUnauthorized: trust.insecure !== true,
    ...(trust.ca !== undefined && { ca: trust.ca }),
  });
  return (options, callback) => {
    const target = address ? redirected(options, address) : options;
    connect(target, (...args) => {
      const [error] = args;
      if (error) callback(new ConnectFailure(error.message, { cause: error }), null);
      else callback(...args);
    });
  };
}

function redirected(options: buildConnector.Options, address: Address): buildConnector.Options {
  // An IP address cannot be asked for by SNI; the certificate is then checked against the address connected to.
  const name = options.servername ?? options.hostname;
  const servername = /^[\d.]+$|:/.test(name) ? undefined : name;
  const { servername: _, ...rest } = options;
  return { ...rest, hostname: address.host, port: String(address.port), ...(servername && { servername }) };
}
