import type {
  AdministratorContact,
  CertificateClient,
  CreateIssuerOptions,
} from '@azure/keyvault-certificates';
import type { Command } from '../../../model/command.ts';
import type { Fields } from '../../../model/fields.ts';
import type { Json } from '../../../model/json.ts';
import { firstPage } from '../firstPage.ts';
import { given } from '../given.ts';
import { flagOf, inputOf, itemsOf, membersOf, textOf } from '../typedField.ts';

/** Makes a command about issuers of certificates with one call of a `CertificateClient`; tells what it answered. */
export async function issuerCall(
  client: CertificateClient,
  command: Command,
  nextUrl?: string,
): Promise<string> {
  switch (command.op) {
    case 'set': {
      const input = inputOf(command);
      const made = await client.createIssuer(command.name, textOf(input.provider) ?? '', optionsOf(input));
      return `createIssuer: ${made.name}`;
    }
    case 'update': {
      const input = inputOf(command);
      const options = { ...optionsOf(input), ...given({ provider: textOf(input.provider) }) };
      return `updateIssuer: ${(await client.updateIssuer(command.name, options)).name}`;
    }
    case 'get':
      return `getIssuer: ${(await client.getIssuer(command.name)).name}`;
    case 'delete':
      return `deleteIssuer: ${(await client.deleteIssuer(command.name)).name}`;
    case 'list':
      return `listPropertiesOfIssuers: ${await firstPage(client.listPropertiesOfIssuers(), command, nextUrl)}`;
    default:
      throw new RangeError(`the library has no call for ${command.op} of an issuer`);
  }
}

function optionsOf({ credentials, org_details, enabled }: Fields): CreateIssuerOptions {
  const { account_id, pwd } = membersOf(credentials);
  const { id, admin_details } = membersOf(org_details);
  return given({
    accountId: textOf(account_id),
    password: textOf(pwd),
    organizationId: textOf(id),
    administratorContacts: itemsOf(admin_details)?.map(administratorOf),
    enabled: flagOf(enabled),
  });
}

function administratorOf(item: Json): AdministratorContact {
  const { first_name, last_name, email, phone } = membersOf(item);
  return given({
    firstName: textOf(first_name),
    lastName: textOf(last_name),
    email: textOf(email),
    phone: textOf(phone),
  });
}
