import { ServiceError } from '../errors/serviceError.ts';
import { Vault } from './vault.ts';
import type { VaultSettings } from './vaultSettings.ts';

/** The vaults of an emulator, by name. */
export class VaultDirectory {
  readonly #vaults = new Map<string, Vault>();

  /** The vault of that name in any spelling. Throws a clear 404: a client of the real service would not find the host. */
  get(name: string): Vault {
    const vault = this.#vaults.get(name.toLowerCase());
    if (vault !== undefined) return vault;
    throw new ServiceError(
      404,
      'VaultNotFound',
      `There is no vault '${name}' in this emulator. In Azure its host name would not resolve. Make the vault with POST /emulator/vaults, or use one of: ${[...this.#vaults.keys()].join(', ')}.`,
    );
  }

  has(name: string): boolean {
    return this.#vaults.has(name.toLowerCase());
  }

  /** Makes an empty vault. Throws 409 when the name is taken. */
  create(settings: VaultSettings): Vault {
    if (this.has(settings.name)) {
      throw new ServiceError(409, 'VaultAlreadyExists', `There is a vault '${settings.name}' already.`);
    }
    const vault = new Vault(settings);
    this.#vaults.set(settings.name, vault);
    return vault;
  }

  /** All vaults, in the order they were made. */
  all(): Vault[] {
    return [...this.#vaults.values()];
  }
}
