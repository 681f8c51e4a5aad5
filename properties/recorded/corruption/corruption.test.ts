import { beforeAll, describe, expect, it } from 'vitest';
import { recordedCalls } from '../../../adapters/recordings/observations.ts';
import type { Recording } from '../../../adapters/recordings/recordedExchange.ts';
import { judgeRecording } from '../judgeRecording.ts';
import { Numbering } from '../numbering.ts';
import { azureTraces, NO_TRACES } from '../testing/azureTraces.ts';
import { CORRUPTIONS } from './corruptions.ts';
import { reasonFor } from './exceptions.ts';
import { type CorruptedRecording, sampleCorrupted } from './sample.ts';

/** Corrupted recordings of each sort. */
const EACH = 30;
const SEED = 20_260_729;

const TRACES = azureTraces();
if (TRACES.length === 0) console.warn(NO_TRACES);

describe.runIf(TRACES.length > 0)('a recording of the service with one field corrupted', () => {
  let corrupted: readonly CorruptedRecording[];
  let missed: readonly CorruptedRecording[];

  beforeAll(async () => {
    corrupted = await sampleCorrupted(TRACES, CORRUPTIONS, EACH, SEED);
    missed = corrupted.filter(({ recording }) => !isRefused(recording));
    console.info(inWords(corrupted, missed));
  }, 180_000);

  it('should be one of more than a thousand, of every sort', () => {
    expect(corrupted.length).toBeGreaterThan(1000);
    const sorts = new Set(corrupted.map(({ corruption }) => corruption.name));
    expect([...sorts].sort()).toEqual(CORRUPTIONS.map(({ name }) => name).sort());
  });

  it('should be refused, at least 98 of 100', () => {
    expect(1 - missed.length / corrupted.length).toBeGreaterThanOrEqual(0.98);
  });

  it('should be refused, or there is a reason known why it is not', () => {
    expect(missed.filter((one) => reasonFor(one) === undefined).map(placeOf)).toEqual([]);
  });
});

function isRefused(recording: Recording): boolean {
  const events = judgeRecording({ id: recording.id, calls: recordedCalls(recording) }, new Numbering());
  for (const event of events) if (event.type === 'divergence') return true;
  return false;
}

function inWords(all: readonly CorruptedRecording[], missed: readonly CorruptedRecording[]): string {
  const rows = CORRUPTIONS.map((corruption) => {
    const count = (some: readonly CorruptedRecording[]): number =>
      some.filter((one) => one.corruption === corruption).length;
    return `${count(all) - count(missed)} of ${count(all)} refused: ${corruption.name} (against: ${corruption.against})`;
  });
  const exceptions = [
    ...Map.groupBy(missed, (one) => reasonFor(one) ?? 'for no reason that is known'),
  ].flatMap(([reason, some]) => [`${some.length} not refused, because ${reason}:`, ...some.map(placeOf)]);
  return [...rows, `${all.length - missed.length} of ${all.length} refused`, ...exceptions].join('\n');
}

function placeOf({ corruption, place }: CorruptedRecording): string {
  return `${corruption.name}: ${place}`;
}
