import type { EmulatedService } from '../../emulatedService.ts';
import { latestVersion } from '../../objects/storedObject.ts';
import { newKey } from '../material/newKey.ts';
import { shapeOf } from '../material/privateKey.ts';
import type { KeyVersion, StoredKey } from '../storedKey.ts';
import { after, readDuration } from './duration.ts';

/** What rotation adds to a key: a version like the latest one, with a key of its own and the life that the policy gives it. */
export async function nextVersion(
  key: StoredKey,
  { versionIds, settings }: Pick<EmulatedService, 'versionIds' | 'settings'>,
  now: number,
): Promise<KeyVersion> {
  const latest = latestVersion(key);
  const life = readDuration(key.rotationPolicy?.expiryTime ?? '');
  return {
    ...latest,
    id: versionIds.next(),
    key: await newKey(shapeOf(latest.key), settings.quickKeys),
    enabled: true,
    notBefore: undefined,
    expires: life === undefined ? undefined : after(now, life),
    created: now,
    updated: now,
  };
}
