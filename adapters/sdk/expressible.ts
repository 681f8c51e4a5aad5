import type { SecretClientOptions } from '@azure/keyvault-secrets';
import type { Command } from '../../model/command.ts';
import type { Fields } from '../../model/fields.ts';
import type { Json } from '../../model/json.ts';

/** An `api-version` that the library's types know. */
export type ServiceVersion = NonNullable<SecretClientOptions['serviceVersion']>;

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

/** The `api-version` as the library's types know it; undefined when they do not. */
export function serviceVersionOf(apiVersion: string | null): ServiceVersion | undefined {
  return SERVICE_VERSIONS.find((version) => version === apiVersion);
}

/**
 * Why the library has no way to send a command as it is; undefined when it has.
 * @param apiVersion the `api-version` that the command is to be sent with
 */
export function inexpressible(command: Command, apiVersion: string | null): string | undefined {
  if (apiVersion === null) return 'it always sends an api-version';
  if (!serviceVersionOf(apiVersion)) return `it does not know the api-version ${apiVersion}`;
  if ('name' in command && command.name === '') return 'it takes no empty name';
  switch (command.op) {
    case 'set':
      return inputProblem(command.input, command.broken) ?? valueProblem(command.input);
    case 'update':
      return inputProblem(command.input, command.broken);
    case 'delete':
      return command.version === undefined ? undefined : 'it deletes all versions at once';
    case 'restore':
      return isBase64Url(command.blob) ? undefined : 'it restores only what a backup can be';
    default:
      return undefined;
  }
}

function inputProblem(input: Fields | 'unrecorded', broken: string | undefined): string | undefined {
  if (broken !== undefined || input === 'unrecorded') return 'it always sends a whole body';
  const odd = Object.entries(input).find(([field, value]) => !isExpressible(field, value));
  return odd && `it cannot send ${odd[0]} as ${JSON.stringify(odd[1])?.slice(0, 40)}`;
}

function valueProblem(input: Fields | 'unrecorded'): string | undefined {
  return input !== 'unrecorded' && typeof input.value === 'string' ? undefined : 'it always sends a value';
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

function isBase64Url(blob: string): boolean {
  return blob !== '' && Buffer.from(blob, 'base64url').toString('base64url') === blob;
}
