import type { Call } from '../../call.ts';
import type { Fields } from '../../fields.ts';
import { STAMP_TOLERANCE } from '../../pattern/fieldPattern.ts';
import type { Relation } from '../../pattern/objectPattern.ts';
import { placeholderShape } from '../certificates/placeholderShape.ts';

/**
 * How the fields of one object agree with each other in every recording of the service. No document asks for it, so
 * other targets are not held to it.
 */
export function serviceShapes(call: Call): readonly Relation[] {
  if (!call.strictness.service) return [];
  const inOrder: readonly Relation[] = [CREATED_FIRST, notAfter(call)];
  if (call.command.kind === 'key') return [...inOrder, MATERIAL];
  if (call.command.kind !== 'certificate') return inOrder;
  return [...inOrder, OWNED_TOGETHER, VALID_SOMETIME, ...(isWhole(call) ? placeholderShape(call) : [])];
}

/** Nothing is updated before it is there; recordings: 43,280 of 43,280 objects. */
export const CREATED_FIRST: Relation = {
  field: 'updated',
  demand: 'no earlier than created',
  holds: ({ created, updated }) => !isNumber(created) || !isNumber(updated) || created <= updated,
};

function notAfter({ window }: Call): Relation {
  return {
    field: 'updated',
    demand: 'no later than the answer',
    holds: ({ updated }) => !isNumber(updated) || updated <= Math.ceil(window.to) + STAMP_TOLERANCE,
  };
}

/** An RSA key shows modulus and exponent, a key on a curve the curve and its point (11,601 of 11,601). */
const MATERIAL: Relation = {
  field: 'kty',
  demand: 'the type that the key material is of',
  holds: (fields) => {
    const { kty } = fields;
    const type = typeof kty === 'string' ? kty.replace(/-HSM$/, '') : '';
    if (type !== 'EC' && type !== 'RSA') return true;
    const [shown, hidden] = type === 'EC' ? [CURVE, RSA] : [RSA, CURVE];
    return shown.every((field) => field in fields) && !hidden.some((field) => field in fields);
  },
};

const RSA: readonly string[] = ['n', 'e'];
const CURVE: readonly string[] = ['crv', 'x', 'y'];

/** A certificate that is there has its key, its secret and its thumbprint (4,219 of 4,219). */
const OWNED_TOGETHER: Relation = {
  field: 'cer',
  demand: 'shown together with kid, sid and x5t',
  holds: (fields) => !('cer' in fields) || ['kid', 'sid', 'x5t'].every((field) => field in fields),
};

/** Whether a certificate is shown with all that it has: the items of lists are shorter. */
function isWhole({ command }: Call): boolean {
  return !['list', 'listDeleted', 'listVersions'].includes(command.op);
}

const VALID_SOMETIME: Relation = {
  field: 'exp',
  demand: 'later than nbf',
  holds: ({ nbf, exp }: Fields) => !isNumber(nbf) || !isNumber(exp) || nbf < exp,
};

function isNumber(value: Fields[string] | undefined): value is number {
  return typeof value === 'number';
}
