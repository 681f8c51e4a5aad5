import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import type { TargetOptions } from '../../adapters/targets/targetOptions.ts';
import { UsageError } from '../usageError.ts';

/** Adds the options that say how a target is reached. */
export function addTargetOptions(command: Command): Command {
  return command
    .option('--target <name>', 'what to judge: a name that `targets` lists, or a URL', 'embedded')
    .option('--url <url>', 'where the target answers, unless at its usual address')
    .option('--vault <name>', 'name or URL of the vault, for the target azure')
    .option('--connect <host:port>', 'connect there, whatever the URL says: vault host names may not resolve')
    .option('--host <authority>', 'send this as Host')
    .option('--ca <file>', 'trust the certificates in this PEM file')
    .option('--insecure', 'take any certificate')
    .option(
      '--token-command <command>',
      'shell command that prints a bearer token; for azure and URLs the variable KEYVAULT_CONFORMANCE_TOKEN may hold one',
    )
    .option('--identity', "take tokens from Azure's DefaultAzureCredential")
    .option('--api-version <version>', 'the api-version to send, from 7.1 on', apiVersion, '7.4')
    .option('--timeout <seconds>', 'how long one call may take', timeout, 30)
    .option('--client <client>', 'speak plain REST, or through the Azure SDK: rest or sdk', 'rest')
    .option('--prefix <text>', 'what names begin with in a vault that others use')
    .option(
      '--settle <mode>',
      'embedded only: deletions take effect at once (none) or take their time (real)',
      'none',
    );
}

/** What commander makes of the options above. */
export interface TargetFlags {
  readonly target: string;
  readonly url?: string;
  readonly vault?: string;
  readonly connect?: string;
  readonly host?: string;
  readonly ca?: string;
  readonly insecure?: boolean;
  readonly tokenCommand?: string;
  readonly identity?: boolean;
  readonly apiVersion: string;
  readonly timeout: number;
  readonly client: string;
  readonly prefix?: string;
  readonly settle: string;
}

/**
 * The options for a target's preset.
 * @throws UsageError for a value that an option does not have
 */
export function targetOptionsOf(flags: TargetFlags, seed: number): TargetOptions {
  const { target, timeout, client, settle, ...rest } = flags;
  if (client !== 'rest' && client !== 'sdk') throw new UsageError(`--client is rest or sdk, not "${client}"`);
  if (settle !== 'none' && settle !== 'real') {
    throw new UsageError(`--settle is none or real, not "${settle}"`);
  }
  const isUrl = /^https?:\/\//i.test(target);
  return { ...picked(rest), ...(isUrl && { url: target }), timeoutMs: timeout * 1000, client, settle, seed };
}

function picked(flags: Omit<TargetFlags, 'target' | 'timeout' | 'client' | 'settle'>): TargetOptions {
  const { url, vault, connect, host, ca, insecure, tokenCommand, identity, apiVersion, prefix } = flags;
  return {
    ...(url !== undefined && { url }),
    ...(vault !== undefined && { vault }),
    ...(connect !== undefined && { connect }),
    ...(host !== undefined && { host }),
    ...(ca !== undefined && { ca }),
    ...(insecure !== undefined && { insecure }),
    ...(tokenCommand !== undefined && { tokenCommand }),
    ...(identity !== undefined && { identity }),
    ...(prefix !== undefined && { prefix }),
    apiVersion,
  };
}

/** No call takes a day, and timers cannot wait for more than 24. */
const LONGEST_CALL_S = 86_400;

function timeout(text: string): number {
  const value = seconds(text);
  if (value <= LONGEST_CALL_S) return value;
  throw new InvalidArgumentError(`It is a number of seconds of at most ${LONGEST_CALL_S}.`);
}

/** What of api-versions is judged: those before 7.1 do not tell how long what is deleted is kept (LM-07). */
function apiVersion(text: string): string {
  if (/^(7\.[1-9]\d*|20[2-9]\d-\d\d-\d\d)(-preview(\.\d+)?)?$/.test(text)) return text;
  throw new InvalidArgumentError('It is one from 7.1 on, such as 7.4 or 2025-07-01.');
}

/** A number of seconds above 0. */
export function seconds(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value <= 0) {
    throw new InvalidArgumentError('It is a number of seconds above 0.');
  }
  return value;
}
