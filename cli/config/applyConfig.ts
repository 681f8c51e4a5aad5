import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Command } from 'commander';
import { UsageError } from '../usageError.ts';

/** The config file that is read when none is named and it is there. */
const USUAL_FILE = 'keyvault-conformance.config.ts';

/**
 * Takes options from the config file where the command line does not give them.
 * @throws UsageError when the file cannot be read or holds an option that there is not
 */
export async function applyConfig(command: Command): Promise<void> {
  const named: unknown = command.opts().config;
  const file = typeof named === 'string' ? named : USUAL_FILE;
  if (typeof named !== 'string' && !existsSync(file)) return;
  for (const [name, value] of Object.entries(await load(file))) {
    const option = command.options.find((other) => other.attributeName() === name);
    if (!option || name === 'config')
      throw new UsageError(`${file}: there is no option "${name}"; see \`${command.name()} --help\``);
    const parsed = parse(file, option, value);
    if (command.getOptionValueSource(name) === 'cli') continue;
    command.setOptionValueWithSource(name, parsed, 'config');
  }
}

async function load(file: string): Promise<object> {
  const path = resolve(file);
  if (!existsSync(path)) throw new UsageError(`--config ${file}: there is no such file`);
  if (!/\.[cm]?[jt]s$/.test(path)) {
    throw new UsageError(`--config ${file}: a config file is a module in TypeScript or JavaScript`);
  }
  const module: { readonly default?: unknown } = await import(pathToFileURL(path).href).catch(
    (error: unknown) => {
      throw new UsageError(
        `${file} cannot be loaded: ${error instanceof Error ? error.message : String(error)}`,
      );
    },
  );
  if (typeof module.default === 'object' && module.default !== null) return module.default;
  throw new UsageError(`${file}: has no default export; write \`export default defineConfig({ ... })\``);
}

function parse(file: string, option: Command['options'][number], value: unknown): unknown {
  if (option.isBoolean()) {
    if (typeof value === 'boolean') return value;
    throw new UsageError(`${file}: ${option.attributeName()} is true or false`);
  }
  if (typeof value !== 'string' && typeof value !== 'number') {
    throw new UsageError(`${file}: ${option.attributeName()} is a text or a number`);
  }
  if (!option.parseArg) return String(value);
  try {
    return option.parseArg(String(value), undefined);
  } catch (error) {
    throw new UsageError(
      `${file}: ${option.attributeName()}: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
