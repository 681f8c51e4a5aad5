import type { RuleId } from '../rule.ts';
import type { ReadingName } from './billingReadings.ts';
import { METERS, type Meter } from './meter.ts';
import type { Month, UNDATED } from './month.ts';

/** What one meter of one vault shows for one month. */
export interface LedgerEntry {
  readonly vault: string;
  readonly month: Month | typeof UNDATED;
  readonly meter: Meter;
  /** Calls, versions of keys, or events; a share of a version where it is charged for a part of the month. */
  readonly quantity: number;
  /** How many of them each rule speaks of, beside the rules that the meter's price rests on. */
  readonly rules: Readonly<Partial<Record<RuleId, number>>>;
}

/** What a bill takes for granted: a reading of what is left open, or a default of the service. */
export type AssumptionName = ReadingName | 'keySize';

/** What a history does not tell. */
export type GapName =
  | 'lostReplies'
  | 'unmodelledCalls'
  | 'keyTypes'
  | 'hsmProtection'
  | 'dates'
  | 'turns'
  | 'managedHsm'
  | 'automaticActions';

/** What was metered, however much it costs. Adding ledgers up is exact for vaults that have nothing to do with each other. */
export interface Ledger {
  /** In order of month, vault and meter. */
  readonly entries: readonly LedgerEntry[];
  /** To how many calls or versions each assumption was applied. */
  readonly assumed: Readonly<Partial<Record<AssumptionName, number>>>;
  /** How many calls, versions or policies each gap concerns. */
  readonly gaps: Readonly<Partial<Record<GapName, number>>>;
  /** Calls of a vault that were under way when a month turned, so that they may belong to the month before. */
  readonly atTurn: Readonly<Record<string, number>>;
}

/** Adds ledgers up. */
export function sumOfLedgers(ledgers: Iterable<Ledger>): Ledger {
  const sum = new LedgerSum();
  for (const ledger of ledgers) sum.addLedger(ledger);
  return sum.total();
}

/** The ledger of one history among several, whose vaults may be called the same: the names of vaults tell the history too. */
export function ledgerWithin(history: string, ledger: Ledger): Ledger {
  const named = (vault: string): string => `${history}: ${vault}`;
  return {
    ...ledger,
    entries: ledger.entries.map((entry) => ({ ...entry, vault: named(entry.vault) })),
    atTurn: Object.fromEntries(Object.entries(ledger.atTurn).map(([vault, count]) => [named(vault), count])),
  };
}

/** A ledger that is being added up. */
export class LedgerSum {
  readonly #entries = new Map<string, { entry: Omit<LedgerEntry, 'rules'>; rules: Map<RuleId, number> }>();
  readonly #assumed = new Map<AssumptionName, number>();
  readonly #gaps = new Map<GapName, number>();
  readonly #atTurn = new Map<string, number>();

  /** Adds a quantity to what a meter shows, with the rules that speak of it. */
  add(entry: LedgerEntry): void {
    const { vault, month, meter, quantity, rules } = entry;
    if (quantity === 0) return;
    const key = JSON.stringify([vault, month, meter]);
    const known = this.#entries.get(key);
    const sum = known ?? { entry: { vault, month, meter, quantity: 0 }, rules: new Map<RuleId, number>() };
    this.#entries.set(key, {
      entry: { vault, month, meter, quantity: sum.entry.quantity + quantity },
      rules: sum.rules,
    });
    addAll(sum.rules, rules);
  }

  /** Takes note of something taken for granted. */
  assume(name: AssumptionName, times = 1): void {
    addTo(this.#assumed, name, times);
  }

  /** Takes note of something that the history does not tell. */
  miss(name: GapName, times = 1): void {
    addTo(this.#gaps, name, times);
  }

  /** Takes note of a call that was under way when a month turned. */
  turn(vault: string): void {
    addTo(this.#atTurn, vault, 1);
    this.miss('turns');
  }

  /** Adds all of a ledger. */
  addLedger(ledger: Ledger): void {
    for (const entry of ledger.entries) this.add(entry);
    addAll(this.#assumed, ledger.assumed);
    addAll(this.#gaps, ledger.gaps);
    addAll(this.#atTurn, ledger.atTurn);
  }

  /** The ledger. */
  total(): Ledger {
    const meters = Object.keys(METERS);
    const entries = [...this.#entries.values()]
      .map(({ entry, rules }): LedgerEntry => ({ ...entry, rules: inOrder(rules) }))
      .sort(
        (a, b) =>
          compare(a.month, b.month) ||
          compare(a.vault, b.vault) ||
          meters.indexOf(a.meter) - meters.indexOf(b.meter),
      );
    return {
      entries,
      assumed: inOrder(this.#assumed),
      gaps: inOrder(this.#gaps),
      atTurn: inOrder(this.#atTurn),
    };
  }
}

function addTo<Key>(sums: Map<Key, number>, key: Key, value: number): void {
  if (value !== 0) sums.set(key, (sums.get(key) ?? 0) + value);
}

function addAll<Key extends string>(
  sums: Map<Key, number>,
  values: Readonly<Partial<Record<Key, number>>>,
): void {
  for (const [key, value] of Object.entries(values) as [Key, number][]) addTo(sums, key, value);
}

/** The sums by name, so that equal ledgers are written alike. */
function inOrder(sums: ReadonlyMap<string, number>): { readonly [name: string]: number } {
  return Object.fromEntries([...sums].sort(([a], [b]) => compare(a, b)));
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
