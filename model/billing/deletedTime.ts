import type { Answer } from '../answer.ts';
import type { Command } from '../command.ts';
import { DAY } from '../window.ts';
import type { LedgerSum } from './ledger.ts';
import { hasMonth, monthsOf } from './month.ts';

/** One deletion, from its date to its end: purge, recovery, or the scheduled date. Unix seconds. */
interface DeletedSpan {
  readonly vault: string;
  readonly from: number;
  to: number;
}

/** How long objects and vaults were in the deleted state: it is metered to show that it costs nothing (BL-02). */
export class DeletedTime {
  /** By vault, kind and name, then by the date of deletion. */
  readonly #spans = new Map<string, Map<number, DeletedSpan>>();

  /** Takes a call that succeeded, made at an instant (Unix seconds). */
  observe(command: Command, answer: Answer, at: number): void {
    const { vault, kind, op } = command;
    const views = [answer.object, ...(answer.page?.items ?? [])].filter((view) => view !== undefined);
    for (const { name, fields } of views) {
      const { deletedDate: from, scheduledPurgeDate: to } = fields;
      if (typeof from !== 'number' || typeof to !== 'number' || !hasMonth(from) || !hasMonth(to)) continue;
      const spans = this.#of(vault, kind, name);
      // A delete within the second of a recovery has the date of the one before.
      if (op === 'delete' || !spans.has(from)) spans.set(from, { vault, from, to });
    }
    if ((op !== 'recover' && op !== 'purge') || !('name' in command)) return;
    for (const span of this.#of(vault, kind, command.name).values()) span.to = Math.min(span.to, at);
  }

  /** Adds the days up to an instant (Unix seconds) to a ledger. */
  addTo(sum: LedgerSum, until: number): void {
    for (const spans of this.#spans.values()) {
      for (const { vault, from, to } of spans.values()) {
        for (const { month, seconds } of monthsOf(from, Math.min(to, until))) {
          sum.add({ vault, month, meter: 'deletedDays', quantity: seconds / DAY, rules: {} });
        }
      }
    }
  }

  #of(vault: string, kind: string, name: string): Map<number, DeletedSpan> {
    const key = JSON.stringify([vault, kind, name.toLowerCase()]);
    const spans = this.#spans.get(key) ?? new Map<number, DeletedSpan>();
    this.#spans.set(key, spans);
    return spans;
  }
}
