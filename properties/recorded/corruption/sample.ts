import { isDeepStrictEqual } from 'node:util';
import { recordedCalls } from '../../../adapters/recordings/observations.ts';
import { readRecordings } from '../../../adapters/recordings/readRecordings.ts';
import type { RecordedExchange, Recording } from '../../../adapters/recordings/recordedExchange.ts';
import { Choices } from '../../../model/oracle/testing/choices.ts';
import type { Corruption, CorruptionGroup } from './corruption.ts';

/** A recording with one field of one exchange corrupted. */
export interface CorruptedRecording {
  readonly corruption: Corruption;
  readonly recording: Recording;
  /** The exchange as it stands there now. */
  readonly corrupted: RecordedExchange;
  /** The corrupted exchange: the recording, its number there, method and path. */
  readonly place: string;
}

/** Exchanges of one recording that a corruption is tried on, at random. */
const TRIES = 4;

/**
 * Draws recordings to corrupt, as many for each corruption as there are, up to a number: each recording that a
 * corruption fits is as likely as any other, however long it is. Only exchanges that `check` judges are corrupted.
 */
export async function sampleCorrupted(
  files: readonly string[],
  corruptions: CorruptionGroup,
  each: number,
  seed: number,
): Promise<readonly CorruptedRecording[]> {
  const choices = new Choices(seed);
  const reservoirs = corruptions.map((corruption) => ({
    corruption,
    seen: 0,
    kept: [] as CorruptedRecording[],
  }));
  for await (const recording of readRecordings(files)) {
    if (recording.format === 'run-log') continue;
    const judged = judgedPositions(recording);
    if (judged.length === 0) continue;
    for (const reservoir of reservoirs) {
      const corrupted = corruptedOnce(recording, judged, reservoir.corruption, choices);
      if (!corrupted) continue;
      reservoir.seen += 1;
      const slot = reservoir.kept.length < each ? reservoir.kept.length : choices.below(reservoir.seen);
      if (slot < each) reservoir.kept[slot] = corrupted;
    }
  }
  return reservoirs.flatMap(({ kept }) => kept);
}

function judgedPositions(recording: Recording): readonly number[] {
  return [...recordedCalls(recording)].flatMap((call, i) => ('command' in call ? [i] : []));
}

function corruptedOnce(
  recording: Recording,
  judged: readonly number[],
  corruption: Corruption,
  choices: Choices,
): CorruptedRecording | undefined {
  for (let i = 0; i < TRIES; i++) {
    const at = choices.pick(judged);
    const exchange = recording.exchanges[at];
    const wrong = exchange && corruption.corrupt({ recording, at, exchange }, choices);
    if (!exchange || !wrong || isDeepStrictEqual(wrong, exchange)) continue;
    const exchanges = recording.exchanges.map((other, j) => (j === at ? wrong : other));
    const place = `${recording.id}#${exchange.n} ${exchange.method} ${exchange.path}`;
    return { corruption, recording: { ...recording, exchanges }, corrupted: wrong, place };
  }
  return undefined;
}
