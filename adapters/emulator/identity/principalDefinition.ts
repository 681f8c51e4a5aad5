import { badRequest } from '../errors/badRequest.ts';
import { findRole } from '../permissions/builtInRoles.ts';

/** A role of a principal. */
interface PrincipalRole {
  /** Name of a built-in role, such as `Key Vault Secrets User`. */
  readonly role: string;
  /** Where: `/subscriptions/...` down to a vault; default `/`, everywhere. */
  readonly scope?: string;
}

/** What a new principal may be given; ids and secret are made up where they are left out. */
export interface PrincipalDefinition {
  /** GUID. */
  readonly clientId?: string;
  readonly clientSecret?: string;
  /** GUID. */
  readonly objectId?: string;
  /** Seconds for which its tokens are valid; 0 for tokens that have expired when they are given. Default the emulator's. */
  readonly tokenSeconds?: number;
  /** Default none: it may do nothing. Vaults without `rbac` ask for access policies instead. */
  readonly roles?: readonly PrincipalRole[];
}

const FIELDS: readonly string[] = ['clientId', 'clientSecret', 'objectId', 'tokenSeconds', 'roles'];

/** Reads the definition of a principal. Throws a 400 that names the field. */
export function readPrincipalDefinition(given: Readonly<Record<string, unknown>>): PrincipalDefinition {
  const { clientId, clientSecret, objectId, tokenSeconds, roles } = given;
  const other = Object.keys(given).find((field) => !FIELDS.includes(field));
  if (other !== undefined) {
    throw badRequest(`A principal has no field '${other}'; it may have ${FIELDS.join(', ')}.`);
  }
  for (const [field, value] of Object.entries({ clientId, objectId })) {
    if (
      value !== undefined &&
      !(typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value))
    ) {
      throw badRequest(`${field} must be a GUID; it is ${JSON.stringify(value)}.`);
    }
  }
  if (clientSecret !== undefined && !(typeof clientSecret === 'string' && clientSecret !== '')) {
    throw badRequest('clientSecret must be a text that is not empty.');
  }
  if (tokenSeconds !== undefined && !(Number.isInteger(tokenSeconds) && Number(tokenSeconds) >= 0)) {
    throw badRequest(
      `tokenSeconds must be a whole number of seconds, 0 or more; it is ${JSON.stringify(tokenSeconds)}.`,
    );
  }
  return {
    ...(typeof tokenSeconds === 'number' && { tokenSeconds }),
    ...(typeof clientId === 'string' && { clientId }),
    ...(typeof objectId === 'string' && { objectId }),
    ...(typeof clientSecret === 'string' && { clientSecret }),
    ...(roles !== undefined && { roles: readRoles(roles) }),
  };
}

function readRoles(value: unknown): PrincipalRole[] {
  if (!Array.isArray(value)) throw badRequest('roles must be a list of {"role": "Key Vault Secrets User"}.');
  return value.map((each: unknown) => {
    const { role, scope = '/' }: Partial<Record<string, unknown>> =
      typeof each === 'object' && each !== null ? { ...each } : {};
    if (typeof role !== 'string' || findRole(role) === undefined) {
      throw badRequest(`role must be a built-in role of Azure for vaults; it is ${JSON.stringify(role)}.`);
    }
    if (typeof scope !== 'string' || !scope.startsWith('/')) {
      throw badRequest(
        `scope of a role must be a path such as /subscriptions/ID; it is ${JSON.stringify(scope)}.`,
      );
    }
    return { role, scope };
  });
}
