import type { Adapter } from '../../adapters/adapter.ts';
import type { Divergence, ExchangeEvent, RunEvent } from '../../model/event.ts';
import type { RuleId } from '../../model/rule.ts';
import {
  type AuditDifference,
  auditDifferences,
  type LoggedCall,
  type MadeCall,
} from '../../model/rules/events/auditTrail.ts';
import { invalidity } from '../../model/rules/limits/invalidRequest.ts';

/** Calls after which the log is read on: a target keeps only so many records. */
const CALLS_PER_READ = 2_000;

/** Compares what a target itself logged of the calls of a run with what they must leave in its log (EV-03, EV-04). */
export class AuditCheck {
  readonly #adapter: Adapter;
  /** The calls to each vault that the run has for its own, and about each that it made, by name. */
  readonly #calls = new Map<string, MadeCall[]>();
  readonly #logged = new Map<string, LoggedCall[]>();
  #reading: Promise<void> = Promise.resolve();
  #last = 0;

  constructor(adapter: Adapter) {
    this.#adapter = adapter;
  }

  /** Takes an event of the run. What others did to a vault that they use too is not known, so it is left out. */
  observe(event: RunEvent): void {
    if (this.#adapter.readAudit === undefined) return;
    if (event.type === 'vault' && event.shared !== true && !this.#calls.has(event.vault)) {
      this.#calls.set(event.vault, []);
    }
    if (event.type !== 'exchange') return;
    this.#last = event.n;
    this.#take(event);
    if (event.n % CALLS_PER_READ === 0) this.#reading = this.#reading.then(() => this.#read());
    // What went wrong shows where it is waited for.
    this.#reading.catch(() => {});
  }

  /**
   * The events that tell how the log compares, at the end of a run; none where the target shows no log.
   * @throws TargetTrouble when the target cannot be asked
   */
  async compare(): Promise<readonly RunEvent[]> {
    if (this.#adapter.readAudit === undefined || this.#calls.size === 0) return [];
    await this.#reading;
    await this.#read();
    const found = new Map<string, Divergence>();
    const rules = new Set<RuleId>();
    for (const [vault, calls] of this.#calls) {
      for (const { command } of calls) rules.add(command.kind === 'vault' ? 'EV-04' : 'EV-03');
      for (const difference of auditDifferences(calls, this.#logged.get(vault) ?? [])) {
        const divergence = divergenceOf(difference, vault);
        const known = found.get(divergence.signature) ?? divergence;
        found.set(divergence.signature, { ...known, count: known.count + 1 });
      }
    }
    return [
      { type: 'audit', vaults: this.#calls.size, rules: [...rules].sort() },
      ...[...found.values()].map(
        (divergence) => ({ type: 'divergence', n: this.#last, divergence }) as const,
      ),
    ];
  }

  #take({ command, answer, rules, retries = [] }: ExchangeEvent): void {
    const isAbout = command.kind === 'vault' && 'name' in command;
    const vault = isAbout ? command.name.toLowerCase() : command.vault;
    if (isAbout && !this.#calls.has(vault)) this.#calls.set(vault, []);
    // What has no path of its own, is asked of a vault that is not there or not yet (VT-02), or was sent twice.
    const isOptional =
      rules.includes('DL-09') ||
      (command.kind !== 'vault' && rules.includes('VT-02')) ||
      (command.op === 'delete' && command.version !== undefined) ||
      retries.length > 0 ||
      invalidity({ command, strictness: { service: false } }) !== undefined;
    this.#calls.get(vault)?.push({ command, answer, isOptional });
  }

  async #read(): Promise<void> {
    for (const { vault, ...record } of (await this.#adapter.readAudit?.()) ?? []) {
      const logged = this.#logged.get(vault) ?? [];
      logged.push(record);
      this.#logged.set(vault, logged);
    }
  }
}

/** A difference as a divergence that is still to be counted. */
function divergenceOf({ record, rule, logged, due }: AuditDifference, vault: string): Divergence {
  const what = logged < due.least ? 'missing' : 'surplus';
  const answer = `${logged} of ${record}`;
  const expected = `${due.least} of ${record}`;
  return {
    signature: `audit/${record.split(',')[0]}/${what}`,
    severity: 'wrong-outcome',
    rules: [rule],
    operation: 'Audit log',
    state: '',
    differs: `the log has ${answer} instead of ${due.least}`,
    expected: [{ answer: expected, rules: [rule] }],
    observed: { answer },
    sequence: [{ at: 0, call: `read the audit log of ${vault}`, answer }],
    count: 0,
    confirmation: 'recorded',
  };
}
