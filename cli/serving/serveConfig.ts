import { readFileSync } from 'node:fs';
import { parse, YAMLParseError } from 'yaml';
import type { EmulatorOptions } from '../../adapters/emulator/emulatorOptions.ts';
import { explainFileFault } from '../../reports/files/fileError.ts';
import { UsageError } from '../usageError.ts';

/** What a config file of `serve` may say; what the command line has options for is not among it. */
export type ServeConfig = Pick<
  EmulatorOptions,
  | 'vaults'
  | 'principals'
  | 'undeletableSubscriptions'
  | 'clientSecret'
  | 'tokenSeconds'
  | 'vaultSuffix'
  | 'softDeleteOptOut'
  | 'emptyDeletedVault'
>;

/** The fields, and whether each is a list, a number or a text. What is in them the emulator itself looks at. */
const FIELDS: Readonly<Record<keyof ServeConfig, 'list' | 'number' | 'text'>> = {
  vaults: 'list',
  principals: 'list',
  undeletableSubscriptions: 'list',
  clientSecret: 'text',
  tokenSeconds: 'number',
  vaultSuffix: 'text',
  softDeleteOptOut: 'text',
  emptyDeletedVault: 'text',
};

/**
 * Reads the config file of `serve`, YAML or JSON.
 * @throws UsageError that names the file and the field, or the line where it is no YAML.
 */
export function readServeConfig(file: string): ServeConfig {
  const config = parsed(file);
  if (config === null || config === undefined) return {};
  if (typeof config !== 'object' || Array.isArray(config)) {
    throw new UsageError(`--config ${file}: it must have fields such as vaults and principals`);
  }
  for (const [field, value] of Object.entries(config)) {
    const wanted = Object.entries(FIELDS).find(([name]) => name === field)?.[1];
    if (wanted === undefined) {
      throw new UsageError(
        `--config ${file}: there is no field "${field}"; there are ${Object.keys(FIELDS).join(', ')}`,
      );
    }
    if (kindOf(value) !== wanted) throw new UsageError(`--config ${file}: ${field} must be a ${wanted}`);
  }
  return config;
}

function parsed(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`--config ${file} cannot be read: ${explainFileFault(error)}`);
  }
  try {
    const value: unknown = parse(text, { prettyErrors: true });
    return value;
  } catch (error) {
    // The parser's message quotes the line, in which a secret may be.
    const line = error instanceof YAMLParseError ? error.linePos?.[0].line : undefined;
    throw new UsageError(
      `--config ${file} is neither YAML nor JSON${line === undefined ? '' : `: see its line ${line}`}`,
    );
  }
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'list';
  return typeof value === 'string' ? 'text' : typeof value;
}
