import type { Pattern } from '../../pattern/pattern.ts';

/** ER-11: the caller lacks the permission, or may not come from where it comes from. */
export function permissionRefusal(): Pattern {
  return {
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
}
