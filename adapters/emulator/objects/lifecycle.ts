import { ServiceError } from '../errors/serviceError.ts';
import type { Transition } from '../settling/settleTimes.ts';
import type { Settling } from '../settling/settling.ts';
import type { VaultSettings } from '../vaults/vaultSettings.ts';
import type { Collection } from './collection.ts';
import type { ObjectErrors } from './objectErrors.ts';
import type { StoredObject, StoredVersion } from './storedObject.ts';

/** Seconds of a day; retention counts whole days of that length (RT-06). */
const DAY = 86_400;

/** Where and when changes of life happen. */
export interface LifecycleScope<Version extends StoredVersion> {
  readonly vault: VaultSettings;
  readonly collection: Collection<Version>;
  readonly errors: ObjectErrors;
  readonly settling: Settling;
  /** Unix seconds. */
  readonly now: number;
}

/** What can be done to an object in each state of its life: the same for every kind of object. */
export class Lifecycle<Version extends StoredVersion> {
  readonly #scope: LifecycleScope<Version>;

  constructor(scope: LifecycleScope<Version>) {
    this.#scope = scope;
  }

  /** The live object under `name`; throws 404 in every other state. */
  live(name: string): StoredObject<Version> {
    const { collection, errors, now } = this.#scope;
    const found = collection.find(name, now);
    if (found?.state !== 'active') throw errors.notFound(name);
    return found.object;
  }

  /** The deleted object under `name`, once its deletion has settled; throws 404 in every other state. */
  deleted(name: string): StoredObject<Version> {
    const { collection, errors, now } = this.#scope;
    const found = collection.find(name, now);
    if (found?.state !== 'deleted') throw errors.deletedNotFound(name);
    return found.object;
  }

  /** Throws 409 unless `name` is free or live, so that it may be given a new version; returns what is there. */
  settable(name: string): StoredObject<Version> | undefined {
    const { collection, errors, now } = this.#scope;
    const found = collection.find(name, now);
    switch (found?.state) {
      case 'deleting':
      case 'purging':
        throw errors.nameIsBeingDeleted(name);
      case 'deleted':
        throw errors.nameIsDeleted(name);
      case 'recovering':
        throw errors.nameIsBeingRecovered(name);
      default:
        return found?.object;
    }
  }

  /** Deletes a live object with all its versions: softly, or for good in a vault without soft delete. */
  delete(name: string): StoredObject<Version> {
    const { vault, collection, now } = this.#scope;
    const object = this.live(name);
    if (!vault.softDelete) {
      collection.remove(object);
      return object;
    }
    object.life = {
      turn: 'deleted',
      deletedDate: now,
      scheduledPurgeDate: now + vault.retentionDays * DAY,
      settlesAt: this.#settlesAt(object, 'delete'),
    };
    return object;
  }

  /**
   * Makes a deleted object live again, with all its versions as they were.
   * @param idOf the object's address, for the message of a conflict.
   */
  recover(name: string, idOf: (object: StoredObject<Version>) => string): StoredObject<Version> {
    const { collection, errors, now } = this.#scope;
    const found = collection.find(name, now);
    switch (found?.state) {
      case 'deleted':
        found.object.life = { turn: 'recovered', settlesAt: this.#settlesAt(found.object, 'recover') };
        return found.object;
      case 'deleting':
        throw errors.recoverWhileDeleting(name);
      case 'recovering':
        throw errors.recoverWhileRecovering(idOf(found.object));
      default:
        throw errors.notFound(name);
    }
  }

  /** Destroys a deleted object for good. Purge protection is a matter of the vault, so it is looked at before the object. */
  purge(name: string): void {
    const { vault, collection, errors, now } = this.#scope;
    if (vault.purgeProtection) throw purgeProtected(vault);
    const found = collection.find(name, now);
    switch (found?.state) {
      case 'deleted':
        found.object.life = { turn: 'purged', settlesAt: this.#settlesAt(found.object, 'purge') };
        return;
      case 'purging':
        return;
      case 'deleting':
        throw errors.purgeWhileDeleting();
      case 'recovering':
        throw errors.purgeWhileRecovering();
      default:
        throw errors.notFound(name);
    }
  }

  /** When a transition that begins now is over, in Unix seconds. */
  #settlesAt(object: StoredObject<Version>, transition: Transition): number {
    const { vault, errors, settling, now } = this.#scope;
    object.transitions += 1;
    const subject = `${vault.name}/${errors.kind.collection}/${object.name.toLowerCase()}/${object.transitions}`;
    return now + settling(transition, subject);
  }
}

/** The refusal of a purge in a protected vault (PP-05). */
function purgeProtected(vault: VaultSettings): ServiceError {
  return new ServiceError(
    403,
    'Forbidden',
    `Operation "purge" is not allowed because purge protection is enabled for this vault. Key Vault service will automatically purge it after the retention period has passed.\r\nVault: ${vault.name};location=emulator`,
  );
}
