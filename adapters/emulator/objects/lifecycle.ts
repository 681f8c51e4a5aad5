import type { Transition } from '../settling/settleTimes.ts';
import type { Settling } from '../settling/settling.ts';
import { checkPurgeable } from '../vaults/purgeProtection.ts';
import type { VaultSettings } from '../vaults/vaultSettings.ts';
import type { Collection } from './collection.ts';
import type { ObjectErrors } from './objectErrors.ts';
import type { StoredObject } from './storedObject.ts';

/** Seconds of a day; retention counts whole days of that length (RT-06). */
const DAY = 86_400;

/** Where and when changes of life happen. */
export interface LifecycleScope<Kept extends StoredObject> {
  readonly vault: VaultSettings;
  readonly collection: Collection<Kept>;
  readonly errors: ObjectErrors;
  readonly settling: Settling;
  /** Unix seconds. */
  readonly now: number;
}

/** What can be done to an object in each state of its life: the same for every kind of object. */
export class Lifecycle<Kept extends StoredObject> {
  readonly #scope: LifecycleScope<Kept>;

  constructor(scope: LifecycleScope<Kept>) {
    this.#scope = scope;
  }

  /** The live object under `name`; throws 404 in every other state. */
  live(name: string): Kept {
    const { collection, errors, now } = this.#scope;
    const found = collection.find(name, now);
    if (found?.state !== 'active') throw errors.notFound(name);
    return found.object;
  }

  /** The live object under `name`, to be changed by `operation`; throws 403 when it belongs to a certificate. */
  changeable(name: string, operation: string): Kept {
    const object = this.live(name);
    if (object.managed) throw this.#scope.errors.managed(operation);
    return object;
  }

  /** The deleted object under `name`, once its deletion has settled; throws 404 in every other state. */
  deleted(name: string): Kept {
    const { collection, errors, now } = this.#scope;
    const found = collection.find(name, now);
    if (found?.state !== 'deleted') throw errors.deletedNotFound(name);
    return found.object;
  }

  /**
   * Throws 409 unless `name` is free or live, so that it may be given a new version; returns what is there.
   * @param operation as the refusal of a managed object calls it.
   */
  settable(name: string, operation: string): Kept | undefined {
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
        if (found?.object.managed === true) throw errors.managed(operation);
        return found?.object;
    }
  }

  /** Deletes a live object with all its versions: softly, or for good in a vault without soft delete. */
  delete(name: string): Kept {
    const { vault, collection, now } = this.#scope;
    const object = this.changeable(name, 'delete');
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
  recover(name: string, idOf: (object: Kept) => string): Kept {
    const { collection, errors, now } = this.#scope;
    const found = collection.find(name, now);
    switch (found?.state) {
      case 'deleted':
        if (found.object.managed) throw errors.managed('recover');
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

  /**
   * Destroys a deleted object for good and returns what is left of it; undefined when it was being purged already.
   * Purge protection is a matter of the vault, so it is looked at before the object.
   */
  purge(name: string): Kept | undefined {
    const { vault, collection, errors, now } = this.#scope;
    checkPurgeable(vault);
    const found = collection.find(name, now);
    switch (found?.state) {
      case 'deleted':
        if (found.object.managed) throw errors.managed('purge');
        found.object.life = { turn: 'purged', settlesAt: this.#settlesAt(found.object, 'purge') };
        return found.object;
      case 'purging':
        return undefined;
      case 'deleting':
        throw errors.purgeWhileDeleting();
      case 'recovering':
        throw errors.purgeWhileRecovering();
      default:
        throw errors.notFound(name);
    }
  }

  /** When a transition that begins now is over, in Unix seconds. */
  #settlesAt(object: Kept, transition: Transition): number {
    const { vault, errors, settling, now } = this.#scope;
    object.transitions += 1;
    const subject = `${vault.name}/${errors.kind.collection}/${object.name.toLowerCase()}/${object.transitions}`;
    return now + settling(transition, subject);
  }
}
