import { methodNotAllowed } from '../errors/methodNotAllowed.ts';
import { checkObjectName } from '../objects/objectName.ts';
import type { PolicyKind } from '../vaults/accessPolicy.ts';
import type { VaultOperation } from './vaultRequest.ts';

/** What a caller needs for an operation: the access policy's word for it, or the data action of a role. */
export interface NeededPermission {
  readonly kind: PolicyKind;
  /** Such as `get` or `purge`; a list of words where any one of them will do. */
  readonly policy: string | readonly string[];
  /** What follows `Microsoft.KeyVault/vaults/`: `secrets/getSecret/action`. */
  readonly action: string;
}

/** What a method and a path mean. */
export interface Route {
  readonly method: string;
  /** Such as `secrets/{name}/{version}`; `{name}` stands for an object's name, `{version}` for anything. */
  readonly path: string;
  readonly operation: VaultOperation;
  /** Whether a success changes what the vault holds. */
  readonly changes: boolean;
  readonly needs: NeededPermission;
  /** The `operationName` of its record in the log (EV-03). */
  readonly audit: string;
  /** The operation's name in the refusal of a vault without soft delete; undefined for operations that every vault has. */
  readonly needsSoftDelete?: string;
}

/** A route as tables write it: what is called, what is done, what its record in the log is called, what it needs. */
export type RouteRow = readonly [
  call: `${string} ${string}`,
  operation: VaultOperation,
  audit: string,
  needs: NeededPermission,
  more?: Partial<Pick<Route, 'changes' | 'needsSoftDelete'>>,
];

/** The routes of a table. A call other than a GET changes something unless its row says otherwise. */
export function routesOf(rows: readonly RouteRow[]): Route[] {
  return rows.map(([call, operation, audit, needs, more]) => {
    const [method = '', path = ''] = call.split(' ');
    return { method, path, operation, audit, needs, changes: method !== 'GET', ...more };
  });
}

/** A route and the names in its path. */
export interface MatchedRoute {
  readonly route: Route;
  /** Empty where the path names no object. */
  readonly name: string;
  readonly version: string | undefined;
}

/** Finds what a request asks for. */
export type Router = (method: string, parts: readonly string[]) => MatchedRoute | undefined;

const PLACEHOLDER = /^\{(\w+)\}$/;

/**
 * A router over a table of routes. A literal part of a path goes before a placeholder, the earlier the better. The
 * router gives undefined when nothing has such a path, and throws 405 when something has, but not for this method,
 * and 400 for a name that cannot be one. Parts of paths are compared without regard to case.
 */
export function routerOf(routes: readonly Route[]): Router {
  const byShape = new Map<string, Map<string, Route>>();
  for (const route of routes) {
    const shape = route.path
      .split('/')
      .map((part) => (PLACEHOLDER.test(part) ? '*' : part))
      .join('/');
    const methods = byShape.get(shape) ?? new Map<string, Route>();
    byShape.set(shape, methods.set(route.method, route));
  }
  return (method, parts) => {
    const known = shapesOf(parts).flatMap((shape) => byShape.get(shape) ?? []);
    const route = known.find((methods) => methods.has(method))?.get(method);
    if (route !== undefined) return matched(route, parts);
    if (known.length > 0) throw methodNotAllowed(method);
    return undefined;
  };
}

/** The shapes that a path may have, the one with the earliest literal parts first. */
function shapesOf(parts: readonly string[]): string[] {
  const [first = '', ...rest] = parts.map((part) => part.toLowerCase());
  return rest.reduce<string[]>(
    (shapes, part) => shapes.flatMap((shape) => [`${shape}/${part}`, `${shape}/*`]),
    [first],
  );
}

function matched(route: Route, parts: readonly string[]): MatchedRoute {
  const values = new Map<string, string>();
  route.path.split('/').forEach((part, place) => {
    const name = PLACEHOLDER.exec(part)?.[1];
    if (name !== undefined) values.set(name, parts[place] ?? '');
  });
  const name = values.get('name');
  if (name !== undefined) checkObjectName(name);
  return { route, name: name ?? '', version: values.get('version') };
}
