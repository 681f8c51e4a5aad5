import { Collection } from '../objects/collection.ts';
import type { SecretVersion } from '../secrets/secretVersion.ts';
import type { VaultSettings } from './vaultSettings.ts';

/** A live vault and what is in it. */
export class Vault implements VaultSettings {
  readonly name: string;
  readonly softDelete: boolean;
  readonly retentionDays: number;
  readonly secrets: Collection<SecretVersion> = new Collection();
  #purgeProtection: boolean;

  constructor(settings: VaultSettings) {
    this.name = settings.name;
    this.softDelete = settings.softDelete;
    this.retentionDays = settings.retentionDays;
    this.#purgeProtection = settings.purgeProtection;
  }

  get purgeProtection(): boolean {
    return this.#purgeProtection;
  }

  /** Forbids purging from now on, also of what is deleted already. There is no way back (PP-04). */
  protect(): void {
    this.#purgeProtection = true;
  }

  /** The settings alone, as JSON shows them. */
  settings(): VaultSettings {
    const { name, softDelete, retentionDays, purgeProtection } = this;
    return { name, softDelete, retentionDays, purgeProtection };
  }
}
