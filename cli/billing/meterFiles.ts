import { recordedCalls } from '../../adapters/recordings/observations.ts';
import { readRecordings } from '../../adapters/recordings/readRecordings.ts';
import type { Recording } from '../../adapters/recordings/recordedExchange.ts';
import type { BillingReadings } from '../../model/billing/billingReadings.ts';
import { type Ledger, sumOfLedgers } from '../../model/billing/ledger.ts';
import { MeteredHistory } from '../../model/billing/meteredHistory.ts';
import { readLog } from '../../reports/log/readLog.ts';
import { MeteredLog } from './meteredLog.ts';

/** What files come to. */
export interface MeteredFiles {
  readonly ledger: Ledger;
  /** Recordings and logs read. */
  readonly histories: number;
  /** What is wrong with parts of the files, each in words. */
  readonly problems: readonly string[];
}

/**
 * Meters recordings and logs of runs, each as a history of its own.
 * @throws RecordingError, LogError when a file cannot be read at all
 */
export async function meterFiles(files: readonly string[], readings: BillingReadings): Promise<MeteredFiles> {
  const problems: string[] = [];
  const ledgers: Ledger[] = [];
  for await (const recording of readRecordings(files)) {
    const named =
      recording.format === 'run-log'
        ? await meterLog(recording.id, readings, problems)
        : meterRecording(recording, readings);
    ledgers.push(named);
  }
  return { ledger: sumOfLedgers(ledgers), histories: ledgers.length, problems };
}

async function meterLog(file: string, readings: BillingReadings, problems: string[]): Promise<Ledger> {
  const log = new MeteredLog(file, readings);
  for await (const entry of readLog(file)) {
    if (entry.type === 'cut') problems.push(`${file}: the log was cut: ${entry.problem}`);
    else if (entry.type === 'damaged') problems.push(`${file}, line ${entry.line}: ${entry.problem}`);
    else log.observe(entry);
  }
  return log.ledger();
}

function meterRecording(recording: Recording, readings: BillingReadings): Ledger {
  const history = new MeteredHistory(readings, recording.id);
  for (const call of recordedCalls(recording)) {
    if ('command' in call) history.observe(call);
    else if ('unmodelled' in call) {
      const { plane, status, host, date } = call.unmodelled;
      const isRefused = (status ?? 0) >= 400;
      const known = plane === 'management' ? 'managementCalls' : 'possibleOperations';
      const window = { from: date ?? Number.NaN, to: date ?? Number.NaN };
      history.observeUnmodelled(host, isRefused ? 'refusedCalls' : known, window);
    } else if (call.skipped === 'managed-hsm') history.miss('managedHsm');
    else if (call.skipped === 'no-answer') history.miss('lostReplies');
  }
  return history.ledger();
}
