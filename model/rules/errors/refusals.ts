import type { Kind } from '../../command.ts';
import type { Pattern, Strictness } from '../../pattern/pattern.ts';
import * as texts from './texts.ts';

/** The word for a kind in codes and texts: `Secret`. */
function title(kind: Kind): string {
  if (kind === 'issuer') return 'CertificateIssuer';
  return kind.charAt(0).toUpperCase() + kind.slice(1);
}

/** ER-09: no such object. */
export function notFound(kind: Kind, name: string): Pattern {
  const codes = [`${title(kind)}NotFound`];
  return { status: [404], refusal: { codes, inner: 'none', messages: texts.notFound(title(kind), name) } };
}

/** ER-09 on the deleted collection, whose text differs. */
export function deletedNotFound(kind: Kind, name: string): Pattern {
  const codes = [`${title(kind)}NotFound`];
  return {
    status: [404],
    refusal: { codes, inner: 'none', messages: texts.deletedNotFound(title(kind), name) },
  };
}

/** ER-05: the name belongs to a deleted object. */
export function deletedButRecoverable(kind: Kind, name: string): Pattern {
  return conflict('ObjectIsDeletedButRecoverable', texts.deletedButRecoverable(title(kind), name));
}

/** ER-07: a deletion or purge has not settled. */
export function beingDeleted(kind: Kind, name: string): Pattern {
  return conflict('ObjectIsBeingDeleted', texts.beingDeleted(title(kind), name));
}

/** ER-08: a recovery has not settled. */
export function beingRecovered(kind: Kind, name: string): Pattern {
  return conflict('ObjectIsBeingRecovered', texts.beingRecovered(title(kind), name));
}

/** RC-08: another recovery of the same object runs; the text alone tells, there is no inner code. */
export function recoveryConflict(kind: Kind): Pattern {
  return conflict('none', texts.recoveryConflict(kind));
}

/** NR-10, BK-04: a restore meets a name that is live or deleted: refused for certain, but no source tells the inner code. */
export function nameTaken(): Pattern {
  return { status: [409], refusal: { codes: ['Conflict'] } };
}

/** NR-10, BK-04: a restore meets a deletion or a purge that settles; there is no inner code. */
export function restoreConflict(kind: Kind, name: string): Pattern {
  return conflict('none', texts.restoreConflict(kind, name));
}

function conflict(inner: string, messages: readonly RegExp[]): Pattern {
  return {
    status: [409],
    refusal: { codes: ['Conflict'], inner: inner === 'none' ? 'none' : [inner], messages },
  };
}

/** ER-06: purge protection forbids a purge. */
export function purgeProtected(): Pattern {
  return {
    status: [403],
    refusal: { codes: ['Forbidden'], inner: 'none', messages: texts.purgeProtected() },
  };
}

/** ER-10: a disabled secret does not show its value. */
export function disabled(kind: Kind): Pattern {
  return {
    status: [403],
    refusal: { codes: ['Forbidden'], inner: [`${title(kind)}Disabled`], messages: texts.disabled(kind) },
  };
}

/** What GET deleted answered for a disabled secret until July 2020, by the recordings. */
export function notPermitted(): Pattern {
  return {
    status: [403],
    refusal: {
      codes: ['Forbidden'],
      inner: ['AccessDenied'],
      messages: [/^Operation get is not permitted on this object\.$/],
    },
  };
}

/** ER-19: an object that a certificate owns is written or deleted directly. */
export function managedByKeyVault(kind: Kind): Pattern {
  return {
    status: [403],
    refusal: {
      codes: ['Forbidden'],
      inner: [`${title(kind)}ManagedByKeyVault`],
      messages: texts.managed(kind),
    },
  };
}

/**
 * ER-12: the deleted collection of a vault without soft delete. That it is refused is documented; the code comes from
 * one public report, so only the service itself is held to it.
 */
export function notSupported(strictness: Strictness): Pattern {
  return strictness.service
    ? { status: [400], refusal: { codes: ['NotSupported'], inner: 'none' } }
    : anyRefusal();
}

/** ER-13 and the limits: a request that cannot be valid. */
export function badParameter(...messages: readonly RegExp[]): Pattern {
  const refusal = { codes: ['BadParameter'], inner: 'none' } as const;
  return { status: [400], refusal: messages.length > 0 ? { ...refusal, messages } : refusal };
}

/** BK-06: not a backup blob. */
export function malformedBlob(): Pattern {
  return {
    status: [400],
    refusal: { codes: ['Malformed backup blob'], inner: 'none', messages: texts.malformedBlob() },
  };
}

/** A refusal of which no source tells more than that it is one. */
export function anyRefusal(): Pattern {
  return { status: Array.from({ length: 51 }, (_, i) => 400 + i), refusal: {} };
}

/** A method that the address does not have. */
export function methodNotAllowed(): Pattern {
  const messages = [/^HTTP [A-Z]+ not allowed$/];
  return { status: [405], refusal: { codes: ['MethodNotAllowed'], inner: 'none', messages } };
}

/** What stands before the service, and refuses what it takes for no address at all with a page of its own. */
export function notRouted(): Pattern {
  return { status: [400, 404], refusal: { isText: true } };
}
