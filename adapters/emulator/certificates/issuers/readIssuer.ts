import { invalidProperty } from '../../errors/invalidProperty.ts';
import { given, isBoolean, isString, type Json, section } from '../../objects/objectBody.ts';
import type { CertificateIssuer, IssuerAdministrator } from './certificateIssuer.ts';

/**
 * The issuer that a body speaks of. Throws a 400 for values that the service would not take.
 * @param present what it changes; where there is none, what is left out is left out.
 */
export function readIssuer(
  body: Json,
  name: string,
  now: number,
  present?: CertificateIssuer,
): CertificateIssuer {
  const provider = given(body.provider, isString) ?? present?.provider;
  if (provider === undefined || provider === '') throw invalidProperty();
  return {
    name: present?.name ?? name,
    provider,
    credentials: readCredentials(body.credentials) ?? present?.credentials,
    organisation: readOrganisation(body.org_details) ?? present?.organisation,
    enabled: given(section(body.attributes).enabled, isBoolean) ?? present?.enabled ?? true,
    created: present?.created ?? now,
    updated: now,
  };
}

function readCredentials(value: unknown): CertificateIssuer['credentials'] {
  if (value === undefined || value === null) return undefined;
  return { accountId: given(section(value).account_id, isString) };
}

function readOrganisation(value: unknown): CertificateIssuer['organisation'] {
  if (value === undefined || value === null) return undefined;
  const { id, admin_details } = section(value);
  const administrators = admin_details ?? [];
  if (!Array.isArray(administrators)) throw invalidProperty();
  return { id: given(id, isString), administrators: administrators.map(readAdministrator) };
}

function readAdministrator(value: unknown): IssuerAdministrator {
  const part = section(value);
  const text = (field: keyof IssuerAdministrator): object => {
    const found = given(part[field], isString);
    return found === undefined ? {} : { [field]: found };
  };
  return { ...text('first_name'), ...text('last_name'), ...text('email'), ...text('phone') };
}
