import type { Judged } from '../model/oracle/judged.ts';
import type { KnownSettings } from '../model/world/knownSettings.ts';

/** Collects which reading of each contradiction a target was seen to follow. */
export class ReadingLedger {
  readonly #seen = new Map<string, string>();

  /** Takes note of an exchange that was explained. */
  note(status: number, { judgement, rules, reading }: Judged, settings: KnownSettings): void {
    if (judgement !== 'explained') return;
    if (reading) this.#seen.set(...reading);
    const isCustom = settings.retentionDays !== undefined && settings.retentionDays !== 90;
    if (rules.includes('RT-06') && isCustom) this.#seen.set('X2', 'configured-interval');
    if (rules.includes('RT-05') && isCustom) this.#seen.set('X1', 'configured-interval');
    if (rules.includes('LS-03') && status === 200) this.#seen.set('X5', 'four-operations');
    if (rules.includes('NR-03')) {
      this.#seen.set('X3', 'after-purge');
      if (!this.#seen.has('X12')) this.#seen.set('X12', 'immediate');
    }
    const isNotYetFree = status === 409 && (rules.includes('NR-09') || rules.includes('AS-05'));
    if (isNotYetFree) this.#seen.set('X12', 'later');
  }

  /** Contradiction to the name of the reading seen. */
  readings(): { readonly [contradiction: string]: string } {
    return Object.fromEntries([...this.#seen].sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}
