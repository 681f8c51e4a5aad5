import type { Command } from 'commander';
import { UsageError } from '../usageError.ts';

/** Pairs of options of which one would make the other void, by their names in camel case. */
const EXCLUSIVE: readonly (readonly [string, string])[] = [
  ['insecure', 'ca'],
  ['identity', 'tokenCommand'],
  ['vault', 'url'],
];

/** Options that only some targets take: their ids, `url` for any that is named by its URL. */
const TAKEN_BY: { readonly [option: string]: readonly string[] } = {
  vault: ['azure'],
  prefix: ['azure', 'url'],
  host: ['url', 'pacorreia'],
};

/**
 * Sees to it that the options of a target fit together and the target. What the config file says makes way for what
 * the command line says against it.
 * @param target as the user names it: an id or a URL
 * @throws UsageError for options that contradict each other, or that the target would not heed
 */
export function checkCompatible(command: Command, target: string): void {
  for (const [one, other] of EXCLUSIVE) {
    if (isGiven(command, one) && isGiven(command, other)) settle(command, one, other);
  }
  const isUrl = /^https?:\/\//i.test(target);
  if (isUrl && isGiven(command, 'url') && command.opts().url !== target) settle(command, 'url', 'target');
  for (const [name, targets] of Object.entries(TAKEN_BY)) {
    if (targets.includes(isUrl ? 'url' : target)) continue;
    refuse(command, name, `${flagOf(name)} is for the target ${targets.join(' or ')}, not for "${target}"`);
  }
  const isOwn = target === 'embedded' && !isGiven(command, 'url');
  if (command.opts().settle === 'real' && !isOwn) {
    refuse(command, 'settle', '--settle real is for the embedded emulator that a run starts itself');
  }
}

function isGiven(command: Command, name: string): boolean {
  const source = command.getOptionValueSource(name);
  return (source === 'cli' || source === 'config') && command.opts()[name] !== false;
}

/** Of two options that contradict each other the command line's stands. */
function settle(command: Command, one: string, other: string): void {
  const sources = [one, other].map((name) => command.getOptionValueSource(name));
  if (sources[0] === sources[1]) {
    throw new UsageError(`${flagOf(one)} and ${flagOf(other)} contradict each other: give one of them`);
  }
  forget(command, sources[0] === 'config' ? one : other);
}

/** Refuses an option; one of the config file is left out where the command line names another target. */
function refuse(command: Command, name: string, problem: string): void {
  if (!isGiven(command, name)) return;
  const source = command.getOptionValueSource(name);
  if (source === 'config' && command.getOptionValueSource('target') === 'cli') forget(command, name);
  else throw new UsageError(problem);
}

function forget(command: Command, name: string): void {
  const option = command.options.find((each) => each.attributeName() === name);
  command.setOptionValueWithSource(name, option?.defaultValue, 'default');
}

/** `tokenCommand` as the command line says it: `--token-command`. */
function flagOf(name: string): string {
  return `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
