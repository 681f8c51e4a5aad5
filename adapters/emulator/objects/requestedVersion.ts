import type { ObjectErrors } from './objectErrors.ts';
import { latestVersion, type StoredObject, type StoredVersion } from './storedObject.ts';

/**
 * The version that a request names, the latest if it names none. Throws 404 when there is no such version.
 * @param request its object's and version's name as the client spelled them.
 */
export function requestedVersion<Version extends StoredVersion>(
  object: StoredObject<Version>,
  { name, version }: { readonly name: string; readonly version: string | undefined },
  errors: ObjectErrors,
): Version {
  if (version === undefined) return latestVersion(object);
  const id = version.toLowerCase();
  const found = object.versions.find((candidate) => candidate.id === id);
  if (found === undefined) throw errors.versionNotFound(name, version);
  return found;
}
