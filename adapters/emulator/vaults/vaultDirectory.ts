import { ServiceError } from '../errors/serviceError.ts';
import { type ObjectState, stateAt } from '../objects/life.ts';
import type { Subscriptions } from './subscriptions.ts';
import { Vault } from './vault.ts';
import type { VaultResource } from './vaultResource.ts';

/** A vault and where it stands at the instant it was asked for. */
export interface FoundVault {
  readonly vault: Vault;
  readonly state: Exclude<ObjectState, 'gone'>;
}

/** The vaults of an emulator, live and deleted, by name: no two vaults of a cloud have the same (NR-05, NR-06). */
export class VaultDirectory {
  readonly #vaults = new Map<string, Vault>();
  readonly #subscriptions: Subscriptions;

  constructor(subscriptions: Subscriptions) {
    this.#subscriptions = subscriptions;
  }

  /** The vault of that name in any spelling and state; undefined when the name is free. What is gone is forgotten. */
  find(name: string, now: number): FoundVault | undefined {
    const key = name.toLowerCase();
    const vault = this.#vaults.get(key);
    if (vault === undefined) return undefined;
    const state = stateAt(vault.life, now);
    if (state !== 'gone') return { vault, state };
    this.#vaults.delete(key);
    return undefined;
  }

  /** The live vault that clients reach under that name. Throws a clear 404: in Azure they would not find the host. */
  reachable(name: string, now: number): Vault {
    const found = this.find(name, now);
    if (found?.state === 'active' && found.vault.reachableFrom <= now) return found.vault;
    throw new ServiceError(404, 'VaultNotFound', this.#unreachable(name, found, now));
  }

  /** Makes an empty vault under a name that is free. Throws 409 otherwise. */
  create(resource: VaultResource, now: number, reachableFrom = 0): Vault {
    if (this.find(resource.displayName, now) !== undefined) {
      throw new ServiceError(
        409,
        'VaultAlreadyExists',
        `There is a vault '${resource.displayName}' already, live or deleted.`,
      );
    }
    const vault = new Vault(resource, this.#subscriptions, reachableFrom);
    this.#vaults.set(vault.name, vault);
    return vault;
  }

  /** Frees the name of a vault at once. */
  remove(vault: Vault): void {
    this.#vaults.delete(vault.name);
  }

  /** All vaults that are not gone, in the order they were made. */
  all(now: number): FoundVault[] {
    return [...this.#vaults.keys()].flatMap((name) => this.find(name, now) ?? []);
  }

  #unreachable(name: string, found: FoundVault | undefined, now: number): string {
    const tail = ' In Azure its host name would not resolve.';
    if (found?.state === 'active') return `The vault '${name}' is still being registered.${tail}`;
    if (found !== undefined) {
      return `The vault '${name}' is deleted; recover it to reach what is in it.${tail}`;
    }
    const live = this.all(now).filter(({ state }) => state === 'active');
    const names = live.map(({ vault }) => vault.name).join(', ');
    return `There is no vault '${name}' in this emulator.${tail} Make the vault with POST /emulator/vaults, or use one of: ${names}.`;
  }
}
