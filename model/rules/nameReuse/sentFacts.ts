import type { SetCommand } from '../../command.ts';
import type { Fields } from '../../fields.ts';
import type { Json, JsonObject } from '../../json.ts';
import type { Facts } from '../../world/facts.ts';

/** What a new version is known to be by what was sent: all but what the service makes or stamps. */
export function sentFacts(command: SetCommand): Facts {
  const { input, kind } = command;
  if (kind === 'issuer' || kind === 'contacts') return settingFacts(command);
  if (input === 'unrecorded') return kind === 'secret' ? { managed: null, kid: null } : { managed: null };
  const common = {
    tags: input.tags ?? null,
    enabled: input.enabled ?? true,
    nbf: input.nbf ?? null,
    exp: input.exp ?? null,
    managed: null,
  };
  if (kind === 'secret') {
    return { ...common, value: input.value ?? null, contentType: input.contentType ?? null, kid: null };
  }
  const made = command.op === 'import' ? importedFacts(input) : madeFacts(input);
  if (!isExchangeKey(input)) return { ...common, ...made };
  // A key that only serves to import others expires by itself (recordings: after two days).
  const { exp: _expiry, ...rest } = common;
  return { ...rest, ...made };
}

/** CreateKey: kind and curve are those asked for; an operation list that is asked for is kept as it is. */
function madeFacts({ kty, crv, key_ops: operations, release_policy: policy }: Fields): Facts {
  return {
    ...(kty !== undefined && { kty }),
    ...(crv !== undefined && { crv }),
    ...(isList(operations) && { key_ops: operations }),
    ...(policy === undefined && { release_policy: null }),
  };
}

/** ImportKey: the curve is the one that was sent; numbers may be written with other leading zeros. */
function importedFacts({ key }: Fields): Facts {
  const crv = isObject(key) ? key.crv : undefined;
  return { release_policy: null, ...(typeof crv === 'string' && { crv }) };
}

/** Issuers and contacts: what was sent, as far as it is shown again; credentials are not. */
function settingFacts({ input, kind }: SetCommand): Facts {
  if (input === 'unrecorded') return {};
  if (kind === 'contacts') return input.contacts === undefined ? {} : { contacts: input.contacts };
  const { provider, enabled } = input;
  return { ...(provider !== undefined && { provider }), enabled: enabled ?? true };
}

function isExchangeKey({ key_ops: operations }: Fields): boolean {
  return Array.isArray(operations) && operations.includes('import');
}

function isList(json: Json | undefined): json is readonly Json[] {
  return Array.isArray(json) && json.length > 0;
}

function isObject(json: Json | undefined): json is JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}
