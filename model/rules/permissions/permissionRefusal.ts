import type { Kind } from '../../command.ts';
import type { Pattern } from '../../pattern/pattern.ts';

/** ER-11: the caller lacks the permission, or may not come from where it comes from. */
export function permissionRefusal(kind: Kind): Pattern {
  return kind === 'vault' ? MANAGEMENT : DATA;
}

/** PM-10 to PM-13, VT-15: the management plane's own. */
const MANAGEMENT: Pattern = {
  status: [403],
  refusal: {
    codes: ['AuthorizationFailed', 'LinkedAuthorizationFailed', 'RequestDisallowedByPolicy'],
    inner: 'none',
  },
};

const DATA: Pattern = {
  status: [403],
  refusal: {
    codes: ['Forbidden'],
    inner: [
      'ForbiddenByPolicy',
      'ForbiddenByRbac',
      'ForbiddenByFirewall',
      'ForbiddenByConnection',
      'AccessDenied',
    ],
    messages: [
      /^Operation is not allowed\.\s+Operation: "\w+"\s+Caller: /,
      /^The user, group or application '.*' does not have \w+ \w+ permission on key vault /,
      /^Operation "\w+" is not allowed by vault policy$/,
      /^Access denied(\. Caller was not found on any access policy\.\s+Caller: .*)?$/s,
      /^Caller is not authorized to perform action on resource\./,
    ],
  },
};
