import type { VaultSettings } from '../../model/vaultSettings.ts';
import { settingsClass } from '../coverage/settingsClass.ts';
import type { OpenedVault } from './openedVault.ts';
import type { Session } from './session.ts';

/** Names after which a vault gives way to a new one, where the target can make one: lists stay short. */
const NAMES_PER_VAULT = 40;

/** Vaults to run sequences in, one at a time for each class of settings. */
export class VaultPool {
  readonly #session: Session;
  readonly #current = new Map<string, OpenedVault>();
  readonly #byToken = new Map<string, OpenedVault>();

  constructor(session: Session) {
    this.#session = session;
  }

  /** A vault of these settings with room for more names, or the one that the target has. */
  async take(wanted: VaultSettings): Promise<OpenedVault> {
    const key = settingsClass(wanted);
    const current = this.#current.get(key);
    // A vault that others use is the only one there is.
    if (current && (current.used.size < NAMES_PER_VAULT || current.shared)) return current;
    const opened = await this.#session.openVault(wanted);
    const known = this.#byToken.get(opened.token);
    const vault = known ?? opened;
    this.#byToken.set(vault.token, vault);
    this.#current.set(key, vault);
    return vault;
  }

  /** A vault that nothing was done in yet, where the target can make one; else the one that it has. */
  async takeFresh(wanted: VaultSettings): Promise<OpenedVault> {
    const opened = await this.#session.openVault(wanted);
    return this.#byToken.get(opened.token) ?? opened;
  }

  /** Whether the target gave more than one vault, so that it can make them. */
  get makesVaults(): boolean {
    return this.#byToken.size > 1;
  }

  /** Whether the target tells the settings of the vaults it gives. */
  get tells(): boolean {
    return [...this.#byToken.values()].every(({ settings }) => settings !== undefined);
  }

  /** The vaults opened so far. */
  get all(): readonly OpenedVault[] {
    return [...this.#byToken.values()];
  }

  /** The settings among those wanted that the target really has, each once; all of them where it does not tell. */
  async offered(wanted: readonly VaultSettings[]): Promise<readonly VaultSettings[]> {
    const offered = new Map<string, VaultSettings>();
    for (const settings of wanted) {
      const vault = await this.take(settings);
      if (!vault.settings) return [settings];
      const key = settingsClass(vault.settings);
      if (!offered.has(key)) offered.set(key, vault.settings);
      this.#current.set(key, vault);
    }
    return [...offered.values()];
  }
}
