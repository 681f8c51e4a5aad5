import type { Call } from '../../call.ts';
import type { Command } from '../../command.ts';
import type { Fields } from '../../fields.ts';
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
import { askedPolicy, shownPolicy } from './askedPolicy.ts';

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
  const { policy, asked } = object.content.certificate ?? {};
  const known = isChange ? undefined : policy;
  return [
    {
      pattern: { status: [200], object: showPolicy(call, known, isChange ? sentPolicy(call) : asked) },
      rules: ['CR-12', ...(object.content.recoveries > 0 ? (['RC-02'] as const) : [])],
      next: (answer) => {
        const shown = answer?.object?.fields;
        if (isChange) return forgetPolicy(object, shown);
        return policy === undefined && shown ? withShown(object, shown) : object;
      },
    },
  ];
}

/** What is sent of a policy, put together as one document. */
function sentPolicy({ command }: Call): Json | undefined {
  const input = 'input' in command ? command.input : undefined;
  if (input === undefined || input === 'unrecorded') return undefined;
  const { enabled, ...parts } = input;
  return askedPolicy({ ...parts, ...(enabled !== undefined && { attributes: { enabled } }) }, 'change');
}

function showPolicy(call: Call, policy: Json | undefined, asked: Json | undefined): ObjectPattern {
  const told = (call.strictness.service ? asked : undefined) as Parts | undefined;
  const fields: Record<string, FieldPattern> = {};
  for (const part of Object.keys(PARTS)) fields[part] = showPart(part, policy as Parts | undefined, told);
  const attributes = ((policy as Parts | undefined)?.attributes ?? told?.attributes ?? {}) as Parts;
  for (const attribute of ATTRIBUTES) {
    const value = attributes[attribute];
    const unknown: FieldPattern = attribute === 'enabled' ? { oneOf: [true, false] } : { any: 'integer' };
    fields[attribute] = value === undefined ? unknown : { is: value };
  }
  if (call.command.op === 'updatePolicy') fields.updated = { within: call.window };
  return { name: call.name, version: { none: true }, fields, relations: [CREATED_FIRST] };
}

type Parts = { readonly [part: string]: Json };

function showPart(part: string, policy: Parts | undefined, told: Parts | undefined): FieldPattern {
  const value = policy?.[part];
  if (policy) return value === undefined ? { absent: true } : { is: value };
  if (told?.[part] !== undefined) return { contains: told[part] };
  return PARTS[part] ? { any: 'object' } : { unknown: true };
}

/**
 * After a change the policy is what the answer shows: parts that were not sent may change with those that were. And
 * no source tells whether the certificate counts as updated with it.
 */
function forgetPolicy(live: Live, shown: Fields | undefined): Live {
  const {
    policy: _old,
    asked: _asked,
    ...rest
  }: CertificateContent = live.content.certificate ?? {
    operation: 'unknown',
  };
  const versions = live.content.versions.map((version) => {
    const { updated: _updated, ...facts } = version.facts;
    return { ...version, facts };
  });
  const certificate = { ...rest, ...(shown && { asked: shownPolicy(shown) }) };
  return { ...live, content: { ...live.content, versions, certificate } };
}

function withShown(live: Live, shown: Fields): Live {
  const before: CertificateContent = live.content.certificate ?? { operation: 'unknown' };
  return { ...live, content: { ...live.content, certificate: { ...before, asked: shownPolicy(shown) } } };
}
