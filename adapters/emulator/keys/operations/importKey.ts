import { given, isBoolean, section } from '../../objects/objectBody.ts';
import type { Answer } from '../../requests/answer.ts';
import type { VaultRequest } from '../../requests/vaultRequest.ts';
import { readImportedKey } from '../importedKey.ts';
import { readKeyProperties } from '../keyBody.ts';
import { addKeyVersion, admitKey, type WantedKey } from '../newKeyVersion.ts';

/** PUT /keys/{name}: takes in a private key that the client made, as a new key or as a new version of a live one. */
export function importKey(request: VaultRequest): Answer {
  const body = request.body();
  const { key, hsm } = readImportedKey(body.key);
  const properties = readKeyProperties(body, section(body.key).key_ops);
  const inHsm = hsm || (given(body.Hsm ?? body.hsm, isBoolean) ?? false);
  const wanted: WantedKey = { operation: 'import', kty: inHsm ? `${key.kty}-HSM` : key.kty, properties };
  return addKeyVersion(request, admitKey(request, wanted), wanted, key);
}
