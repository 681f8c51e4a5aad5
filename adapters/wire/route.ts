import type { Command } from '../../model/command.ts';
import { collectionOf } from './collection.ts';

/** The HTTP method of a command. */
export function methodOf(command: Command): string {
  switch (command.op) {
    case 'set':
      return 'PUT';
    case 'import':
      return command.kind === 'key' ? 'PUT' : 'POST';
    case 'update':
    case 'updatePolicy':
    case 'updateOperation':
      return 'PATCH';
    case 'updateRotationPolicy':
      return 'PUT';
    case 'delete':
    case 'purge':
    case 'deleteOperation':
      return 'DELETE';
    case 'create':
    case 'recover':
    case 'backup':
    case 'restore':
    case 'rotate':
    case 'use':
    case 'merge':
      return 'POST';
    default:
      return 'GET';
  }
}

/** What stands behind an object's address for the calls that have a path of their own. */
const TAILS: Readonly<Partial<Record<Command['op'], string>>> = {
  backup: 'backup',
  create: 'create',
  rotate: 'rotate',
  merge: 'pending/merge',
  listVersions: 'versions',
  getOperation: 'pending',
  updateOperation: 'pending',
  deleteOperation: 'pending',
  getPolicy: 'policy',
  updatePolicy: 'policy',
  getRotationPolicy: 'rotationpolicy',
  updateRotationPolicy: 'rotationpolicy',
};

/** The path of a command, percent-encoded, starting with `/`. */
export function pathOf(command: Command): string {
  const { live, deleted } = collectionOf(command.kind);
  if (command.op === 'restore') return `/${live}/restore`;
  if (!('name' in command)) return command.op === 'list' ? `/${live}` : `/${deleted}`;
  const name = encoded(command.name);
  if (command.op === 'getDeleted' || command.op === 'purge') return `/${deleted}/${name}`;
  if (command.op === 'recover') return `/${deleted}/${name}/recover`;
  if (command.kind === 'contacts') return `/${live}/contacts`;
  if (command.kind === 'issuer') return `/${live}/${name}`;
  return `/${live}/${name}${tailOf(command)}`;
}

/** What follows the name of a live object. */
function tailOf(command: Command): string {
  const tail = TAILS[command.op];
  if (tail !== undefined) return `/${tail}`;
  if (command.op === 'import') return command.kind === 'certificate' ? '/import' : '';
  const version = 'version' in command ? encoded(command.version ?? '') : '';
  if (command.op === 'use') return `/${version}/${command.use.toLowerCase()}`;
  // The route ends in a version that may be empty: clients of the service send the slash before it all the same.
  if (command.op === 'get' || command.op === 'update') return `/${version}`;
  return 'version' in command && command.version !== undefined ? `/${version}` : '';
}

/** A name as a path segment; half a surrogate pair, which cannot be written, becomes a replacement character. */
function encoded(name: string): string {
  return encodeURIComponent(name.toWellFormed());
}
