import type { Call } from '../../call.ts';
import type { Fields } from '../../fields.ts';
import type { FieldPattern } from '../../pattern/fieldPattern.ts';
import type { ObjectPattern, Relation } from '../../pattern/objectPattern.ts';
import { type Facts, learn } from '../../world/facts.ts';

/** The fields of an operation's answers, and whether each is always there. */
const FIELDS: Readonly<Record<string, boolean>> = {
  issuer: true,
  csr: true,
  cancellation_requested: true,
  status: true,
  status_details: false,
  error: false,
  target: false,
  request_id: true,
};

/** What an answer about an operation with these facts looks like. */
export function showOperation(call: Call, facts: Facts): ObjectPattern {
  const fields: Record<string, FieldPattern> = {};
  for (const [field, always] of Object.entries(FIELDS)) fields[field] = show(facts[field], field, always);
  const ofService = [...SERVICE_STATUS, sameIssuer(facts), ownTarget(call)];
  const relations = call.strictness.service ? [KNOWN_STATUS, ...ofService] : [KNOWN_STATUS];
  return { name: call.name, version: { none: true }, fields, relations };
}

const KNOWN_STATUS: Relation = {
  field: 'status',
  demand: 'inProgress, completed, cancelled or failed',
  holds: ({ status }) => ['inProgress', 'completed', 'cancelled', 'failed'].includes(String(status)),
};

/** What an answer has beside each status (recordings: 7,623 of 7,623 operations). */
const SERVICE_STATUS: readonly Relation[] = [
  {
    field: 'target',
    demand: 'shown when the operation is completed, and only then',
    holds: ({ status, target }) => (status === 'completed') === (target !== undefined),
  },
  {
    field: 'status_details',
    demand:
      'what the service says while the operation is in progress, and nothing once it is completed or cancelled',
    holds: ({ status, status_details: details }) =>
      status === 'inProgress'
        ? IN_PROGRESS.test(String(details))
        : (status !== 'completed' && status !== 'cancelled') || (details ?? '') === '',
  },
  {
    field: 'cancellation_requested',
    demand: 'true when the operation was cancelled',
    holds: ({ status, cancellation_requested: asked }) => status !== 'cancelled' || asked === true,
  },
  {
    field: 'error',
    demand: 'shown when the operation failed, and only then',
    holds: ({ status, error }) => (status === 'failed') === (error !== undefined),
  },
];

/** The two texts of 6,679 operations: one waits for the issuer, the other for a merge. */
const IN_PROGRESS =
  /^Pending certificate created\. (Certificate request is in progress\. This may take some time based on the issuer provider\. Please check again later|Please Perform Merge to complete the request)\.$/;

/** CR-07: the issuer that was asked for, whatever else an answer says of it. */
function sameIssuer({ issuer }: Facts): Relation {
  const known = nameOf(issuer);
  return {
    field: 'issuer',
    demand: known === undefined ? 'an issuer by name' : `the issuer ${known}`,
    holds: ({ issuer: shown }) => known === undefined || nameOf(shown) === known,
  };
}

function nameOf(issuer: Facts[string] | undefined): string | undefined {
  const { name } = (typeof issuer === 'object' && issuer !== null ? issuer : {}) as {
    readonly name?: unknown;
  };
  return typeof name === 'string' ? name.toLowerCase() : undefined;
}

/** CR-07: what was completed is the certificate of the same name; recorders may have replaced its address as a whole. */
function ownTarget({ name }: Call): Relation {
  return {
    field: 'target',
    demand: "the certificate's own address",
    holds: ({ target }) => {
      const path = /^https?:\/\/[^/]+\/(.*)$/.exec(String(target ?? ''))?.[1];
      return path === undefined || path.toLowerCase() === `certificates/${name}`;
    },
  };
}

function show(fact: Facts[string] | undefined, field: string, always: boolean): FieldPattern {
  // An issuer may come with more than the name that was asked for, and a status with any explanation.
  if (field === 'issuer' || field === 'status_details') return always ? { any: 'object' } : { unknown: true };
  if (fact === null) return { absent: true };
  if (fact !== undefined) return { is: fact };
  if (!always) return { unknown: true };
  return field === 'cancellation_requested' ? { oneOf: [true, false] } : { any: 'string' };
}

/** What an answer tells of an operation. */
export function operationFacts(fields: Fields): Facts {
  return learn({}, fields, Object.keys(FIELDS));
}
