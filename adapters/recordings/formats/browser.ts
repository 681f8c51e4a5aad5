import type { Json } from '../../../model/json.ts';
import type { RecordedExchange, Recording } from '../recordedExchange.ts';
import { Entry } from './entry.ts';
import { exchangeOf } from './exchange.ts';
import type { Place } from './place.ts';
import { decodedQuery, splitUri } from './requestUri.ts';
import { bodyFromText } from './wireBody.ts';
import { headersFromObject } from './wireHeaders.ts';

/** Reads `{"recordings": [...], "uniqueTestInfo"}`: what the recorder of the JavaScript SDK writes in browsers. */
export function readBrowserRecording(document: Entry): Recording {
  return {
    id: document.place.file,
    format: 'js-browser',
    requestBodiesRecorded: true,
    excerpt: false,
    looseOrder: false,
    exchanges: document
      .list('recordings', 'recording')
      .map(({ value, place, n }) => readCall(new Entry(value, place, 'it'), n)),
  };
}

function readCall(call: Entry, n: number): RecordedExchange {
  const target = splitUri(call.text('url'));
  const headers = headersFromObject(call.get('responseHeaders'));
  return exchangeOf(
    {
      n,
      method: call.text('method'),
      target: { ...target, query: { ...target.query, ...queryOf(call) } },
      requestBody: bodyOf(call.get('requestBody'), undefined, call.place),
      status: call.status('status'),
      headers,
      body: bodyOf(call.get('response'), headers['content-type'], call.place),
    },
    call.place,
  );
}

function queryOf(call: Entry): Record<string, string> {
  const { fields } = new Entry(call.get('query') ?? {}, call.place, 'its query');
  return decodedQuery(
    Object.entries(fields).flatMap(([name, value]) =>
      (Array.isArray(value) ? value : [value ?? '']).map((one) => [name, String(one)] as const),
    ),
  );
}

function bodyOf(given: Json | undefined, contentType: string | undefined, place: Place): Json | undefined {
  if (given === null) return undefined;
  return typeof given === 'string' ? bodyFromText(given, contentType, place) : given;
}
