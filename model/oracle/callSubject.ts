import type { Answer } from '../answer.ts';
import type { Command, ListCommand, ListVersionsCommand } from '../command.ts';
import type { Backups } from './backups.ts';

/** Whether a command lists the objects of a vault. */
export function isVaultList(command: Command): command is ListCommand {
  return command.op === 'list' || command.op === 'listDeleted';
}

/** Whether a command is answered in pages. */
export function isPaged(command: Command): command is ListCommand | ListVersionsCommand {
  return isVaultList(command) || command.op === 'listVersions';
}

/**
 * The name, in lower case, that a call is about: in its path, or for a restore what its blob or its answer tells;
 * undefined where nothing tells it.
 * @param purges the vaults that operations purge, by the operation's id
 */
export function subjectOf(
  command: Exclude<Command, ListCommand>,
  answer: Answer | undefined,
  backups: Backups,
  purges: ReadonlyMap<string, string>,
): string | undefined {
  if (command.op === 'getPurgeResult') return purges.get(command.operation);
  if (command.op !== 'restore') return command.name.toLowerCase();
  const told = answer?.object?.name ?? nameInText(answer?.refusal?.message);
  return backups.of(command.blob)?.name ?? told?.toLowerCase();
}

/** The object's name in the text of a refused restore, which quotes its id. */
function nameInText(text: string | undefined): string | undefined {
  return /https:\/\/[^/ ]+\/(?:secrets|keys|certificates)\/([^/ ']+)/.exec(text ?? '')?.[1];
}
