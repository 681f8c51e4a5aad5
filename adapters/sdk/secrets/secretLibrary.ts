import { SecretClient, type SecretClientOptions } from '@azure/keyvault-secrets';
import type { Command } from '../../../model/command.ts';
import type { Fields } from '../../../model/fields.ts';
import type { Json } from '../../../model/json.ts';
import type { ClientLibrary } from '../clientLibrary.ts';
import { inputOf } from '../typedField.ts';
import { secretCall } from './secretCall.ts';

/** An `api-version` that the library's types know. */
type ServiceVersion = NonNullable<SecretClientOptions['serviceVersion']>;

const SERVICE_VERSIONS: readonly ServiceVersion[] = [
  '7.0',
  '7.1',
  '7.2',
  '7.3',
  '7.4',
  '7.5',
  '7.6',
  '2025-07-01',
  '2026-04-01',
];

/** The greatest instant the library can send, Unix seconds: it cuts dates to 32 bits. */
const LAST_SECOND = 2 ** 31 - 1;

/** `@azure/keyvault-secrets`. */
export const secretLibrary: ClientLibrary = {
  name: '@azure/keyvault-secrets',
  knows: (apiVersion) => SERVICE_VERSIONS.some((version) => version === apiVersion),
  inexpressible(command: Command): string | undefined {
    if (command.op !== 'set' && command.op !== 'update') return undefined;
    const input = inputOf(command);
    const odd = Object.entries(input).find(([field, value]) => !isExpressible(field, value));
    if (odd) return `it cannot send ${odd[0]} as ${JSON.stringify(odd[1])?.slice(0, 40)}`;
    return command.op === 'set' ? valueProblem(input) : undefined;
  },
  connect(base, credential, options, apiVersion) {
    const serviceVersion = apiVersion as ServiceVersion;
    const client = new SecretClient(base, credential, { ...options, serviceVersion });
    return (command, nextUrl) => secretCall(client, command, nextUrl);
  },
};

function valueProblem(input: Fields): string | undefined {
  return typeof input.value === 'string' ? undefined : 'it always sends a value';
}

function isExpressible(field: string, value: Json): boolean {
  switch (field) {
    case 'value':
    case 'contentType':
      return typeof value === 'string';
    case 'enabled':
      return typeof value === 'boolean';
    case 'nbf':
    case 'exp':
      return Number.isSafeInteger(value) && Math.abs(Number(value)) <= LAST_SECOND;
    case 'tags':
      return (
        typeof value === 'object' &&
        value !== null &&
        Object.values(value).every((tag) => typeof tag === 'string')
      );
    default:
      return false;
  }
}
