import type { Answer, Lost } from '../answer.ts';
import type { Command } from '../command.ts';
import type { RuleId } from '../rule.ts';
import type { Window } from '../window.ts';
import { AutomaticVersions, type NewVersion } from './automaticVersions.ts';
import type { BillingReadings } from './billingReadings.ts';
import { chargeOf } from './charge.ts';
import { DeletedTime } from './deletedTime.ts';
import { KeyCalls } from './keyCalls.ts';
import { type GapName, type Ledger, LedgerSum, ledgerWithin } from './ledger.ts';
import type { Meter } from './meter.ts';
import { hasMonth, type Moment, momentOf, monthOf } from './month.ts';

/** A call, what came of it, and the span of time in which it was made. */
export interface MeteredCall {
  readonly command: Command;
  readonly answer: Answer | Lost;
  readonly window: Window;
}

/**
 * Meters one history: the calls of one run, or of one recording, in which equal names of vaults mean the same vault.
 * Calls may come in any order; but a call without a version means the version that is the latest when it comes.
 */
export class MeteredHistory {
  readonly #readings: BillingReadings;
  readonly #id: string;
  readonly #sum = new LedgerSum();
  readonly #keys: KeyCalls;
  readonly #versions = new AutomaticVersions();
  readonly #deleted = new DeletedTime();
  #until = 0;

  /** @param id tells the vaults of this history from those of others that are called the same; none unless given */
  constructor(readings: BillingReadings, id = '') {
    this.#readings = readings;
    this.#id = id;
    this.#keys = new KeyCalls(readings);
  }

  /** Meters a call. */
  observe({ command, answer, window }: MeteredCall): void {
    const moment = momentOf(window);
    this.passTime(moment.at ?? 0);
    this.#note(command, answer, moment);
    const { meter, rules, assumed } = chargeOf(command, answer, this.#readings);
    for (const name of assumed) this.#sum.assume(name);
    this.#keys.observe({ command, answer, moment, rules, isByKey: meter === 'by-key' });
    if (meter !== 'by-key') this.#add(command.vault, moment.month, meter, rules);
    if ('lost' in answer || answer.status >= 400 || moment.at === undefined) return;
    this.#deleted.observe(command, answer, moment.at);
    for (const version of this.#versions.observe(command, answer, moment.at))
      this.#newVersion(command, version);
  }

  /** Takes note that time went on to an instant (Unix seconds). */
  passTime(now: number): void {
    if (hasMonth(now)) this.#until = Math.max(this.#until, now);
  }

  /** Takes note of calls that the history has and that cannot be metered. */
  miss(gap: GapName, calls = 1): void {
    this.#sum.miss(gap, calls);
  }

  /** Takes note of a call that is none of the model's commands: it may have been an operation (see `Meter`). */
  observeUnmodelled(
    vault: string,
    meter: 'possibleOperations' | 'managementCalls' | 'refusedCalls',
    window: Window,
  ): void {
    const moment = momentOf(window);
    this.passTime(moment.at ?? 0);
    if (meter === 'possibleOperations') this.#sum.miss('unmodelledCalls');
    else this.#sum.assume(meter);
    this.#add(vault, moment.month, meter, []);
  }

  /**
   * What was metered.
   * @param until the instant up to which HSM-protected keys are charged, Unix seconds; the latest seen unless given
   */
  ledger(until: number = this.#until): Ledger {
    const sum = new LedgerSum();
    sum.addLedger(this.#sum.total());
    sum.miss('automaticActions', this.#versions.policies);
    this.#keys.addTo(sum, until);
    this.#deleted.addTo(sum, until);
    return this.#id === '' ? sum.total() : ledgerWithin(this.#id, sum.total());
  }

  #note(command: Command, answer: Answer | Lost, { at, isAtTurn }: Moment): void {
    if (at === undefined) this.#sum.miss('dates');
    if (isAtTurn) this.#sum.turn(command.vault);
    if ('lost' in answer && command.kind !== 'vault') this.#sum.miss('lostReplies');
  }

  #newVersion({ vault }: Command, { cause, at }: NewVersion): void {
    if (cause === 'asked-for') this.#sum.assume('renewals');
    if (cause === 'asked-for' && this.#readings.renewals === 'automatic') return;
    const meter = cause === 'rotation' ? 'keyRotations' : 'certificateRenewals';
    this.#add(vault, monthOf(at), meter, []);
  }

  #add(vault: string, month: Moment['month'], meter: Meter, rules: readonly RuleId[]): void {
    this.#sum.add({
      vault,
      month,
      meter,
      quantity: 1,
      rules: Object.fromEntries(rules.map((id) => [id, 1])),
    });
  }
}
