import type { Divergence } from '../../model/event.ts';
import type { Departure } from '../../model/oracle/departure.ts';
import type { Finding, SequenceRecord } from '../sequences/sequenceRecord.ts';
import { replayRecipe } from './replayRecipe.ts';
import { type Ground, type Recipe, replaySteps } from './replaySteps.ts';
import { sequenceRows } from './sequenceRows.ts';
import { type Shown, showAgain } from './showAgain.ts';
import { shrink } from './shrink.ts';
import { spelledAsChosen } from './spelledAsChosen.ts';

/** What a report says of a sequence that is not enough by itself. */
const AMONG_OTHERS =
  'Seen only in a vault that holds objects of other sequences too: the steps alone do not show it in a new vault.';

/** What a report says of what comes of something else than letters. */
const EQUAL_LETTERS = 'It is answered so, too, where the name is spelled in one way.';

/** How the book treats what it finds. */
export interface BookOptions {
  /** Calls that shrinking one divergence may spend. */
  readonly shrinkCalls: number;
  /** Whether a departure is of interest: those that are not are passed over. */
  readonly wanted: (departure: Departure) => boolean;
}

/**
 * The divergences of a run, each once. A new one is reported at once, tried again twice, and shrunk; one that is known
 * is counted.
 */
export class DivergenceBook {
  readonly #ground: Ground;
  readonly #options: BookOptions;
  readonly #known = new Set<string>();

  constructor(ground: Ground, options: BookOptions) {
    this.#ground = ground;
    this.#options = options;
  }

  /** Takes in what a sequence found. */
  async enter(record: SequenceRecord, recipe: Omit<Recipe, 'steps'>): Promise<void> {
    const fresh = new Map<number, Finding[]>();
    for (const finding of record.findings.filter(({ departure }) => this.#options.wanted(departure))) {
      const { n, departure } = finding;
      const { signature } = departure;
      if (this.#known.has(signature)) this.#ground.session.emit({ type: 'seen-again', n, signature });
      else {
        this.#known.add(signature);
        fresh.set(n, [...(fresh.get(n) ?? []), finding]);
      }
    }
    for (const findings of fresh.values()) await this.#confirm(findings, record, recipe);
  }

  /** Confirms what one answer showed, all of it together: it takes the same steps. */
  async #confirm(
    findings: readonly Finding[],
    record: SequenceRecord,
    recipe: Omit<Recipe, 'steps'>,
  ): Promise<void> {
    const [first] = findings;
    if (!first) return;
    const steps = record.steps.slice(0, first.step + 1).map(({ step }) => step);
    const shown = findings.map((finding): Shown => ({ recipe: { ...recipe, steps }, record, finding }));
    for (const one of shown) if (!isTrouble(one.finding)) this.#report(one, one.finding, 'recorded');
    const again = await this.#again({ ...recipe, steps }, first.departure.signature);
    let best: Shown | undefined;
    for (const one of shown) {
      const { signature } = one.finding.departure;
      const start = again && showing(again, signature);
      const shortest = (best && showing(best, signature)) ?? (start && (await this.#shortest(start)));
      if (shortest && (await this.#isSoWithEqualLetters(shortest))) {
        this.#report(one, { ...one.finding, remark: EQUAL_LETTERS }, 'flaky');
      } else if (shortest) {
        best = shortest;
        this.#report(shortest, one.finding, 'reproduced');
      } else if (isTrouble(one.finding)) this.#noteTrouble(one.finding);
      else this.#report(one, one.finding, 'flaky');
    }
  }

  /**
   * Runs the steps again: in a fresh vault first, so that what is reported does not rest on what others made. Undefined
   * where the divergence does not come again.
   */
  async #again(recipe: Recipe, signature: string): Promise<Shown | undefined> {
    return (
      (await showAgain(this.#ground, recipe, 'reproduce', signature)) ??
      (await showAgain(this.#ground, { ...recipe, amongOthers: true }, 'reproduce', signature))
    );
  }

  /** The shortest sequence found, shown once more; undefined where not even the one that it came from is. */
  async #shortest(start: Shown): Promise<Shown | undefined> {
    const { signature } = start.finding.departure;
    const { recipe } = await shrink(this.#ground, start, this.#options.shrinkCalls);
    return (
      (await showAgain(this.#ground, recipe, 'reproduce', signature)) ??
      (await showAgain(this.#ground, start.recipe, 'reproduce', signature))
    );
  }

  /** Whether what seems to come of the letters of names comes just so where every name is spelled in one way. */
  async #isSoWithEqualLetters({ recipe, finding }: Shown): Promise<boolean> {
    const { signature, isByLetters } = finding.departure;
    if (!isByLetters) return false;
    const steps = recipe.steps.map(spelledAsChosen);
    const { findings } = await replaySteps(this.#ground, { ...recipe, steps }, 'reproduce', signature);
    return findings.some(({ step, departure }) => step === finding.step && departure.wrongOutcome);
  }

  #report(
    { recipe, record, finding }: Shown,
    first: Finding & { readonly remark?: string },
    confirmation: Divergence['confirmation'],
  ): void {
    const { departure } = finding;
    const {
      wrongOutcome: _wrong,
      subject: _subject,
      isUnanswered: _trouble,
      isByLetters: _letters,
      observed,
      ...told
    } = departure;
    const call = record.steps[finding.step]?.calls.find(({ n }) => n === finding.n);
    const divergence: Divergence = {
      ...told,
      observed: { answer: observed, ...(call?.exchange.reply && { wire: call.exchange.reply }) },
      sequence: sequenceRows(record, finding.step),
      ...(!recipe.makesVaults && { settings: recipe.settings }),
      replay: replayRecipe(recipe, (command) => this.#ground.session.scrubbed(command)),
      count: 1,
      confirmation,
      ...(recipe.amongOthers && told.remark === undefined && { remark: AMONG_OTHERS }),
      ...(first.remark !== undefined && { remark: first.remark }),
    };
    this.#ground.session.emit({ type: 'divergence', n: first.n, divergence });
  }

  #noteTrouble({ departure, n }: Finding): void {
    const text = `${departure.operation} on a name that is ${departure.state}: ${departure.differs}; not seen again`;
    this.#ground.session.emit({ type: 'note', level: 'trouble', text, n });
  }
}

/** The same run as one that shows a divergence, cut after it; undefined where it does not. */
function showing({ recipe, record }: Shown, signature: string): Shown | undefined {
  const finding = record.findings.find(({ departure }) => departure.signature === signature);
  return (
    finding && { recipe: { ...recipe, steps: recipe.steps.slice(0, finding.step + 1) }, record, finding }
  );
}

/** Whether a finding is a reply that could not be read, which is trouble unless it comes again every time. */
function isTrouble({ departure }: Finding): boolean {
  return departure.isUnanswered === true;
}
