import type {
  AuditEvent,
  BillEvent,
  Divergence,
  ExchangeEvent,
  FooterEvent,
  RuleSummary,
} from '../../model/event.ts';
import type { RuleStanding, RuleStatus } from './runSummary.ts';

/** Counts for each rule the exchanges that it explained. */
export class RuleTally {
  readonly #rules: ReadonlyMap<string, RuleSummary>;
  readonly #exchanges = new Map<string, number>();
  readonly #evidence = new Map<string, number>();

  constructor(rules: readonly RuleSummary[]) {
    this.#rules = new Map(rules.map((rule) => [rule.id, rule]));
  }

  /** Takes an exchange in. A rule is exercised when it explains one; those that leave things open count too. */
  add(exchange: ExchangeEvent): void {
    if (exchange.judgement !== 'explained' && exchange.judgement !== 'unspecified') return;
    for (const id of new Set(exchange.rules)) {
      this.#exchanges.set(id, (this.#exchanges.get(id) ?? 0) + 1);
      if (exchange.judgement === 'explained') this.#evidence.set(id, (this.#evidence.get(id) ?? 0) + 1);
    }
  }

  /** Takes a comparison of bills or logs in: it exercises the rules by which the calls were billed or logged. */
  addAccount({ rules }: BillEvent | AuditEvent): void {
    for (const id of new Set(rules)) this.#exchanges.set(id, (this.#exchanges.get(id) ?? 0) + 1);
  }

  /** How many rules have been exercised so far. */
  get exercised(): number {
    return this.#exchanges.size;
  }

  /** What became of each rule, given the divergences that count. */
  standings(
    divergences: readonly Divergence[],
    neverReached: FooterEvent['neverReached'] = {},
  ): readonly RuleStanding[] {
    const violated = new Set(divergences.flatMap((divergence) => divergence.rules));
    const atStake = new Set(divergences.flatMap(({ expected }) => expected.flatMap(({ rules }) => rules)));
    const reason = (id: string): string | undefined =>
      neverReached[id] ?? (atStake.has(id) ? ONLY_WRONG : undefined);
    const ids = new Set([...this.#rules.keys(), ...violated, ...this.#exchanges.keys()]);
    return Array.from(ids, (id) => this.#standing(id, violated.has(id), reason(id)));
  }

  #standing(id: string, violated: boolean, neverReached: string | undefined): RuleStanding {
    const rule = this.#rules.get(id) ?? unlisted(id);
    const exchanges = this.#exchanges.get(id) ?? 0;
    const status = statusOf(rule, violated, exchanges);
    const reason = status === 'not-applicable' ? rule.notApplicable : neverReached;
    const open = status === 'not-applicable' || status === 'never-reached';
    const evidence = this.#evidence.get(id) ?? 0;
    return { rule, status, exchanges, evidence, ...(open && reason !== undefined ? { reason } : {}) };
  }
}

function statusOf(rule: RuleSummary, violated: boolean, exchanges: number): RuleStatus {
  if (violated) return 'violated';
  if (exchanges > 0) return 'exercised';
  return rule.notApplicable === undefined ? 'never-reached' : 'not-applicable';
}

/** Why a rule counts as never reached although calls led to it. */
export const ONLY_WRONG = 'the answers that could bear it out diverge, in this or in something else';

/** A rule that events name but the header of the log does not list. */
function unlisted(id: string): RuleSummary {
  return { id, statement: 'This log does not say what the rule states.', level: 'must', sources: [] };
}
