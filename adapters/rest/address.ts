import { TargetTrouble } from '../targetTrouble.ts';

/** Where a connection goes, whatever the URL says. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

/**
 * Reads `HOST:PORT` or `[IPV6]:PORT`.
 * @throws TargetTrouble (usage) for anything else
 */
export function parseAddress(text: string): Address {
  const match = /^(?:\[([0-9a-fA-F:.]+)\]|([^:[\]/\s]+)):(\d{1,5})$/.exec(text);
  const host = match?.[1] ?? match?.[2];
  const port = Number(match?.[3]);
  if (host === undefined || !(port >= 1 && port <= 65_535)) {
    throw new TargetTrouble(
      'usage',
      `"${text}" is not an address to connect to: write HOST:PORT, as in 127.0.0.1:8443`,
    );
  }
  return { host, port };
}

/** Whether a host can only be this machine. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase();
  return (
    bare === 'localhost' || bare.endsWith('.localhost') || bare === '::1' || /^127(\.\d{1,3}){3}$/.test(bare)
  );
}
