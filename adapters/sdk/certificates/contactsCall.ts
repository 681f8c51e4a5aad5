import type { CertificateClient, CertificateContact } from '@azure/keyvault-certificates';
import type { Command } from '../../../model/command.ts';
import type { Json } from '../../../model/json.ts';
import { given } from '../given.ts';
import { inputOf, itemsOf, membersOf, textOf } from '../typedField.ts';

/** Makes a command about a vault's contacts with one call of a `CertificateClient`; tells what it answered. */
export async function contactsCall(client: CertificateClient, command: Command): Promise<string> {
  switch (command.op) {
    case 'set': {
      const contacts = itemsOf(inputOf(command).contacts)?.map(contactOf) ?? [];
      return `setContacts: ${count(await client.setContacts(contacts))}`;
    }
    case 'get':
      return `getContacts: ${count(await client.getContacts())}`;
    case 'delete':
      return `deleteContacts: ${count(await client.deleteContacts())}`;
    default:
      throw new RangeError(`the library has no call for ${command.op} of contacts`);
  }
}

function contactOf(item: Json): CertificateContact {
  const { email, name, phone } = membersOf(item);
  const contact = given({ email: textOf(email), name: textOf(name), phone: textOf(phone) });
  return contact as CertificateContact;
}

function count(contacts: readonly unknown[] | undefined): string {
  return `${contacts?.length ?? 0} contacts`;
}
