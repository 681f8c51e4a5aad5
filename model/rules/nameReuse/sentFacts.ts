import type { Call } from '../../call.ts';
import type { SetCommand } from '../../command.ts';
import type { Fields } from '../../fields.ts';
import type { Json, JsonObject } from '../../json.ts';
import type { Facts } from '../../world/facts.ts';

/** What a new version is known to be by what was sent: all but what the service makes or stamps. */
export function sentFacts({ command, strictness }: Call<SetCommand>): Facts {
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
  const made =
    command.op === 'import' ? importedFacts(input, strictness.service) : madeFacts(input, strictness.service);
  if (!isExchangeKey(input)) return { ...common, ...made };
  // A key that only serves to import others expires by itself (recordings: after two days).
  const { exp: _expiry, ...rest } = common;
  return { ...rest, ...made };
}

/** CreateKey: kind and curve are those asked for; an operation list that is asked for is kept as it is. */
function madeFacts(
  { kty, crv, key_ops: operations, release_policy: policy }: Fields,
  isService: boolean,
): Facts {
  return {
    ...(kty !== undefined && { kty }),
    ...(crv !== undefined && { crv }),
    ...operationsOf(operations, kty, isService),
    ...(policy === undefined && { release_policy: null }),
  };
}

/** Recordings: who asks for no operations gets all that keys of the type have (3,762 of 3,762). */
function operationsOf(asked: Json | undefined, kty: Json | undefined, isService: boolean): Facts {
  if (isList(asked)) return { key_ops: asked };
  return isService && typeof kty === 'string' ? { key_ops: defaultOperations(kty) } : {};
}

function defaultOperations(kty: string): readonly Json[] {
  return kty.startsWith('EC') ? ['sign', 'verify'] : RSA_OPERATIONS;
}

const RSA_OPERATIONS: readonly Json[] = ['encrypt', 'decrypt', 'sign', 'verify', 'wrapKey', 'unwrapKey'];

/** ImportKey: the curve is the one that was sent; numbers may be written with other leading zeros. */
function importedFacts({ key, Hsm: isHardware }: Fields, isService: boolean): Facts {
  const { crv, kty, key_ops: operations } = isObject(key) ? key : {};
  return {
    release_policy: null,
    ...operationsOf(operations, kty, isService),
    ...(typeof crv === 'string' && { crv }),
    ...(typeof kty === 'string' && { kty: isHardware === true ? hardware(kty) : kty }),
  };
}

/** `RSA-HSM` for `RSA`: the type of a key that is kept in hardware. */
function hardware(kty: string): string {
  return kty.endsWith('-HSM') ? kty : `${kty}-HSM`;
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
