import type { Command, Kind } from '../../model/command.ts';
import { parseObjectId } from './objectId.ts';

/** What a body is about: an object of a kind, or one of the documents that belong to it. */
export type Resource = Kind | 'operation' | 'policy' | 'rotationPolicy' | 'use';

/** What the answer to a command of the data plane is about. */
export function resourceOf(command: Command): Resource {
  switch (command.op) {
    case 'getOperation':
    case 'updateOperation':
    case 'deleteOperation':
      return 'operation';
    case 'create':
      return command.kind === 'certificate' ? 'operation' : command.kind;
    case 'getPolicy':
    case 'updatePolicy':
      return 'policy';
    case 'getRotationPolicy':
    case 'updateRotationPolicy':
      return 'rotationPolicy';
    case 'use':
      return 'use';
    default:
      return command.kind;
  }
}

/** Where a body about a resource carries its id: the first of these paths that there is. */
export function idPaths(resource: Resource): readonly string[] {
  if (resource === 'key') return ['key.kid', 'kid'];
  return resource === 'use' ? ['kid'] : ['id'];
}

/** Name and version that an id gives. */
export interface ResourceId {
  readonly host: string;
  readonly name: string;
  readonly version?: string;
}

/** Documents that belong to an object: of which kind it is, and the last segment of their ids. */
const TAILS: Readonly<Partial<Record<Resource, { readonly of: Kind; readonly tail: string }>>> = {
  operation: { of: 'certificate', tail: 'pending' },
  policy: { of: 'certificate', tail: 'policy' },
  rotationPolicy: { of: 'key', tail: 'rotationpolicy' },
};

/** Reads an id of a resource (LS-09); undefined when it is not one. */
export function parseResourceId(resource: Resource, id: string): ResourceId | undefined {
  const parsed = parseObjectId(id);
  if (!parsed || parsed.deleted) return undefined;
  const { host, kind, name, version } = parsed;
  const own = resource === 'use' ? 'key' : resource;
  if (resource === 'issuer') {
    return kind === 'certificate' && name === 'issuers' && version ? { host, name: version } : undefined;
  }
  if (resource === 'contacts')
    return kind === 'certificate' && name === 'contacts' ? { host, name } : undefined;
  const document = TAILS[resource];
  if (document) return kind === document.of && version === document.tail ? { host, name } : undefined;
  if (kind !== own) return undefined;
  return version === undefined ? { host, name } : { host, name, version };
}
