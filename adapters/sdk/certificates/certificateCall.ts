import type { CertificateClient } from '@azure/keyvault-certificates';
import type { Command, DocumentCommand, SetCommand, UpdateCommand } from '../../../model/command.ts';
import { attributesOf } from '../attributesOf.ts';
import { firstPage, type ListCall } from '../firstPage.ts';
import { given } from '../given.ts';
import { toldName, toldPoller } from '../told.ts';
import { bytesOf, inputOf, itemsOf, textOf } from '../typedField.ts';
import { certificatePolicyOf } from './certificatePolicyOf.ts';
import { certificateOperationCall } from './operationCall.ts';

/** Makes a command about certificates with one call of a `CertificateClient`; tells what it answered. */
export async function certificateCall(
  client: CertificateClient,
  command: Command,
  nextUrl?: string,
): Promise<string> {
  switch (command.op) {
    case 'create':
    case 'import':
    case 'update':
    case 'updatePolicy':
    case 'merge':
      return inputCall(client, command);
    case 'get':
      return getCall(client, command.name, command.version);
    case 'restore': {
      const { properties } = await client.restoreCertificateBackup(bytesOf(command.blob) ?? new Uint8Array());
      return `restoreCertificateBackup: ${toldName(properties)}`;
    }
    case 'list':
    case 'listDeleted':
    case 'listVersions':
      return listCall(client, command, nextUrl);
    case 'getOperation':
    case 'updateOperation':
    case 'deleteOperation':
      return certificateOperationCall(client, command.op, command.name);
    case 'delete':
    case 'getDeleted':
    case 'recover':
    case 'purge':
    case 'backup':
    case 'getPolicy':
      return nameCall(client, command.op, command.name);
    default:
      throw new RangeError(`the library has no call for ${command.op} of a ${command.kind}`);
  }
}

async function getCall(client: CertificateClient, name: string, version?: string): Promise<string> {
  if (version === undefined) {
    const { properties } = await client.getCertificate(name);
    return `getCertificate: ${toldName(properties)}`;
  }
  const { properties } = await client.getCertificateVersion(name, version);
  return `getCertificateVersion: ${toldName(properties)}`;
}

type InputCommand = SetCommand | UpdateCommand | DocumentCommand;

async function inputCall(client: CertificateClient, command: InputCommand): Promise<string> {
  const { op, name } = command;
  const input = inputOf(command);
  switch (op) {
    case 'updatePolicy':
      await client.updateCertificatePolicy(name, certificatePolicyOf(input));
      // It looks for the answer where it never puts it.
      return 'updateCertificatePolicy: an empty policy, as always';
    case 'merge': {
      const chain = itemsOf(input.x5c)?.map((one) => Buffer.from(textOf(one) ?? '', 'base64')) ?? [];
      const { properties } = await client.mergeCertificate(name, chain);
      return `mergeCertificate: ${toldName(properties)}`;
    }
    case 'update': {
      const version = 'version' in command ? (command.version ?? '') : '';
      const { properties } = await client.updateCertificateProperties(name, version, attributesOf(input));
      return `updateCertificateProperties: ${toldName(properties)}`;
    }
    case 'import': {
      const bytes = Buffer.from(textOf(input.value) ?? '', 'base64');
      const options = { ...attributesOf(input), ...given({ password: textOf(input.pwd) }) };
      const { properties } = await client.importCertificate(name, bytes, options);
      return `importCertificate: ${toldName(properties)}`;
    }
    default: {
      const policy = certificatePolicyOf(input.policy);
      const poller = await client.beginCreateCertificate(name, policy, attributesOf(input));
      return `beginCreateCertificate: ${toldPoller(poller)}`;
    }
  }
}

type NameOp = 'delete' | 'getDeleted' | 'recover' | 'purge' | 'backup' | 'getPolicy';

async function nameCall(client: CertificateClient, op: NameOp, name: string): Promise<string> {
  switch (op) {
    case 'delete':
      return `beginDeleteCertificate: ${toldPoller(await client.beginDeleteCertificate(name))}`;
    case 'recover': {
      const poller = await client.beginRecoverDeletedCertificate(name);
      return `beginRecoverDeletedCertificate: ${toldPoller(poller)}`;
    }
    case 'getDeleted':
      return `getDeletedCertificate: ${toldName((await client.getDeletedCertificate(name)).properties)}`;
    case 'purge':
      await client.purgeDeletedCertificate(name);
      return 'purgeDeletedCertificate: nothing, as always';
    case 'backup':
      return `backupCertificate: ${(await client.backupCertificate(name))?.length ?? 0} bytes`;
    case 'getPolicy': {
      const { issuerName } = await client.getCertificatePolicy(name);
      return `getCertificatePolicy: issuer ${issuerName ?? 'not told'}`;
    }
  }
}

async function listCall(
  client: CertificateClient,
  command: ListCall,
  nextUrl: string | undefined,
): Promise<string> {
  if (command.op === 'listVersions') {
    const versions = client.listPropertiesOfCertificateVersions(command.name);
    return `listPropertiesOfCertificateVersions: ${await firstPage(versions, command, nextUrl)}`;
  }
  const options = given({ includePending: command.includePending });
  if (command.op === 'list') {
    const list = client.listPropertiesOfCertificates(options);
    return `listPropertiesOfCertificates: ${await firstPage(list, command, nextUrl)}`;
  }
  return `listDeletedCertificates: ${await firstPage(client.listDeletedCertificates(options), command, nextUrl)}`;
}
