import { badParameter } from '../../errors/badParameter.ts';
import type { VaultOperation } from '../../requests/vaultRequest.ts';
import { ENCRYPTION } from '../cryptography/algorithms.ts';
import { decryptRsa, encryptRsa } from '../cryptography/rsaCipher.ts';
import { keyId } from '../keyBundle.ts';
import { readAlgorithm, readBytes, useAnswer } from '../keyUseBody.ts';
import { type KeyUse, usableKey } from '../usableKey.ts';

/** POST /keys/{name}[/{version}]/encrypt, decrypt, wrapkey, unwrapkey: what the name says, with an RSA key. */
export function cipherWithKey(
  use: Extract<KeyUse, 'encrypt' | 'decrypt' | 'wrapKey' | 'unwrapKey'>,
): VaultOperation {
  const transform = use === 'encrypt' || use === 'wrapKey' ? encryptRsa : decryptRsa;
  return (request) => {
    const body = request.body();
    const algorithm = readAlgorithm(body, ENCRYPTION);
    const value = readBytes(body, 'value');
    const { key, version } = usableKey(request, use);
    if (version.key.kty !== 'RSA') {
      throw badParameter(
        `A key of type '${version.kty}' and the algorithm '${body.alg}' do not fit together.`,
      );
    }
    request.service.meter.useKey(request, version);
    const result = transform(version.key, algorithm, value);
    return useAnswer(version, { kid: keyId(request, key, version), value: result.toString('base64url') });
  };
}
