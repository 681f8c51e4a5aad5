import { readFileSync } from 'node:fs';
import { type Address, isLoopback, parseAddress } from '../rest/address.ts';
import type { Caller } from '../rest/caller.ts';
import type { Trust } from '../rest/connector.ts';
import { createRestCaller } from '../rest/restCaller.ts';
import { commandToken } from '../rest/token/commandToken.ts';
import { environmentToken } from '../rest/token/environmentToken.ts';
import { identityToken, vaultScope } from '../rest/token/identityToken.ts';
import type { TokenSource } from '../rest/token/tokenSource.ts';
import { createTransport, type Transport } from '../rest/transport.ts';
import { createLateSdkCaller } from '../sdk/lateSdkCaller.ts';
import { TargetTrouble } from '../targetTrouble.ts';
import type { TargetOptions } from './targetOptions.ts';

/** The `api-version` that is sent unless another is asked for: every target known takes it. */
const DEFAULT_API_VERSION = '7.4';

/** What a preset knows beforehand of how to connect. */
export interface ConnectionDefaults {
  /** The base URL that the target has been found to have. */
  readonly url: URL;
  /** Where connections go unless the options say; absent to go where URLs say. */
  readonly connect?: Address;
  /** Certificates to trust unless the options say, PEM. */
  readonly ca?: string;
  /** Whether its certificate is its own, so that none is asked for on loopback. */
  readonly selfSigned?: boolean;
  /** Where tokens come from unless the options say. */
  readonly tokens: TokenSource;
  /** Where the tokens of callers come from that commands name, as soon as they are known. */
  readonly principals?: ReadonlyMap<string, TokenSource>;
  /** Whether it may be the service itself, so that a token in the environment is meant for it. */
  readonly real?: boolean;
}

/** An open way to a target. */
export interface Connection {
  readonly transport: Transport;
  readonly caller: Caller;
  /** Another way, trusted as much, to an address of its own: the target's identity platform. */
  to(address: Address): Transport;
  /** Whether the target is on this machine. */
  readonly loopback: boolean;
}

/**
 * Opens the way to a target. Nothing is sent yet.
 * @throws TargetTrouble (usage) when options do not fit
 */
export function openConnection(options: TargetOptions, defaults: ConnectionDefaults): Connection {
  if (options.host !== undefined && !/^[\w.[\]:-]+$/.test(options.host)) {
    throw new TargetTrouble('usage', `"${options.host}" is not a host to send: write NAME or NAME:PORT`);
  }
  const connect = options.connect === undefined ? defaults.connect : parseAddress(options.connect);
  const loopback = isLoopback(connect?.host ?? defaults.url.hostname);
  const tokens = chosenTokens(options, defaults, loopback);
  const timeout = options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs };
  const trust = { ...trustOf(options, defaults, loopback), ...timeout };
  const transport = createTransport({ ...trust, ...(connect && { connect }) });
  const { principals } = defaults;
  const calls = {
    transport,
    tokens,
    ...(principals && { principals }),
    apiVersion: options.apiVersion ?? DEFAULT_API_VERSION,
  };
  const caller = options.client === 'sdk' ? createLateSdkCaller(calls) : createRestCaller(calls);
  return { transport, caller, loopback, to: (address) => createTransport({ ...trust, connect: address }) };
}

function trustOf(options: TargetOptions, defaults: ConnectionDefaults, loopback: boolean): Trust {
  if (options.insecure) return { insecure: true };
  if (options.ca !== undefined) return { ca: readCertificates(options.ca) };
  if (defaults.ca !== undefined) return { ca: defaults.ca };
  return defaults.selfSigned && loopback ? { insecure: true } : {};
}

function readCertificates(file: string): string {
  let pem: string;
  try {
    pem = readFileSync(file, 'utf8');
  } catch (error) {
    const why = error instanceof Error ? (/^E\w+: (.*?)(,|$)/.exec(error.message)?.[1] ?? error.message) : '';
    throw new TargetTrouble('usage', `the certificate file ${file} cannot be read: ${why}`, { cause: error });
  }
  if (pem.includes('-----BEGIN CERTIFICATE-----')) return pem;
  throw new TargetTrouble('usage', `the file ${file} holds no certificate in PEM form`);
}

/** A real token is worth stealing, so it never leaves this machine unencrypted. */
function chosenTokens(options: TargetOptions, defaults: ConnectionDefaults, loopback: boolean): TokenSource {
  const given = givenTokens(options, defaults);
  if (given && defaults.url.protocol === 'http:' && !loopback) {
    throw new TargetTrouble(
      'usage',
      `${given.what} is not sent to ${defaults.url.origin}: a token goes to other machines over https only`,
    );
  }
  return given ?? defaults.tokens;
}

function givenTokens(options: TargetOptions, { url, real }: ConnectionDefaults): TokenSource | undefined {
  if (options.tokenCommand !== undefined) return commandToken(options.tokenCommand);
  if (options.identity) return identityToken(vaultScope(url.hostname));
  return real ? environmentToken(options.environment ?? process.env) : undefined;
}
