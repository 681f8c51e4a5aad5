import type { KeyClient, KeyType } from '@azure/keyvault-keys';
import type { Command, DocumentCommand, SetCommand, UpdateCommand } from '../../../model/command.ts';
import { attributesOf } from '../attributesOf.ts';
import { firstPage, type ListCall } from '../firstPage.ts';
import { given } from '../given.ts';
import { toldName, toldPoller } from '../told.ts';
import { bytesOf, flagOf, inputOf, numberOf, textOf } from '../typedField.ts';
import { jsonWebKeyOf, keyOperationsOf, releasePolicyOf } from './jsonWebKeyOf.ts';
import { rotationPolicyOf } from './rotationPolicyOf.ts';

/** Makes a command about keys, uses excepted, with one call of a `KeyClient`; tells what it answered. */
export async function keyCall(client: KeyClient, command: Command, nextUrl?: string): Promise<string> {
  switch (command.op) {
    case 'create':
    case 'import':
    case 'update':
    case 'updateRotationPolicy':
      return inputCall(client, command);
    case 'get': {
      const { properties } = await client.getKey(command.name, given({ version: command.version }));
      return `getKey: ${toldName(properties)}`;
    }
    case 'restore': {
      const { properties } = await client.restoreKeyBackup(bytesOf(command.blob) ?? new Uint8Array());
      return `restoreKeyBackup: ${toldName(properties)}`;
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
    case 'rotate':
    case 'getRotationPolicy':
      return nameCall(client, command.op, command.name);
    default:
      throw new RangeError(`the library has no call for ${command.op} of a ${command.kind}`);
  }
}

type InputCommand = SetCommand | UpdateCommand | DocumentCommand;

async function inputCall(client: KeyClient, command: InputCommand): Promise<string> {
  const { op, name } = command;
  const input = inputOf(command);
  if (op === 'updateRotationPolicy') {
    await client.updateKeyRotationPolicy(name, rotationPolicyOf(input));
    return 'updateKeyRotationPolicy: a policy';
  }
  const common = {
    ...attributesOf(input),
    ...given({ releasePolicy: releasePolicyOf(input.release_policy) }),
  };
  const exportable = given({ exportable: flagOf(input.exportable) });
  const keyOps = given({ keyOps: keyOperationsOf(input.key_ops) });
  if (op === 'update') {
    const version = 'version' in command ? (command.version ?? '') : '';
    const { properties } = await client.updateKeyProperties(name, version, { ...common, ...keyOps });
    return `updateKeyProperties: ${toldName(properties)}`;
  }
  if (op === 'import') {
    const hardware = given({ hardwareProtected: flagOf(input.Hsm) });
    const options = { ...common, ...exportable, ...hardware };
    const { properties } = await client.importKey(name, jsonWebKeyOf(input.key), options);
    return `importKey: ${toldName(properties)}`;
  }
  const shape = given({ keySize: numberOf(input.key_size), curve: textOf(input.crv) });
  const options = { ...common, ...exportable, ...keyOps, ...shape };
  const { properties } = await client.createKey(name, (textOf(input.kty) ?? '') as KeyType, options);
  return `createKey: ${toldName(properties)}`;
}

type NameOp = 'delete' | 'getDeleted' | 'recover' | 'purge' | 'backup' | 'rotate' | 'getRotationPolicy';

async function nameCall(client: KeyClient, op: NameOp, name: string): Promise<string> {
  switch (op) {
    case 'delete':
      return `beginDeleteKey: ${toldPoller(await client.beginDeleteKey(name))}`;
    case 'recover':
      return `beginRecoverDeletedKey: ${toldPoller(await client.beginRecoverDeletedKey(name))}`;
    case 'getDeleted':
      return `getDeletedKey: ${toldName((await client.getDeletedKey(name)).properties)}`;
    case 'purge':
      await client.purgeDeletedKey(name);
      return 'purgeDeletedKey: nothing, as always';
    case 'backup':
      return `backupKey: ${(await client.backupKey(name))?.length ?? 0} bytes`;
    case 'rotate':
      return `rotateKey: ${toldName((await client.rotateKey(name)).properties)}`;
    case 'getRotationPolicy': {
      const { lifetimeActions } = await client.getKeyRotationPolicy(name);
      return `getKeyRotationPolicy: ${lifetimeActions?.length ?? 0} lifetime actions`;
    }
  }
}

async function listCall(client: KeyClient, command: ListCall, nextUrl: string | undefined): Promise<string> {
  if (command.op === 'listVersions') {
    const versions = client.listPropertiesOfKeyVersions(command.name);
    return `listPropertiesOfKeyVersions: ${await firstPage(versions, command, nextUrl)}`;
  }
  if (command.op === 'list') {
    return `listPropertiesOfKeys: ${await firstPage(client.listPropertiesOfKeys(), command, nextUrl)}`;
  }
  return `listDeletedKeys: ${await firstPage(client.listDeletedKeys(), command, nextUrl)}`;
}
