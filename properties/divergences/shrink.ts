import type { Fields } from '../../model/fields.ts';
import type { Finding, SequenceRecord } from '../sequences/sequenceRecord.ts';
import { isCall, type Step } from '../steps/step.ts';
import { type Ground, type Recipe, replaySteps, slotOf } from './replaySteps.ts';

/** A recipe that shows a divergence, and the run of it that showed it. */
export interface Shown {
  readonly recipe: Recipe;
  readonly record: SequenceRecord;
  readonly finding: Finding;
}

/**
 * Looks for a shorter sequence that shows the same divergence, by leaving steps out and trying again: first all looks
 * and all steps of other names at once, then ever smaller pieces, then pairs.
 * @param mostCalls calls that it may spend
 */
export async function shrink(ground: Ground, shown: Shown, mostCalls: number): Promise<Shown> {
  const shrinker = new Shrinker(ground, shown, ground.session.calls + mostCalls);
  await shrinker.run();
  return shrinker.best;
}

class Shrinker {
  best: Shown;
  readonly #ground: Ground;
  readonly #signature: string;
  readonly #lastCall: number;
  readonly #tried = new Set<string>();

  constructor(ground: Ground, shown: Shown, lastCall: number) {
    this.#ground = ground;
    this.best = shown;
    this.#signature = shown.finding.departure.signature;
    this.#lastCall = lastCall;
  }

  async run(): Promise<void> {
    await this.#keep((step, i, all) => i === all.length - 1 || slotOf(step) === slotOf(all.at(-1) ?? step));
    await this.#keep((step, i, all) => i === all.length - 1 || !isLook(step));
    for (let size = Math.ceil(this.#steps.length / 2); size >= 1; size = Math.floor(size / 2)) {
      await this.#leaveOutPieces(size);
    }
    await this.#leaveOutPairs();
    await this.#simplifyEach();
  }

  get #steps(): readonly Step[] {
    return this.best.recipe.steps;
  }

  async #keep(filter: (step: Step, i: number, all: readonly Step[]) => boolean): Promise<void> {
    const fewer = this.#steps.filter((step, i) => filter(step, i, this.#steps));
    if (fewer.length < this.#steps.length) await this.#try(fewer);
  }

  /** Pieces from the back, because what comes late depends on what comes early. */
  async #leaveOutPieces(size: number): Promise<void> {
    for (let end = this.#steps.length - 1; end > 0; end -= size) {
      const start = Math.max(0, end - size);
      await this.#try([...this.#steps.slice(0, start), ...this.#steps.slice(end)]);
    }
  }

  async #leaveOutPairs(): Promise<void> {
    for (let a = this.#steps.length - 2; a > 0; a--) {
      for (let b = a - 1; b >= 0; b--) {
        const fewer = this.#steps.filter((_, i) => i !== a && i !== b);
        if (await this.#try(fewer)) return this.#leaveOutPairs();
      }
    }
  }

  async #simplifyEach(): Promise<void> {
    for (let i = 0; i < this.#steps.length; i++) {
      const step = this.#steps[i];
      const simple = step && simpler(step);
      if (simple) await this.#try(this.#steps.with(i, simple));
    }
  }

  /** Runs a candidate; keeps it, cut after the divergence, when it shows the same. */
  async #try(steps: readonly Step[]): Promise<boolean> {
    const key = JSON.stringify(steps);
    if (steps.length === 0 || this.#tried.has(key) || this.#ground.session.calls >= this.#lastCall)
      return false;
    this.#tried.add(key);
    const recipe = { ...this.best.recipe, steps };
    const record = await replaySteps(this.#ground, recipe, 'shrink', this.#signature);
    const finding = record.findings.find(({ departure }) => departure.signature === this.#signature);
    if (!finding) return false;
    this.best = { recipe: { ...recipe, steps: steps.slice(0, finding.step + 1) }, record, finding };
    return true;
  }
}

function isLook(step: Step): boolean {
  return isCall(step) && ['get', 'getDeleted', 'list', 'listDeleted', 'listVersions'].includes(step.call);
}

function isElaborate({ value, ...rest }: Fields): boolean {
  return Object.keys(rest).length > 0 || (typeof value === 'string' && value.length > PLAIN_VALUE);
}

/** Characters of a value that nobody minds in an explanation. */
const PLAIN_VALUE = 20;

/** The step with plainer arguments; undefined when they are plain. */
function simpler(step: Step): Step | undefined {
  if (!isCall(step)) return undefined;
  if (step.call === 'set' && !step.broken && isElaborate(step.input)) {
    return { ...step, input: { value: 'value' } };
  }
  if (step.spelling) {
    const { spelling: _other, ...plain } = step;
    return plain;
  }
  if ('pageSize' in step && step.pageSize !== undefined) {
    const { pageSize: _size, ...plain } = step;
    return plain;
  }
  return undefined;
}
