import type { SecretClient, UpdateSecretPropertiesOptions } from '@azure/keyvault-secrets';
import type { Command } from '../../../model/command.ts';
import type { Fields } from '../../../model/fields.ts';
import { attributesOf } from '../attributesOf.ts';
import { firstPage, type ListCall } from '../firstPage.ts';
import { given } from '../given.ts';
import { toldName, toldPoller } from '../told.ts';
import { inputOf, textOf } from '../typedField.ts';

/** Makes a command about secrets with one call of a `SecretClient`; tells what it answered, without any value. */
export async function secretCall(client: SecretClient, command: Command, nextUrl?: string): Promise<string> {
  switch (command.op) {
    case 'set': {
      const input = inputOf(command);
      const { properties } = await client.setSecret(
        command.name,
        textOf(input.value) ?? '',
        optionsOf(input),
      );
      return `setSecret: ${toldName(properties)}`;
    }
    case 'get': {
      const { properties } = await client.getSecret(command.name, given({ version: command.version }));
      return `getSecret: ${toldName(properties)}`;
    }
    case 'update': {
      const options = optionsOf(inputOf(command));
      const updated = await client.updateSecretProperties(command.name, command.version ?? '', options);
      return `updateSecretProperties: ${toldName(updated)}`;
    }
    case 'restore': {
      const restored = await client.restoreSecretBackup(Buffer.from(command.blob, 'base64url'));
      return `restoreSecretBackup: ${toldName(restored)}`;
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
      return `beginDeleteSecret: ${toldPoller(await client.beginDeleteSecret(name))}`;
    case 'recover':
      return `beginRecoverDeletedSecret: ${toldPoller(await client.beginRecoverDeletedSecret(name))}`;
    case 'getDeleted':
      return `getDeletedSecret: ${toldName((await client.getDeletedSecret(name)).properties)}`;
    case 'purge':
      await client.purgeDeletedSecret(name);
      return 'purgeDeletedSecret: nothing, as always';
    case 'backup':
      return `backupSecret: ${(await client.backupSecret(name))?.length ?? 0} bytes`;
  }
}

async function listCall(
  client: SecretClient,
  command: ListCall,
  nextUrl: string | undefined,
): Promise<string> {
  if (command.op === 'listVersions') {
    const versions = client.listPropertiesOfSecretVersions(command.name);
    return `listPropertiesOfSecretVersions: ${await firstPage(versions, command, nextUrl)}`;
  }
  if (command.op === 'list') {
    return `listPropertiesOfSecrets: ${await firstPage(client.listPropertiesOfSecrets(), command, nextUrl)}`;
  }
  return `listDeletedSecrets: ${await firstPage(client.listDeletedSecrets(), command, nextUrl)}`;
}

function optionsOf(input: Fields): UpdateSecretPropertiesOptions {
  return { ...attributesOf(input), ...given({ contentType: textOf(input.contentType) }) };
}
