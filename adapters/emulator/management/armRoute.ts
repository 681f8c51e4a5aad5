import type { ArmOperation } from './armRequest.ts';

/** What a method and a path of Azure Resource Manager mean. */
export interface ArmRoute {
  readonly method: string;
  /** Such as `subscriptions/{subscription}/resourceGroups/{group}`. A path that begins with `{scope...}` has any beginning. */
  readonly path: string;
  readonly operation: ArmOperation;
  /** What the caller needs a role for; undefined where the operation looks after that itself. */
  readonly action: string | undefined;
  /** The `operationName` of its record in the log (EV-04), the action where Azure names none; undefined for none. */
  readonly audit: string | undefined;
}

/** A route and the named parts of a path that it fits. */
export interface MatchedArmRoute {
  readonly route: ArmRoute;
  readonly params: Readonly<Record<string, string>>;
}

/** The part of a path that stands for any number of parts: the scope of what comes after it. */
const SCOPE = '{scope...}';

/**
 * Finds the route of a request; undefined when there is none. Parts of paths are compared without regard to case.
 * @param parts the decoded parts of the path.
 */
export function matchArmRoute(
  routes: readonly ArmRoute[],
  method: string,
  parts: readonly string[],
): MatchedArmRoute | undefined {
  for (const route of routes) {
    const params = route.method === method ? paramsOf(route.path.split('/'), parts) : undefined;
    if (params !== undefined) return { route, params };
  }
  return undefined;
}

function paramsOf(pattern: readonly string[], parts: readonly string[]): Record<string, string> | undefined {
  const params: Record<string, string> = {};
  let rest = parts;
  let wanted = pattern;
  if (pattern[0] === SCOPE) {
    const length = parts.length - pattern.length + 1;
    if (length < 0) return undefined;
    params.scope = parts
      .slice(0, length)
      .map((part) => `/${part}`)
      .join('');
    rest = parts.slice(length);
    wanted = pattern.slice(1);
  }
  if (wanted.length !== rest.length) return undefined;
  for (const [place, part] of wanted.entries()) {
    const value = rest[place] ?? '';
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name !== undefined) params[name] = value;
    else if (part.toLowerCase() !== value.toLowerCase()) return undefined;
  }
  return params;
}
