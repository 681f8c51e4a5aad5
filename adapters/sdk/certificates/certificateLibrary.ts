import { CertificateClient, type CertificateClientOptions } from '@azure/keyvault-certificates';
import type { Command } from '../../../model/command.ts';
import type { ClientLibrary } from '../clientLibrary.ts';
import { inputOf, itemsOf } from '../typedField.ts';
import { certificateCall } from './certificateCall.ts';
import { contactsCall } from './contactsCall.ts';
import { issuerCall } from './issuerCall.ts';

/** An `api-version` that the library's types know. */
type ServiceVersion = NonNullable<CertificateClientOptions['serviceVersion']>;

const SERVICE_VERSIONS: readonly ServiceVersion[] = [
  '7.0',
  '7.1',
  '7.2',
  '7.3',
  '7.4',
  '7.5',
  '7.6',
  '2025-07-01',
];

/** `@azure/keyvault-certificates`: certificates, and the issuers and contacts of a vault. */
export const certificateLibrary: ClientLibrary = {
  name: '@azure/keyvault-certificates',
  knows: (apiVersion) => SERVICE_VERSIONS.some((version) => version === apiVersion),
  inexpressible(command) {
    if ('maxResults' in command && command.maxResults !== undefined) return 'it asks for no size of a page';
    return inputProblem(command);
  },
  connect(base, credential, options, apiVersion) {
    const serviceVersion = apiVersion as ServiceVersion;
    const client = new CertificateClient(base, credential, { ...options, serviceVersion });
    return (command, nextUrl) => {
      if (command.kind === 'contacts') return contactsCall(client, command);
      return command.kind === 'issuer'
        ? issuerCall(client, command, nextUrl)
        : certificateCall(client, command, nextUrl);
    };
  },
};

/** What the library cannot do without. */
function inputProblem(command: Command): string | undefined {
  if (!('input' in command) || command.input === undefined) return undefined;
  const { policy, value, x5c, provider, contacts, cancellation_requested } = inputOf({
    input: command.input,
  });
  switch (`${command.kind} ${command.op}`) {
    case 'certificate create':
      return typeof policy === 'object' ? undefined : 'it always sends a policy';
    case 'certificate import':
      return typeof value === 'string' ? undefined : 'it always sends a certificate';
    case 'certificate merge':
      return itemsOf(x5c) ? undefined : 'it always sends certificates to merge';
    case 'certificate updateOperation':
      return cancellation_requested === true ? undefined : 'all it can ask of an operation is its end';
    case 'issuer set':
      return typeof provider === 'string' ? undefined : 'it always sends a provider';
    case 'contacts set':
      return itemsOf(contacts) ? undefined : 'it always sends a list of contacts';
    default:
      return undefined;
  }
}
