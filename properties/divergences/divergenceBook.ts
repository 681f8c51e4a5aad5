import type { Divergence } from '../../model/event.ts';
import type { Departure } from '../../model/oracle/departure.ts';
import type { Finding, SequenceRecord } from '../sequences/sequenceRecord.ts';
import { type Ground, type Recipe, replaySteps } from './replaySteps.ts';
import { sequenceRows } from './sequenceRows.ts';
import { type Shown, shrink } from './shrink.ts';

/** How the book treats what it finds. */
export interface BookOptions {
  /** Calls that shrinking one divergence may spend. */
  readonly shrinkCalls: number;
  /** Whether a departure is of interest: those that are not are passed over. */
  readonly wanted: (departure: Departure) => boolean;
}

/** Times that a divergence must come again before it is reported as reproduced. */
const REPRODUCTIONS = 2;

/**
 * The divergences of a run, each once. A new one is reported at once, tried again twice, and shrunk; one that is known
 * is counted.
 */
export class DivergenceBook {
  readonly #ground: Ground;
  readonly #options: BookOptions;
  readonly #known = new Map<string, Divergence['confirmation']>();
  #ownCalls = 0;

  constructor(ground: Ground, options: BookOptions) {
    this.#ground = ground;
    this.#options = options;
  }

  /** Calls spent on reproducing and shrinking. */
  get ownCalls(): number {
    return this.#ownCalls;
  }

  /** Divergences that were reproduced. */
  get reproduced(): number {
    return [...this.#known.values()].filter((confirmation) => confirmation === 'reproduced').length;
  }

  /** Takes in what a sequence found. */
  async enter(record: SequenceRecord, recipe: Omit<Recipe, 'steps'>): Promise<void> {
    for (const finding of record.findings) {
      const { departure } = finding;
      if (!this.#options.wanted(departure)) continue;
      const { signature } = departure;
      if (this.#known.has(signature)) {
        this.#ground.session.emit({ type: 'seen-again', n: finding.n, signature });
        continue;
      }
      this.#known.set(signature, 'recorded');
      const steps = record.steps.slice(0, finding.step + 1).map(({ step }) => step);
      await this.#confirm({ recipe: { ...recipe, steps }, record, finding });
    }
  }

  async #confirm(first: Shown): Promise<void> {
    const { signature } = first.finding.departure;
    if (!isTrouble(first.finding)) this.#report(first, first.finding, 'recorded');
    const before = this.#ground.session.calls;
    const again = await this.#reproduce(first.recipe, signature);
    const confirmation = again.length === REPRODUCTIONS ? 'reproduced' : 'flaky';
    this.#known.set(signature, confirmation);
    if (confirmation === 'flaky' && isTrouble(first.finding)) {
      this.#noteTrouble(first.finding);
    } else {
      const shown = again.at(-1) ?? first;
      const best =
        confirmation === 'reproduced' ? await shrink(this.#ground, shown, this.#options.shrinkCalls) : shown;
      this.#report(best, first.finding, confirmation);
    }
    this.#ownCalls += this.#ground.session.calls - before;
  }

  async #reproduce(recipe: Recipe, signature: string): Promise<readonly Shown[]> {
    const shown: Shown[] = [];
    for (let i = 0; i < REPRODUCTIONS; i++) {
      const record = await replaySteps(this.#ground, recipe, 'reproduce', signature);
      const finding = record.findings.find(({ departure }) => departure.signature === signature);
      if (!finding) break;
      shown.push({ recipe: { ...recipe, steps: recipe.steps.slice(0, finding.step + 1) }, record, finding });
    }
    return shown;
  }

  #report(
    { recipe, record, finding }: Shown,
    first: Finding,
    confirmation: Divergence['confirmation'],
  ): void {
    const { departure } = finding;
    const { wrongOutcome: _wrong, subject: _subject, observed, ...told } = departure;
    const call = record.steps[finding.step]?.calls.find(({ n }) => n === finding.n);
    const divergence: Divergence = {
      ...told,
      observed: { answer: observed, ...(call?.exchange.reply && { wire: call.exchange.reply }) },
      sequence: sequenceRows(record, finding.step),
      settings: recipe.settings,
      count: 1,
      confirmation,
    };
    this.#ground.session.emit({ type: 'divergence', n: first.n, divergence });
  }

  #noteTrouble({ departure, n }: Finding): void {
    const text = `${departure.operation} on a name that is ${departure.state}: ${departure.differs}; not seen again`;
    this.#ground.session.emit({ type: 'note', level: 'trouble', text, n });
  }
}

/** Whether a finding is a reply that could not be read, which is trouble unless it comes again every time. */
function isTrouble({ departure }: Finding): boolean {
  return departure.rules[0] === 'ER-01' && departure.differs.startsWith('no answer');
}
