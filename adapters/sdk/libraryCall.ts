import type { SecretClient, SecretProperties, UpdateSecretPropertiesOptions } from '@azure/keyvault-secrets';
import type { Command } from '../../model/command.ts';
import type { Fields } from '../../model/fields.ts';

/** A poller of the library, as far as it is looked at. */
interface Poller {
  isDone(): boolean;
}

/**
 * Makes a command with the library: one call of its client each. Pollers are started and not waited for.
 * @param nextUrl the continuation of a list, as a URL of the vault's own address
 * @returns what the library answered, in words, without any secret's value
 */
export async function libraryCall(client: SecretClient, command: Command, nextUrl?: string): Promise<string> {
  switch (command.op) {
    case 'set': {
      const { value, ...options } = optionsOf(command.input);
      return `setSecret: ${shown((await client.setSecret(command.name, value ?? '', options)).properties)}`;
    }
    case 'get': {
      const options = command.version === undefined ? {} : { version: command.version };
      return `getSecret: ${shown((await client.getSecret(command.name, options)).properties)}`;
    }
    case 'update': {
      const { value: _, ...options } = optionsOf(command.input);
      const version = command.version ?? '';
      return `updateSecretProperties: ${shown(await client.updateSecretProperties(command.name, version, options))}`;
    }
    case 'restore': {
      const blob = Buffer.from(command.blob, 'base64url');
      return `restoreSecretBackup: ${shown(await client.restoreSecretBackup(blob))}`;
    }
    case 'list':
    case 'listDeleted':
    case 'listVersions':
      return listCall(client, command, nextUrl);
    case 'delete':
    case 'getDeleted':
    case 'recover':
    case 'purge':
    case 'backup':
      return nameCall(client, command.op, command.name);
    default:
      throw new RangeError(`the library has no call for ${command.op} of a ${command.kind}`);
  }
}

async function nameCall(
  client: SecretClient,
  op: 'delete' | 'getDeleted' | 'recover' | 'purge' | 'backup',
  name: string,
): Promise<string> {
  switch (op) {
    case 'delete':
      return `beginDeleteSecret: ${pollerState(await client.beginDeleteSecret(name))}`;
    case 'recover':
      return `beginRecoverDeletedSecret: ${pollerState(await client.beginRecoverDeletedSecret(name))}`;
    case 'getDeleted':
      return `getDeletedSecret: ${shown((await client.getDeletedSecret(name)).properties)}`;
    case 'purge':
      await client.purgeDeletedSecret(name);
      return 'purgeDeletedSecret: nothing, as always';
    case 'backup':
      return `backupSecret: ${(await client.backupSecret(name))?.length ?? 0} bytes`;
  }
}

async function listCall(
  client: SecretClient,
  command: Extract<Command, { readonly op: 'list' | 'listDeleted' | 'listVersions' }>,
  nextUrl: string | undefined,
): Promise<string> {
  const settings = {
    ...(command.maxResults !== undefined && { maxPageSize: command.maxResults }),
    ...(nextUrl !== undefined && { continuationToken: nextUrl }),
  };
  if ('name' in command) {
    const { value } = await client.listPropertiesOfSecretVersions(command.name).byPage(settings).next();
    return `listPropertiesOfSecretVersions: page of ${value?.length ?? 0}`;
  }
  if (command.op === 'list') {
    const { value } = await client.listPropertiesOfSecrets().byPage(settings).next();
    return `listPropertiesOfSecrets: page of ${value?.length ?? 0}`;
  }
  const { value } = await client.listDeletedSecrets().byPage(settings).next();
  return `listDeletedSecrets: page of ${value?.length ?? 0}`;
}

function optionsOf(input: Fields | 'unrecorded'): UpdateSecretPropertiesOptions & { value?: string } {
  if (input === 'unrecorded') return {};
  const { value, contentType, enabled, nbf, exp, tags } = input;
  return {
    ...(typeof value === 'string' && { value }),
    ...(typeof contentType === 'string' && { contentType }),
    ...(typeof enabled === 'boolean' && { enabled }),
    ...(typeof nbf === 'number' && { notBefore: new Date(nbf * 1000) }),
    ...(typeof exp === 'number' && { expiresOn: new Date(exp * 1000) }),
    ...(tags !== undefined && { tags: tags as { [name: string]: string } }),
  };
}

function shown(properties: SecretProperties): string {
  return `${properties.name}${properties.version === undefined ? '' : `, version ${properties.version}`}`;
}

function pollerState(poller: Poller): string {
  return poller.isDone() ? 'the poller is done' : 'the poller waits';
}
