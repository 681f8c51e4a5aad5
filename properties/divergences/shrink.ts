import { isChange } from '../steps/isChange.ts';
import { isCall, type Step } from '../steps/step.ts';
import { plainer } from './plainer.ts';
import { type Ground, slotOf } from './replaySteps.ts';
import { type Shown, showAgain } from './showAgain.ts';

/**
 * Looks for a shorter sequence that shows the same divergence, by leaving steps out and trying again: first what the
 * model says cannot matter (looks, steps of other names, steps that changed nothing, waiting), each at once, then ever
 * smaller pieces, then pairs; at last arguments are made plainer.
 * @param mostCalls calls that it may spend
 */
export async function shrink(ground: Ground, shown: Shown, mostCalls: number): Promise<Shown> {
  const shrinker = new Shrinker(ground, shown, ground.session.calls + mostCalls);
  await shrinker.run();
  return shrinker.best;
}

/** Which steps to keep. */
type Filter = (step: Step, index: number) => boolean;

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
    await this.#leaveOutWhatCannotMatter();
    for (let size = Math.ceil(this.#steps.length / 2); size > 1; size = Math.floor(size / 2)) {
      await this.#leaveOutPieces(size);
    }
    do while (await this.#leaveOutOne());
    while (await this.#leaveOutPair());
    await this.#makePlainer();
  }

  get #steps(): readonly Step[] {
    return this.best.recipe.steps;
  }

  /** By what the model knows of the run; the boldest guess comes first, and those that it covers are not tried. */
  async #leaveOutWhatCannotMatter(): Promise<void> {
    const own: Filter = (step) => slotOf(step) === slotOf(this.#steps.at(-1) ?? step);
    const changes: Filter = (step, i) =>
      !isCall(step) ||
      ((isChange(step) || step.call === 'backup') && this.best.record.steps[i]?.changed === true);
    const calls: Filter = (step) => isCall(step);
    const guesses: readonly (readonly Filter[])[] = [
      [own, changes, calls],
      [own, changes],
      [changes],
      [own],
      [calls],
    ];
    for (const filters of guesses) {
      const fewer = this.#steps.filter(
        (step, i) => i === this.#steps.length - 1 || filters.every((keeps) => keeps(step, i)),
      );
      if (fewer.length < this.#steps.length) await this.#try(fewer);
    }
  }

  /** Pieces from the back, because what comes late depends on what comes early. */
  async #leaveOutPieces(size: number): Promise<void> {
    for (let end = this.#steps.length - 1; end > 0; end -= size) {
      const start = Math.max(0, end - size);
      await this.#try([...this.#steps.slice(0, start), ...this.#steps.slice(end)]);
    }
  }

  /** Leaves out every single step that can be spared; answers whether there was one. */
  async #leaveOutOne(): Promise<boolean> {
    let spared = false;
    for (let i = this.#steps.length - 2; i >= 0; i--) {
      if (await this.#try(this.#steps.filter((_, other) => other !== i))) spared = true;
    }
    return spared;
  }

  async #leaveOutPair(): Promise<boolean> {
    for (let a = this.#steps.length - 2; a > 0; a--) {
      for (let b = a - 1; b >= 0; b--) {
        if (await this.#try(this.#steps.filter((_, i) => i !== a && i !== b))) return true;
      }
    }
    return false;
  }

  async #makePlainer(): Promise<void> {
    for (let i = 0; i < this.#steps.length; i++) {
      for (const step of plainer(this.#steps[i])) {
        if (await this.#try(this.#steps.with(i, step))) break;
      }
    }
  }

  /** Runs a candidate; keeps it, cut after the divergence, when it shows the same. */
  async #try(steps: readonly Step[]): Promise<boolean> {
    const key = JSON.stringify(steps);
    if (steps.length === 0 || this.#tried.has(key) || this.#ground.session.calls >= this.#lastCall)
      return false;
    this.#tried.add(key);
    const recipe = { ...this.best.recipe, steps };
    const shown = await showAgain(this.#ground, recipe, 'shrink', this.#signature);
    if (shown) this.best = shown;
    return shown !== undefined;
  }
}
