import { badParameter } from '../errors/badParameter.ts';
import { ServiceError } from '../errors/serviceError.ts';
import type { ObjectKind } from '../objects/objectKind.ts';
import type { StoredObject } from '../objects/storedObject.ts';
import type { VaultRequest } from '../requests/vaultRequest.ts';
import { geographyOf } from './geography.ts';

/** What is sealed in a backup: the whole object, and where alone it may be restored (BK-05). */
interface BackupContent<Kept> {
  readonly kind: string;
  readonly subscriptionId: string;
  readonly geography: string;
  readonly object: Kept;
}

/** Not a code by the usual grammar, but the service's own. */
const MALFORMED = 'Malformed backup blob';

/** Versions besides the latest that a backup may hold (BK-07). */
const MOST_PAST_VERSIONS = 500;

/** The blob that holds an object with all its versions. Throws a 400 when there are more than a backup takes. */
export function sealObject(request: VaultRequest, kind: ObjectKind, object: StoredObject): string {
  if (object.versions.length - 1 > MOST_PAST_VERSIONS) {
    throw badParameter(
      `The ${kind.noun} ${object.name} has more than ${MOST_PAST_VERSIONS} past versions and cannot be backed up.`,
    );
  }
  const content: BackupContent<StoredObject> = { kind: kind.noun, ...placeOf(request), object };
  return request.service.backups.seal(JSON.stringify(content));
}

/**
 * The object in the blob of a request's body, live. Throws the service's 400 for a blob that this emulator did not make,
 * that was changed, or that belongs to another subscription or geography.
 */
export function openObject<Kept extends StoredObject>(request: VaultRequest, kind: ObjectKind): Kept {
  const blob = request.body().value;
  if (typeof blob !== 'string') throw badParameter('The parameter value is not specified.');
  const opened = request.service.backups.open(blob);
  if ('fault' in opened) throw opened.fault === 'unknown' ? unknownBackup() : corruptBackup();
  // The seal is proof that this emulator wrote the content itself.
  const content = JSON.parse(opened.content) as BackupContent<Kept>;
  if (content.kind !== kind.noun) throw unknownBackup();
  const { subscriptionId, geography } = placeOf(request);
  if (content.subscriptionId !== subscriptionId || content.geography !== geography) {
    throw badParameter('Cannot decrypt backup blob.');
  }
  return { ...content.object, life: { turn: 'made' }, transitions: 0 };
}

/** Where alone a backup can be restored; clients spell subscriptions as they like. */
function placeOf({ vault }: VaultRequest): Pick<BackupContent<unknown>, 'subscriptionId' | 'geography'> {
  const { location, subscriptionId } = vault.resource;
  return { subscriptionId: subscriptionId.toLowerCase(), geography: geographyOf(location) };
}

function unknownBackup(): ServiceError {
  return new ServiceError(400, MALFORMED, 'Backup blob contains invalid or corrupt version.');
}

function corruptBackup(): ServiceError {
  return new ServiceError(400, MALFORMED, 'Backup blob is corrupt.');
}
