import type { Kind } from '../../command.ts';
import type { Pattern } from '../../pattern/pattern.ts';
import type { PermissionModel, Principal } from '../../principal.ts';

/** ER-11: the caller lacks the permission, or may not come from where it comes from. */
export function permissionRefusal(kind: Kind): Pattern {
  return kind === 'vault' ? MANAGEMENT : DATA;
}

/** ER-11: a caller lacks the permission in a vault that asks its access policies, or roles; or it is not known which. */
export function refusalOf(principal: Principal, model: PermissionModel | undefined): Pattern {
  return {
    status: [403],
    refusal: { ...DATA.refusal, codes: ['Forbidden'], inner: innerCodes(principal, model) },
  };
}

function innerCodes({ policy }: Principal, model: PermissionModel | undefined): readonly string[] {
  const byPolicy = policy === undefined ? ['AccessDenied', 'ForbiddenByPolicy'] : ['ForbiddenByPolicy'];
  if (model === undefined) return [...byPolicy, 'ForbiddenByRbac'];
  return model === 'roles' ? ['ForbiddenByRbac'] : byPolicy;
}

/** ER-03: there is no token, or none that is good. */
export function unauthorized(): Pattern {
  return { status: [401], challenge: true, refusal: { codes: ['Unauthorized'], inner: 'none' } };
}

/** The inner codes by which a caller is refused, and not what it asks for. */
export const CALLER_REFUSED: readonly string[] = [
  'ForbiddenByPolicy',
  'ForbiddenByRbac',
  'ForbiddenByFirewall',
  'ForbiddenByConnection',
  'AccessDenied',
];

/** PM-10 to PM-13, VT-15: the management plane's own. */
const MANAGEMENT: Pattern = {
  status: [403],
  refusal: {
    codes: ['AuthorizationFailed', 'LinkedAuthorizationFailed', 'RequestDisallowedByPolicy'],
    inner: 'none',
  },
};

/** Never recorded, but reported: GH MicrosoftDocs/azure-docs#52649, GH Azure/secrets-store-csi-driver-provider-azure#873. */
const BY_ADDRESS = [/^Client address /, /^Public network access is disabled /];

const DATA: Pattern = {
  status: [403],
  refusal: {
    codes: ['Forbidden'],
    inner: CALLER_REFUSED,
    messagesOf: {
      AccessDenied: [
        /^Access denied(\. Caller was not found on any access policy\.\s+Caller: .*)?$/s,
        ...BY_ADDRESS,
      ],
      ForbiddenByPolicy: [
        /^Operation is not allowed\.\s+Operation: "\w+"\s+Caller: /,
        /^The user, group or application '.*' does not have \w+ \w+ permission on key vault /,
        /^Operation "\w+" is not allowed by vault policy$/,
      ],
      ForbiddenByRbac: [/^Caller is not authorized to perform action on resource\./],
      ForbiddenByFirewall: BY_ADDRESS,
      ForbiddenByConnection: BY_ADDRESS,
    },
  },
};
