import type { BackupSeal } from '../backups/backupSeal.ts';
import type { StoredObject } from '../objects/storedObject.ts';
import { secretErrors } from './secretErrors.ts';
import { SECRET } from './secretKind.ts';
import type { SecretVersion } from './secretVersion.ts';

/** What is sealed in a secret's backup. */
interface BackupContent {
  readonly kind: string;
  readonly name: string;
  readonly versions: SecretVersion[];
}

/** The blob that holds a secret with all its versions. */
export function sealSecret(backups: BackupSeal, secret: StoredObject<SecretVersion>): string {
  const content: BackupContent = { kind: SECRET.noun, name: secret.name, versions: secret.versions };
  return backups.seal(JSON.stringify(content));
}

/** The secret in a blob, live. Throws the service's 400 for a blob that this emulator did not make or that was changed. */
export function openSecret(backups: BackupSeal, blob: string): StoredObject<SecretVersion> {
  const opened = backups.open(blob);
  if ('fault' in opened) {
    throw opened.fault === 'unknown' ? secretErrors.unknownBackup() : secretErrors.corruptBackup();
  }
  // The seal is proof that this emulator wrote the content itself.
  const { kind, name, versions } = JSON.parse(opened.content) as BackupContent;
  if (kind !== SECRET.noun) throw secretErrors.unknownBackup();
  return { name, versions, life: { turn: 'made' }, transitions: 0 };
}
