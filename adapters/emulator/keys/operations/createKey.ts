import type { Answer } from '../../requests/answer.ts';
import type { VaultRequest } from '../../requests/vaultRequest.ts';
import { readKeyProperties, readKeyType, readShape } from '../keyBody.ts';
import { newKey } from '../material/newKey.ts';
import { addKeyVersion, admitKey, type WantedKey } from '../newKeyVersion.ts';

/** POST /keys/{name}/create: a new key, or a new version of a live one. */
export async function createKey(request: VaultRequest): Promise<Answer> {
  const body = request.body();
  const kty = readKeyType(body);
  const shape = readShape(body, kty);
  const wanted: WantedKey = { operation: 'create', kty, properties: readKeyProperties(body) };
  admitKey(request, wanted);
  const key = await newKey(shape, request.service.settings.quickKeys);
  // While the key was made, somebody else may have taken the name.
  return addKeyVersion(request, admitKey(request, wanted), wanted, key);
}
