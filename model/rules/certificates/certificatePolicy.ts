import type { Call } from '../../call.ts';
import type { Command } from '../../command.ts';
import type { Json } from '../../json.ts';
import { type Outcome, unchanged } from '../../outcome.ts';
import type { FieldPattern } from '../../pattern/fieldPattern.ts';
import type { ObjectPattern } from '../../pattern/objectPattern.ts';
import type { CertificateContent } from '../../world/content.ts';
import type { Live } from '../../world/objectState.ts';
import type { World } from '../../world/world.ts';
import { transitional } from '../asynchrony/transitional.ts';
import { notFound } from '../errors/refusals.ts';
import { CREATED_FIRST } from '../visibility/serviceShapes.ts';

/** The parts of a policy, and whether each is always there. */
const PARTS: Readonly<Record<string, boolean>> = {
  key_props: true,
  secret_props: true,
  x509_props: true,
  lifetime_actions: false,
  issuer: true,
};

/** The policy's own attributes, which it always has. */
const ATTRIBUTES = ['enabled', 'created', 'updated'] as const;

/** `GET` and `PATCH /certificates/{name}/policy`: what new versions are made by; it goes with the certificate. */
export function certificatePolicy(call: Call<Command>, world: World): Outcome[] {
  const { object } = world;
  if (object.phase !== 'live') {
    const refused = unchanged(object, notFound('certificate', call.name), [
      'CR-12',
      'DL-06',
      'ER-09',
      'ER-02',
    ]);
    return [refused, ...transitional(call, object)];
  }
  const isChange = call.command.op === 'updatePolicy';
  const known = isChange ? undefined : object.content.certificate?.policy;
  return [
    {
      pattern: { status: [200], object: showPolicy(call, known) },
      rules: ['CR-12', ...(object.content.recoveries > 0 ? (['RC-02'] as const) : [])],
      next: () => (isChange ? forgetPolicy(object) : object),
    },
  ];
}

function showPolicy(call: Call, policy: Json | undefined): ObjectPattern {
  const known = (policy ?? {}) as { readonly [part: string]: Json };
  const fields: Record<string, FieldPattern> = {};
  for (const [part, always] of Object.entries(PARTS)) {
    const value = known[part];
    if (policy === undefined) fields[part] = always ? { any: 'object' } : { unknown: true };
    else fields[part] = value === undefined ? { absent: true } : { is: value };
  }
  const attributes = (known.attributes ?? {}) as { readonly [attribute: string]: Json };
  for (const attribute of ATTRIBUTES) {
    const value = attributes[attribute];
    const unknown: FieldPattern = attribute === 'enabled' ? { oneOf: [true, false] } : { any: 'integer' };
    fields[attribute] = value === undefined ? unknown : { is: value };
  }
  if (call.command.op === 'updatePolicy') fields.updated = { within: call.window };
  return { name: call.name, version: { none: true }, fields, relations: [CREATED_FIRST] };
}

/**
 * After a change the policy is whatever is shown next: parts that were not sent may change with those that were. And
 * no source tells whether the certificate counts as updated with it.
 */
function forgetPolicy(live: Live): Live {
  const { policy: _old, ...rest }: CertificateContent = live.content.certificate ?? {
    operation: 'unknown',
  };
  const versions = live.content.versions.map((version) => {
    const { updated: _updated, ...facts } = version.facts;
    return { ...version, facts };
  });
  return { ...live, content: { ...live.content, versions, certificate: rest } };
}
