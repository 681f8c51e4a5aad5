import type { Fields } from '../../fields.ts';
import type { Json, JsonObject } from '../../json.ts';

/** Stands among the facts of a certificate for what its policy must contain, where no answer has shown it whole. */
export const ASKED = 'policy as asked';

/** Parts of a policy's `x509_props` that are shown as they were sent. */
const PROPERTIES = ['subject', 'sans', 'ekus', 'validity_months'] as const;

/**
 * What was sent of a policy and is shown again as it was sent (CR-12; recordings: 14,000 parts of 14,000). How a key may
 * be used is so for a new certificate alone, and what an imported one says of itself takes the place of what was sent.
 */
export function askedPolicy(
  policy: Json | undefined,
  by: 'create' | 'import' | 'change',
): JsonObject | undefined {
  if (!isObject(policy)) return undefined;
  const { key_props: key, secret_props: secret, x509_props: x509, lifetime_actions: actions } = policy;
  const asked = withoutNothing({
    key_props: some(key, 'exportable', 'kty', 'key_size', 'reuse_key', 'crv'),
    secret_props: some(secret, 'contentType'),
    x509_props: by === 'import' ? undefined : propertiesOf(x509, by),
    lifetime_actions: Array.isArray(actions) && actions.length > 0 ? actions : undefined,
    issuer: some(policy.issuer, 'name', 'cert_transparency'),
    attributes: some(policy.attributes, 'enabled'),
  });
  return Object.keys(asked).length === 0 ? undefined : asked;
}

/** What an answer about a policy shows of it. */
export function shownPolicy(fields: Fields): JsonObject {
  const { key_props, secret_props, x509_props, lifetime_actions, issuer, enabled, created, updated } = fields;
  const { sans, ...properties } = isObject(x509_props) ? x509_props : {};
  const names = some(sans, 'emails', 'dns_names', 'upns', 'uris', 'ipAddresses');
  return withoutNothing({
    key_props,
    secret_props,
    x509_props: withoutNothing({ ...properties, sans: names }),
    lifetime_actions,
    issuer,
    attributes: withoutNothing({ enabled, created, updated }),
  });
}

function propertiesOf(x509: Json | undefined, by: 'create' | 'change'): JsonObject | undefined {
  const sent = some(x509, ...PROPERTIES, ...(by === 'create' ? ['key_usage'] : []));
  if (!sent) return undefined;
  const { sans, ...rest } = sent;
  const names = some(sans, 'emails', 'dns_names', 'upns', 'uris', 'ipAddresses');
  return withoutNothing({ ...rest, sans: names });
}

/** Those of the named parts that an object has; undefined when it has none. */
function some(json: Json | undefined, ...parts: readonly string[]): JsonObject | undefined {
  if (!isObject(json)) return undefined;
  const chosen = withoutNothing(Object.fromEntries(parts.map((part) => [part, json[part]])));
  return Object.keys(chosen).length === 0 ? undefined : chosen;
}

function withoutNothing(parts: { readonly [part: string]: Json | undefined }): JsonObject {
  return Object.fromEntries(
    Object.entries(parts).flatMap(([part, value]) => (isNothing(value) ? [] : [[part, value as Json]])),
  );
}

function isNothing(value: Json | undefined): boolean {
  return (
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

function isObject(json: Json | undefined): json is JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}
