import type { Json } from '../../../model/json.ts';
import { type Plane, type RecordedExchange, type Recording, UNRECORDED } from '../recordedExchange.ts';
import { Entry, statusOf } from './entry.ts';
import { exchangeOf } from './exchange.ts';
import { inOrder } from './inOrder.ts';
import { fail, type Place, within } from './place.ts';
import { decodedQuery } from './requestUri.ts';
import { headersFromObject } from './wireHeaders.ts';

const PLANES: ReadonlySet<Json | undefined> = new Set<Plane>(['data', 'management', 'auth', 'other']);

/** Whether a JSON document is a trace of this project's trace JSONL. */
export function isTrace(document: Json): boolean {
  return typeof document === 'object' && document !== null && 'steps' in document;
}

/** Reads one trace: `{id, requestBodiesRecorded, transcribed?, steps: [...]}`. */
export function readTrace(document: Json, place: Place): Recording {
  const trace = new Entry(document, place, 'the trace');
  const id = trace.text('id');
  const named = within(place, `trace ${id}`);
  const recorded = trace.get('requestBodiesRecorded') !== false;
  const exchanges = new Entry(document, named, 'the trace')
    .list('steps', 'step')
    .map(({ value, place: at, n }) => {
      const own = new Entry(value, at, 'it').get('n') ?? n;
      if (typeof own !== 'number') fail(at, 'has an n that is not a number', 'Number the steps of a trace');
      return readStep(new Entry(value, own === n ? at : within(at, `n ${own}`), 'it'), own, recorded);
    });
  // Of the two recorders that keep such entries one keeps them by address; a trace does not tell which one it was.
  const byAddress = trace.get('format') === 'entries';
  return {
    id,
    format: 'trace',
    requestBodiesRecorded: recorded,
    excerpt: trace.get('transcribed') === true,
    looseOrder: byAddress,
    exchanges: byAddress ? inOrder(exchanges) : exchanges,
  };
}

function readStep(step: Entry, n: number, bodiesRecorded: boolean): RecordedExchange {
  const plane = step.get('plane');
  if (plane !== undefined && !isPlane(plane)) {
    fail(step.place, 'has a plane that is none of data, management, auth and other', 'Correct the plane');
  }
  const path = step.text('path');
  return exchangeOf(
    {
      n,
      method: step.text('method'),
      target: { host: step.text('host').toLowerCase(), path, query: queryOf(step) },
      requestBody: bodiesRecorded ? bodyOf(step.get('requestBody')) : UNRECORDED,
      status: statusOfStep(step),
      headers: headersFromObject(step.get('responseHeaders')),
      body: bodyOf(step.get('responseBody')),
      ...(plane === undefined ? {} : { plane }),
    },
    step.place,
  );
}

/** A trace writes null for both no status and no body. */
function statusOfStep(step: Entry): number | undefined {
  const { status } = step.fields;
  if (status === undefined) fail(step.place, 'has no status', 'Write null where no answer was recorded');
  return statusOf(status, step.place);
}

function bodyOf(body: Json | undefined): Json | undefined {
  return body === null || body === '' ? undefined : body;
}

function queryOf(step: Entry): RecordedExchange['query'] {
  if (step.get('queryUnknown') === true) return UNRECORDED;
  const query = step.get('query') ?? {};
  return decodedQuery(
    Object.entries(new Entry(query, step.place, 'its query').fields).map(([k, v]) => [
      k,
      v === HIDDEN_TOKEN ? HIDDEN_LINK : String(v),
    ]),
  );
}

/** What stands for every continuation in a request, and in an answer: the one may be any of the other. */
const HIDDEN_TOKEN = '<skiptoken>';
const HIDDEN_LINK = '<nextLink>';

function isPlane(value: Json): value is Plane {
  return PLANES.has(value);
}
