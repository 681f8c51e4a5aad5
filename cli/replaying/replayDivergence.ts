import { randomBytes } from 'node:crypto';
import type { Adapter } from '../../adapters/adapter.ts';
import { scrubAnswer, scrubCommand } from '../../adapters/wire/scrub.ts';
import type { SequenceRow } from '../../model/event.ts';
import type { Patience } from '../../model/oracle/hiddenSteps.ts';
import type { Recipe } from '../../properties/divergences/replaySteps.ts';
import { sequenceRows } from '../../properties/divergences/sequenceRows.ts';
import { Exploration } from '../../properties/explore.ts';
import { SHRINK_CALLS } from '../../properties/exploreDefaults.ts';
import type { SequenceRecord } from '../../properties/sequences/sequenceRecord.ts';
import { Session } from '../../properties/session/session.ts';
import { isCall } from '../../properties/steps/step.ts';
import { clearAway } from '../running/clearAway.ts';

/** What came of running a divergence again. */
export interface Replayed {
  /**
   * `reproduced`: it came again; `fixed`: the same steps were answered as the rules allow; `unreachable`: the steps
   * did not lead there, so nothing is known.
   */
  readonly result: 'reproduced' | 'fixed' | 'unreachable';
  /** Why it was unreachable. */
  readonly reason?: string;
  /** What was done, and what came. */
  readonly sequence: readonly SequenceRow[];
  /** Signatures of all divergences that showed. */
  readonly signatures: readonly string[];
}

/** What to run again, and how. */
export interface ReplayOptions {
  readonly recipe: Recipe;
  readonly signature: string;
  readonly patience: Patience;
  readonly signal: AbortSignal;
  /** Told of what stays in a vault that is kept. */
  readonly warn: (text: string) => void;
}

/**
 * Runs the steps of a divergence again, and clears away what they made.
 * @throws TargetTrouble, TargetFailure when the target cannot be asked
 */
export async function replayDivergence(adapter: Adapter, options: ReplayOptions): Promise<Replayed> {
  const { recipe, signature, patience, signal, warn } = options;
  const session = new Session({
    adapter,
    patience,
    scrub: { command: scrubCommand, answer: scrubAnswer },
    emit: () => {},
    signal,
  });
  const exploration = new Exploration({
    session,
    seed: 0,
    budget: {},
    strategies: [],
    concurrency: 1,
    kinds: [recipe.kind ?? 'secret'],
    settings: [recipe.settings],
    run: `k${randomBytes(3).toString('hex')}`,
    wanted: () => true,
    shrinkCalls: SHRINK_CALLS,
  });
  try {
    await exploration.prepare();
    return replayed(await exploration.replay(recipe, signature), recipe, signature);
  } finally {
    await clearAway(adapter, exploration.leavings, patience.settle, warn);
  }
}

function replayed(record: SequenceRecord, recipe: Recipe, signature: string): Replayed {
  const signatures = [...new Set(record.findings.map(({ departure }) => departure.signature))];
  const sequence = sequenceRows(record, record.steps.length - 1);
  const reason = signatures.includes(signature) ? undefined : whyUnreachable(record, recipe, signatures);
  if (reason !== undefined) return { result: 'unreachable', reason, sequence, signatures };
  return { result: signatures.includes(signature) ? 'reproduced' : 'fixed', sequence, signatures };
}

/** Why the last step was not judged as it was then; undefined where it was answered as the rules allow. */
function whyUnreachable(
  record: SequenceRecord,
  { steps }: Recipe,
  signatures: readonly string[],
): string | undefined {
  const [other] = signatures;
  if (record.steps.length < steps.length) {
    return `the steps lead elsewhere: ${other ?? 'they ended early'}`;
  }
  if (record.findings.some(({ step }) => step === steps.length - 1)) {
    return `its last call diverges in another way: ${other}`;
  }
  const last = record.steps.at(-1);
  if (last && isCall(last.step) && last.calls.length === 0) {
    return 'its last call refers to something that the steps no longer make';
  }
  return undefined;
}
