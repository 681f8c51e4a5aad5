import { isHsm, meterClassOf } from '../keys/keyType.ts';
import { shapeOf } from '../keys/material/privateKey.ts';
import type { KeyVersion } from '../keys/storedKey.ts';
import { chargedMonths, type HsmUse, type HsmVersions, hsmReading } from './hsmUse.ts';
import type { MeterClass } from './meterClass.ts';
import { monthOf } from './month.ts';

/** What is counted of one vault in one month. */
export interface MonthCounts {
  operations: number;
  advancedKeyOperations: number;
  certificateRenewals: number;
  keyRotations: number;
}

const NOTHING: Readonly<MonthCounts> = {
  operations: 0,
  advancedKeyOperations: 0,
  certificateRenewals: 0,
  keyRotations: 0,
};

/** The counts of one vault in one month, as the meter shows them. */
interface MonthReading extends Readonly<MonthCounts> {
  /** `2025-06`. */
  readonly month: string;
  /** Versions of HSM keys that were used in the month or in the 30 days before it. */
  readonly hsmKeyVersions: HsmVersions;
}

/** What the meter shows of one vault. */
export interface VaultReading {
  readonly vault: string;
  readonly months: readonly MonthReading[];
  /** Versions of HSM keys that were used in the last 30 days (BL-03). */
  readonly hsmKeyVersionsInUse: HsmVersions;
}

/** The meter in a state file. */
export interface SavedMeter {
  readonly counts: readonly (readonly [vault: string, month: string, counts: MonthCounts])[];
  readonly uses: readonly (readonly [vault: string, uses: readonly HsmUse[]])[];
}

/**
 * Counts what Azure would bill, when it is served and whatever it costs: by vault and by calendar month in UTC. Calls
 * that are refused count nothing.
 */
export class Meter {
  readonly #counts = new Map<string, Map<string, MonthCounts>>();
  readonly #uses = new Map<string, Map<string, HsmUse>>();

  /** @param saved what was counted before. */
  constructor(saved?: SavedMeter) {
    for (const [vault, month, counts] of saved?.counts ?? [])
      Object.assign(this.#month(vault, month), counts);
    for (const [vault, uses] of saved?.uses ?? []) {
      this.#uses.set(vault, new Map(uses.map((use) => [use.version, use])));
    }
  }

  /** Counts an operation on a vault. */
  count(vault: string, now: number, meterClass: MeterClass): void {
    this.#month(vault, monthOf(now))[meterClass] += 1;
  }

  /** Counts something that the service did by itself. */
  countAction(vault: string, now: number, action: 'certificateRenewals' | 'keyRotations'): void {
    this.#month(vault, monthOf(now))[action] += 1;
  }

  /** Takes note that a version of a key was used; only those of HSM keys matter. */
  useKey(
    request: { readonly vault: { readonly name: string }; readonly now: number },
    version: KeyVersion,
  ): void {
    if (!isHsm(version.kty)) return;
    const { vault, now } = request;
    const uses = this.#uses.get(vault.name) ?? new Map<string, HsmUse>();
    this.#uses.set(vault.name, uses);
    const use = uses.get(version.id) ?? {
      version: version.id,
      advanced: meterClassOf(shapeOf(version.key)) === 'advancedKeyOperations',
      lastUses: {},
    };
    use.lastUses[monthOf(now)] = now;
    uses.set(version.id, use);
  }

  /** What was counted up to now, by vault and month; of one vault where one is named. */
  reading(now: number, only?: string): VaultReading[] {
    const vaults = new Set([...this.#counts.keys(), ...this.#uses.keys()]);
    return [...vaults]
      .filter((vault) => only === undefined || vault === only)
      .sort()
      .map((vault) => this.#readingOf(vault, now));
  }

  #readingOf(vault: string, now: number): VaultReading {
    const uses = [...(this.#uses.get(vault)?.values() ?? [])];
    const counted = this.#counts.get(vault);
    const months = new Set([...(counted?.keys() ?? []), ...chargedMonths(uses, now)]);
    return {
      vault,
      months: [...months].sort().map((month) => ({
        month,
        ...(counted?.get(month) ?? NOTHING),
        hsmKeyVersions: hsmReading(uses, month),
      })),
      hsmKeyVersionsInUse: hsmReading(uses, now),
    };
  }

  /** What a state file keeps. */
  save(): SavedMeter {
    return {
      counts: [...this.#counts].flatMap(([vault, months]) =>
        [...months].map(([month, counts]): SavedMeter['counts'][number] => [vault, month, counts]),
      ),
      uses: [...this.#uses].map(([vault, uses]) => [vault, [...uses.values()]]),
    };
  }

  #month(vault: string, month: string): MonthCounts {
    const months = this.#counts.get(vault) ?? new Map<string, MonthCounts>();
    this.#counts.set(vault, months);
    const counts = months.get(month) ?? { ...NOTHING };
    months.set(month, counts);
    return counts;
  }
}
