import type { Command } from '../../model/command.ts';
import type { ClientLibrary } from './clientLibrary.ts';

/**
 * Why a library has no way to send a command as it is; undefined when it has, as far as can be told beforehand.
 * @param apiVersion the `api-version` that the command is to be sent with
 */
export function inexpressible(
  library: ClientLibrary,
  command: Command,
  apiVersion: string | null,
): string | undefined {
  if (apiVersion === null) return 'it always sends an api-version';
  if (!library.knows(apiVersion)) return `it does not know the api-version ${apiVersion}`;
  if ('name' in command && command.name === '') return 'it takes no empty name';
  if ('input' in command && (command.input === 'unrecorded' || isBroken(command))) {
    return 'it always sends a whole body';
  }
  if (command.op === 'delete' && command.version !== undefined) return 'it deletes all versions at once';
  if (command.op === 'restore' && !isBase64Url(command.blob)) return 'it restores only what a backup can be';
  return library.inexpressible(command);
}

function isBroken(command: Command): boolean {
  return 'broken' in command && command.broken !== undefined;
}

function isBase64Url(blob: string): boolean {
  return blob !== '' && Buffer.from(blob, 'base64url').toString('base64url') === blob;
}
