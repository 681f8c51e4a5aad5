import type { Divergence, ExchangeEvent, TraceEvent, Verdict } from '../../model/event.ts';
import type { Sighting } from './divergenceTally.ts';
import type { UnexplainedSite } from './exchangeTally.ts';
import type { TraceDivergence, TraceSummary } from './runSummary.ts';

/** What is known of one recording. */
interface Entry {
  readonly event: TraceEvent;
  explained: number;
  unexplained: number;
  unspecified: number;
}

/** Keeps what became of each recording that was judged. */
export class TraceTally {
  readonly #entries = new Map<number, Entry>();

  /** Takes a recording in. */
  add(event: TraceEvent): void {
    this.#entries.set(event.trace, { event, explained: 0, unexplained: 0, unspecified: 0 });
  }

  /** Takes an exchange of a recording in. */
  addExchange(exchange: ExchangeEvent, trace: number): void {
    const entry = this.#entries.get(trace);
    if (entry === undefined || exchange.judgement === 'unjudged') return;
    entry[exchange.judgement] += 1;
  }

  /** What is concluded of each recording. */
  summary(
    sightings: readonly Sighting[],
    sites: ReadonlyMap<number, UnexplainedSite>,
    divergences: readonly Divergence[],
  ): readonly TraceSummary[] {
    const known = new Map(divergences.map((divergence) => [divergence.signature, divergence]));
    const found = new Map<number, TraceDivergence[]>();
    for (const { n, signature } of sightings) {
      const site = sites.get(n);
      const divergence = known.get(signature);
      if (site === undefined || divergence === undefined) continue;
      const list = found.get(site.trace) ?? [];
      found.set(site.trace, list);
      const { severity, operation, rules } = divergence;
      list.push({ step: site.step, signature, severity, operation, rules });
    }
    return Array.from(this.#entries.values(), (entry) =>
      summarise(entry, found.get(entry.event.trace) ?? []),
    );
  }
}

function summarise(entry: Entry, divergences: readonly TraceDivergence[]): TraceSummary {
  const { id, file } = entry.event;
  return {
    id,
    ...(file === undefined ? {} : { file }),
    verdict: concludeTrace(entry, divergences.length),
    explained: entry.explained,
    unexplained: entry.unexplained,
    divergences: divergences.toSorted((a, b) => a.step - b.step),
  };
}

function concludeTrace(entry: Entry, divergences: number): Verdict {
  if (entry.unexplained > 0 || divergences > 0) return 'diverges';
  if (entry.explained > 0) return 'conforms';
  return entry.unspecified > 0 ? 'unspecified' : 'inconclusive';
}
