import type {
  CryptographyClient,
  DecryptParameters,
  EncryptParameters,
  KeyClient,
  KeyWrapAlgorithm,
} from '@azure/keyvault-keys';
import type { UseCommand } from '../../../model/command.ts';
import type { Fields } from '../../../model/fields.ts';
import { given } from '../given.ts';
import { bytesOf, inputOf, textOf } from '../typedField.ts';

/**
 * Uses a key with a `CryptographyClient` of its own, so that it looks at the key first, as it does at its first use.
 * What the library does with the public key itself it does not ask the service for.
 */
export async function keyUseCall(client: KeyClient, command: UseCommand): Promise<string> {
  const { name, version, use } = command;
  const input = inputOf(command);
  if (use === 'release') {
    const options = {
      version: version ?? '',
      ...given({ nonce: textOf(input.nonce), algorithm: textOf(input.enc) }),
    };
    const { value } = await client.releaseKey(name, textOf(input.target) ?? '', options);
    return `releaseKey: ${value.length} characters`;
  }
  const cryptography = client.getCryptographyClient(name, given({ keyVersion: version }));
  return `${use}: ${await used(cryptography, use, input)}`;
}

async function used(
  client: CryptographyClient,
  use: Exclude<UseCommand['use'], 'release'>,
  input: Fields,
): Promise<string> {
  const algorithm = textOf(input.alg) ?? '';
  const value = bytesOf(input.value) ?? new Uint8Array();
  switch (use) {
    case 'encrypt': {
      const parameters = { algorithm, plaintext: value, ...sealed(input) } as EncryptParameters;
      return size((await client.encrypt(parameters)).result);
    }
    case 'decrypt': {
      const parameters = { algorithm, ciphertext: value, ...sealed(input) } as DecryptParameters;
      return size((await client.decrypt(parameters)).result);
    }
    case 'sign':
      return size((await client.sign(algorithm, value)).result);
    case 'verify': {
      const { result } = await client.verify(algorithm, bytesOf(input.digest) ?? new Uint8Array(), value);
      return String(result);
    }
    case 'wrapKey':
      return size((await client.wrapKey(algorithm as KeyWrapAlgorithm, value)).result);
    case 'unwrapKey':
      return size((await client.unwrapKey(algorithm as KeyWrapAlgorithm, value)).result);
  }
}

/** What goes with a text that is encrypted by AES. */
function sealed({ iv, aad, tag }: Fields): object {
  return given({
    iv: bytesOf(iv),
    additionalAuthenticatedData: bytesOf(aad),
    authenticationTag: bytesOf(tag),
  });
}

function size(result: Uint8Array): string {
  return `${result.length} bytes`;
}
