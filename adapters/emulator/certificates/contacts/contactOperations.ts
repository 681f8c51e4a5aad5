import { badParameter } from '../../errors/badParameter.ts';
import { invalidProperty } from '../../errors/invalidProperty.ts';
import { ServiceError } from '../../errors/serviceError.ts';
import { given, isString, section } from '../../objects/objectBody.ts';
import { type Answer, ok } from '../../requests/answer.ts';
import type { VaultRequest } from '../../requests/vaultRequest.ts';
import type { CertificateContact } from './certificateContact.ts';

/** PUT /certificates/contacts: whom the service writes to, in place of all that it wrote to before. */
export function setContacts(request: VaultRequest): Answer {
  const { contacts } = request.body();
  if (!Array.isArray(contacts)) throw badParameter('The parameter contacts is not specified.');
  request.vault.contacts = contacts.map(readContact);
  return bundle(request, request.vault.contacts);
}

/** GET /certificates/contacts */
export function getContacts(request: VaultRequest): Answer {
  return bundle(request, contactsOf(request));
}

/** DELETE /certificates/contacts: at once and for good; contacts are not recoverable (CR-10). */
export function deleteContacts(request: VaultRequest): Answer {
  const contacts = contactsOf(request);
  request.vault.contacts = undefined;
  return bundle(request, contacts);
}

function readContact(value: unknown): CertificateContact {
  const part = section(value);
  const email = given(part.email, isString);
  const name = given(part.name, isString);
  const phone = given(part.phone, isString);
  if (email === undefined) throw invalidProperty();
  return { email, ...(name !== undefined && { name }), ...(phone !== undefined && { phone }) };
}

function contactsOf({ vault }: VaultRequest): readonly CertificateContact[] {
  if (vault.contacts !== undefined) return vault.contacts;
  throw new ServiceError(404, 'ContactsNotFound', 'Contacts not found');
}

function bundle({ baseUrl }: VaultRequest, contacts: readonly CertificateContact[]): Answer {
  return ok({ id: `${baseUrl}/certificates/contacts`, contacts });
}
