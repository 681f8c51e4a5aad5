import { beforeAll, describe, expect, it } from 'vitest';
import { type RecordedCall, recordedCalls } from '../../adapters/recordings/observations.ts';
import { readRecordings } from '../../adapters/recordings/readRecordings.ts';
import { judgeRecording } from './judgeRecording.ts';
import { Numbering } from './numbering.ts';
import { azureTraces, NO_TRACES } from './testing/azureTraces.ts';

/** Exchanges that are calls to Key Vault, those that the model has a command for, and those that it explains. */
interface Count {
  total: number;
  modelled: number;
  explained: number;
}

/** What was counted, by what the calls are about, and the first exchanges that nothing explains. */
interface Tally {
  readonly all: Count;
  readonly byKind: Map<string, Count>;
  readonly unexplained: string[];
}

const TRACES = azureTraces();
if (TRACES.length === 0) console.warn(NO_TRACES);

describe.runIf(TRACES.length > 0)('what the service was recorded to do', () => {
  let tally: Tally;

  beforeAll(async () => {
    tally = await judgeAll(TRACES);
    console.info(inWords(tally));
  }, 180_000);

  it('should be explained by the model, every exchange of it', () => {
    expect(tally.all.modelled).toBeGreaterThan(100_000);
    expect(tally.unexplained).toEqual([]);
    expect(tally.all.explained).toBe(tally.all.modelled);
  });

  it('should be modelled, at least 99 of 100 exchanges of it', () => {
    expect(tally.all.modelled / tally.all.total).toBeGreaterThan(0.99);
  });

  it('should be modelled and explained as well where only secrets are counted', () => {
    const { total, modelled, explained } = tally.byKind.get('secret') ?? countOf();
    expect(modelled).toBeGreaterThan(20_000);
    expect(modelled / total).toBeGreaterThan(0.99);
    expect(explained).toBe(modelled);
  });
});

async function judgeAll(files: readonly string[]): Promise<Tally> {
  const tally: Tally = { all: countOf(), byKind: new Map(), unexplained: [] };
  const numbering = new Numbering();
  for await (const recording of readRecordings(files)) {
    if (recording.format === 'run-log') continue;
    const calls = [...recordedCalls(recording)];
    for (const call of calls) if ('unmodelled' in call) add(tally, kindOf(call), 'total');
    for (const event of judgeRecording({ id: recording.id, calls }, numbering)) {
      if (event.type !== 'exchange') continue;
      const { kind } = event.command;
      add(tally, kind, 'total');
      add(tally, kind, 'modelled');
      if (event.judgement !== 'unexplained') add(tally, kind, 'explained');
      else if (tally.unexplained.length < 10) tally.unexplained.push(`${recording.id}#${event.step}`);
    }
  }
  return tally;
}

function add({ all, byKind }: Tally, kind: string, what: keyof Count): void {
  const count = byKind.get(kind) ?? countOf();
  byKind.set(kind, count);
  count[what] += 1;
  all[what] += 1;
}

function countOf(): Count {
  return { total: 0, modelled: 0, explained: 0 };
}

/** What a call without a command of the model is about, by its path. */
function kindOf({ unmodelled }: Extract<RecordedCall, { unmodelled: unknown }>): string {
  const [, collection = 'other'] = /^\/+(?:deleted)?([a-z]+?)s?(?:\/|$)/.exec(unmodelled.path) ?? [];
  return collection;
}

function inWords({ all, byKind }: Tally): string {
  const rows = [...byKind, ['all', all] as const].map(
    ([kind, { total, modelled, explained }]) =>
      `${kind}: ${total} exchanges, ${modelled} modelled, ${explained} explained`,
  );
  return rows.join('\n');
}
