import { recordedCalls } from '../../../adapters/recordings/observations.ts';
import type { RecordedExchange } from '../../../adapters/recordings/recordedExchange.ts';
import { judgeRecording } from '../judgeRecording.ts';
import { Numbering } from '../numbering.ts';

/** One exchange with the service, of which only what matters is told. */
export interface ToldExchange {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly body?: RecordedExchange['body'];
  readonly sent?: RecordedExchange['requestBody'];
  /** Unix seconds of the answer; a second after the one before where it is not told. */
  readonly date?: number;
  readonly apiVersion?: string;
  readonly query?: Readonly<Record<string, string>>;
}

/** Before the first answer where no date is told: 1 March 2021, Unix seconds. */
export const FIRST = 1_614_556_800;

/** What is made of each exchange of a recording: `explained`, `unexplained`, `unspecified`, or that it was not judged. */
export function verdictsOn(told: readonly ToldExchange[], requestBodiesRecorded = true): readonly string[] {
  let date = FIRST;
  const exchanges = told.map((one, i): RecordedExchange => {
    date = one.date ?? date + 1;
    return exchangeOf(one, i + 1, date);
  });
  const recording = {
    id: 'told',
    format: 'trace',
    requestBodiesRecorded,
    excerpt: false,
    looseOrder: false,
    exchanges,
  } as const;
  const events = judgeRecording({ id: 'told', calls: recordedCalls(recording) }, new Numbering());
  return [...events].flatMap((event) => {
    if (event.type === 'skipped') return ['not judged'];
    return event.type === 'exchange' ? [event.judgement] : [];
  });
}

function exchangeOf(told: ToldExchange, n: number, date: number): RecordedExchange {
  const isManagement = told.path.startsWith('/subscriptions/');
  return {
    n,
    method: told.method,
    host: isManagement ? 'management' : 'vault-1.vault.azure.net',
    path: told.path,
    query: { 'api-version': told.apiVersion ?? (isManagement ? '2019-09-01' : '7.1'), ...told.query },
    requestBody: told.sent,
    status: told.status,
    headers: {},
    body: told.body,
    plane: isManagement ? 'management' : 'data',
    date,
  };
}
