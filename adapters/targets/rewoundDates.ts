import { gunzipSync, gzipSync } from 'node:zlib';
import type { JsonObject } from '../../model/json.ts';
import { shiftAnswer, shiftCommand, shiftFields } from './dateShift.ts';
import type { Translation } from './liveAdapter.ts';

/**
 * The translation for a target that has no clock to move, but lets time pass by moving all dates that it keeps into
 * the past (Lowkey Vault): what a caller means by a date lies as far in the target's past, and what it shows as far in
 * the future, as time was moved on in all.
 *
 * A backup is in the caller's hands, where the target cannot move its dates. They are moved here when it is restored
 * after time went on; a blob that was not a backup of this run goes as it is.
 * @param shiftOf seconds that a vault's time was moved on so far
 */
export function rewoundDates(shiftOf: (vault: string) => number): Translation {
  const taken = new Map<string, number>();
  return {
    told(command) {
      const shift = shiftOf(command.vault);
      if (command.op !== 'restore') return shiftCommand(command, -shift);
      const then = taken.get(command.blob);
      return then === undefined || then === shift
        ? command
        : { ...command, blob: shiftBackup(command.blob, then - shift) };
    },
    meant(command, answer) {
      const shift = shiftOf(command.vault);
      if ('blob' in answer && answer.blob !== undefined) taken.set(answer.blob, shift);
      return shiftAnswer(answer, shift);
    },
  };
}

interface Backup {
  readonly versions: readonly (JsonObject & { readonly attributes: JsonObject })[];
}

/** Its backups are JSON, gzipped, in base64url. One that is of another form goes as it is. */
function shiftBackup(blob: string, seconds: number): string {
  try {
    const backup = JSON.parse(gunzipSync(Buffer.from(blob, 'base64url')).toString()) as Backup;
    const versions = backup.versions.map((version) => ({
      ...version,
      attributes: shiftFields(version.attributes, seconds),
    }));
    return gzipSync(JSON.stringify({ ...backup, versions })).toString('base64url');
  } catch {
    return blob;
  }
}
