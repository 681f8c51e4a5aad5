import type { Kind } from '../../model/command.ts';
import type { ClientLibrary } from './clientLibrary.ts';

/** The library that speaks of a kind, undefined where there is none; loaded when it is first wanted. */
export async function libraryOf(kind: Kind): Promise<ClientLibrary | undefined> {
  switch (kind) {
    case 'secret':
      return (await import('./secrets/secretLibrary.ts')).secretLibrary;
    case 'key':
      return (await import('./keys/keyLibrary.ts')).keyLibrary;
    case 'certificate':
    case 'issuer':
    case 'contacts':
      return (await import('./certificates/certificateLibrary.ts')).certificateLibrary;
    case 'vault':
      return undefined;
  }
}
