import { KeyClient } from '@azure/keyvault-keys';
import type { ClientLibrary } from '../clientLibrary.ts';
import { inputOf } from '../typedField.ts';
import { keyCall } from './keyCall.ts';
import { keyUseCall } from './keyUseCall.ts';

/** Versions that the service has had of this API; the library's types take any text. */
const SERVICE_VERSIONS: readonly string[] = ['7.0', '7.1', '7.2', '7.3', '7.4', '7.5', '7.6', '2025-07-01'];

/** `@azure/keyvault-keys`: a `KeyClient`, and for uses of keys its `CryptographyClient`. */
export const keyLibrary: ClientLibrary = {
  name: '@azure/keyvault-keys',
  knows: (apiVersion) => SERVICE_VERSIONS.includes(apiVersion),
  inexpressible(command) {
    if (command.op === 'create' && typeof inputOf(command).kty !== 'string')
      return 'it always sends a key type';
    if (command.op === 'import' && typeof inputOf(command).key !== 'object') return 'it always sends a key';
    if (command.op === 'use' && command.use === 'release' && typeof inputOf(command).target !== 'string') {
      return 'it always sends an attestation to release a key';
    }
    return undefined;
  },
  connect(base, credential, options, serviceVersion) {
    const client = new KeyClient(base, credential, { ...options, serviceVersion });
    return (command, nextUrl) =>
      command.op === 'use' ? keyUseCall(client, command) : keyCall(client, command, nextUrl);
  },
};
