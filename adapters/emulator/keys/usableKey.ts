import { requestedVersion } from '../objects/requestedVersion.ts';
import type { VaultRequest } from '../requests/vaultRequest.ts';
import { keyErrors } from './keyErrors.ts';
import { keyLifecycle } from './keyLifecycle.ts';
import type { KeyVersion, StoredKey } from './storedKey.ts';

/** What a key can be used for. */
export type KeyUse = 'encrypt' | 'decrypt' | 'sign' | 'verify' | 'wrapKey' | 'unwrapKey';

/** Uses that need the private part: a disabled key does none of them, but all others. */
const PRIVATE_USES: readonly KeyUse[] = ['decrypt', 'sign', 'unwrapKey'];

/** Uses of what was protected before: they work outside of a key's dates too (KY-02). */
const TIMELESS_USES: readonly KeyUse[] = ['decrypt', 'verify', 'unwrapKey'];

/**
 * The version of a live key that a request wants to use. Throws 403 where the version is disabled, out of its dates or
 * not meant for this use.
 */
export function usableKey(
  request: VaultRequest,
  use: KeyUse,
): { readonly key: StoredKey; readonly version: KeyVersion } {
  const key = keyLifecycle(request).live(request.name);
  const version = requestedVersion(key, request, keyErrors);
  if (!version.enabled && PRIVATE_USES.includes(use)) throw keyErrors.disabled(use);
  if (!TIMELESS_USES.includes(use)) checkDates(version, use, request.now);
  if (!version.keyOps.includes(use)) throw keyErrors.notPermitted(use);
  return { key, version };
}

function checkDates({ notBefore, expires }: KeyVersion, use: KeyUse, now: number): void {
  if (notBefore !== undefined && now < notBefore) throw keyErrors.outOfDate(use, 'KeyNotYetValid');
  if (expires !== undefined && now >= expires) throw keyErrors.outOfDate(use, 'KeyExpired');
}
