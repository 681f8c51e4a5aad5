import type { SequenceRecord } from '../sequences/sequenceRecord.ts';
import { isChange } from '../steps/isChange.ts';
import { isCall, isVaultCall, type Step } from '../steps/step.ts';
import { merged } from './merged.ts';
import { plainer } from './plainer.ts';
import { type Ground, slotOf } from './replaySteps.ts';
import { type Shown, showAgain } from './showAgain.ts';

/**
 * Looks for a shorter sequence that shows the same divergence, by leaving steps out and trying again: first what the
 * model says cannot matter (looks, steps of other names, steps that changed nothing, waiting), each at once and then in
 * ever smaller pieces, then any pieces, then pairs; at last changes are put together and arguments made plainer.
 * @param mostCalls calls that it may spend
 */
export async function shrink(ground: Ground, shown: Shown, mostCalls: number): Promise<Shown> {
  const shrinker = new Shrinker(ground, shown, ground.session.calls + mostCalls);
  await shrinker.run();
  return shrinker.best;
}

/** Tells steps apart. */
type Sieve = (step: Step, index: number) => boolean;

class Shrinker {
  best: Shown;
  readonly #ground: Ground;
  readonly #signature: string;
  readonly #lastCall: number;
  readonly #tried = new Set<string>();

  constructor(ground: Ground, shown: Shown, lastCall: number) {
    this.#ground = ground;
    // Each step an object of its own, so that equal ones can be told apart.
    const steps = shown.recipe.steps.map((step) => ({ ...step }));
    this.best = { ...shown, recipe: { ...shown.recipe, steps } };
    this.#signature = shown.finding.departure.signature;
    this.#lastCall = lastCall;
  }

  async run(): Promise<void> {
    await this.#leaveOutWhatCannotMatter();
    await this.#leaveOutPieces(this.#steps);
    do {
      while (await this.#leaveOutOne());
    } while ((await this.#leaveOutPair()) || (await this.#merge()));
    await this.#makePlainer();
  }

  get #steps(): readonly Step[] {
    return this.best.recipe.steps;
  }

  /** By what the model knows of the run; the boldest guess comes first. */
  async #leaveOutWhatCannotMatter(): Promise<void> {
    const own = slotAbout(this.best);
    const foreign: Sieve = (step) => slotOf(step) !== own;
    const idle: Sieve = (step, i) =>
      (isCall(step) || isVaultCall(step)) &&
      !(
        (isChange(step) || ('call' in step && step.call === 'backup')) &&
        this.best.record.steps[i]?.changed === true
      );
    const waiting: Sieve = (step) => !isCall(step) && !isVaultCall(step);
    await this.#without((step, i) => foreign(step, i) || idle(step, i) || waiting(step, i));
    await this.#without((step, i) => foreign(step, i) || idle(step, i));
    const born = births(this.best.record);
    await this.#without((step, i) => i < (born.get(slotOf(step)) ?? 0));
    for (const sieve of [idle, foreign, waiting]) await this.#leaveOutPieces(this.#steps.filter(sieve));
  }

  /** All of these steps at once, then halves of them, quarters and so on; from the back, which depends on the front. */
  async #leaveOutPieces(all: readonly Step[]): Promise<void> {
    for (let size = all.length; size >= 1; size = Math.floor(size / 2)) {
      for (let end = all.length; end > 0; end -= size) {
        const piece = new Set(all.slice(Math.max(0, end - size), end));
        await this.#without((step) => piece.has(step));
      }
    }
  }

  /** Leaves out every single step that can be spared; answers whether there was one. */
  async #leaveOutOne(): Promise<boolean> {
    let spared = false;
    for (const one of this.#steps.toReversed()) {
      if (await this.#without((step) => step === one)) spared = true;
    }
    return spared;
  }

  /** Two steps of which one means nothing without the other; such are mostly near to each other. */
  async #leaveOutPair(): Promise<boolean> {
    for (let gap = 1; gap < this.#steps.length - 1; gap++) {
      for (let i = this.#steps.length - 2 - gap; i >= 0; i--) {
        if (await this.#without((_, other) => other === i || other === i + gap)) return true;
      }
    }
    return false;
  }

  /** Puts two changes into one; answers whether that was possible. */
  async #merge(): Promise<boolean> {
    for (const steps of merged(this.#steps)) if (await this.#try(steps)) return true;
    return false;
  }

  async #makePlainer(): Promise<void> {
    for (let i = 0; i < this.#steps.length; i++) {
      for (const step of plainer(this.#steps[i])) {
        if (await this.#try(this.#steps.with(i, step))) break;
      }
    }
  }

  /** Tries it without some steps, if there are any; the last one, which shows the divergence, always stays. */
  async #without(spare: Sieve): Promise<boolean> {
    const last = this.#steps.length - 1;
    const fewer = this.#steps.filter((step, i) => i === last || !spare(step, i));
    return fewer.length <= last && (await this.#try(fewer));
  }

  /** Runs a candidate; keeps it, cut after the divergence, when it shows the same. */
  async #try(steps: readonly Step[]): Promise<boolean> {
    const key = JSON.stringify(steps);
    if (this.#tried.has(key) || this.#ground.session.calls >= this.#lastCall) return false;
    this.#tried.add(key);
    const recipe = { ...this.best.recipe, steps };
    const shown = await showAgain(this.#ground, recipe, 'shrink', this.#signature);
    if (shown) this.best = shown;
    return shown !== undefined;
  }
}

/** The slot that a divergence is about: of the names in a list, the one that it shows wrongly. */
function slotAbout({ record, finding, recipe }: Shown): number | undefined {
  const { subject } = finding.departure;
  const own = record.steps.find(({ calls }) =>
    calls.some(({ exchange: { command } }) => 'name' in command && command.name.toLowerCase() === subject),
  );
  const step = own?.step ?? recipe.steps.at(-1);
  return step && slotOf(step);
}

/** Where the last object of each slot came to be under a name that was free. */
function births({ steps }: SequenceRecord): ReadonlyMap<number | undefined, number> {
  return new Map(
    steps.flatMap(({ step, calls, changed }, i): [number | undefined, number][] => {
      const wasFree = /absent|purging/.test(calls[0]?.state ?? '');
      return changed && wasFree && isChange(step) ? [[slotOf(step), i]] : [];
    }),
  );
}
