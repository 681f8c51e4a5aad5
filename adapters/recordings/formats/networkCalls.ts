import type { Json } from '../../../model/json.ts';
import { type RecordedExchange, type Recording, UNRECORDED } from '../recordedExchange.ts';
import { Entry } from './entry.ts';
import { exchangeOf } from './exchange.ts';
import { fail } from './place.ts';
import { splitUri } from './requestUri.ts';
import { bodyFromBytes, bodyFromText } from './wireBody.ts';
import { type Headers, headersFromObject } from './wireHeaders.ts';

/** Names in an answer that are not headers: the Java SDK's, and the C++ SDK's in capitals. */
const NOT_HEADERS: ReadonlySet<string> = new Set([
  'StatusCode',
  'Body',
  'STATUS_CODE',
  'BODY',
  'REASON_PHRASE',
]);
/** Bodies of these types are written in base64. */
const BINARY = /^(?:application\/octet-stream|avro\/binary)$/i;

/**
 * Reads `{"networkCallRecords": [{Method, Uri, Headers, Response}]}`: the recorders of the Java and C++ SDKs before the
 * test proxy. They keep no request bodies. A call that failed before an answer has an `Exception` in its place.
 */
export function readNetworkCalls(document: Entry): Recording {
  return {
    id: document.place.file,
    format: 'network-calls',
    requestBodiesRecorded: false,
    excerpt: false,
    looseOrder: false,
    exchanges: document
      .list('networkCallRecords', 'record')
      .map(({ value, place, n }) => readRecord(new Entry(value, place, 'it'), n)),
  };
}

function readRecord(record: Entry, n: number): RecordedExchange {
  const request = { n, method: record.text('Method'), target: splitUri(record.text('Uri', 'Url')) };
  const answer = record.get('Response');
  if (answer === undefined || answer === null) {
    if ((record.get('Exception') ?? null) === null) {
      fail(
        record.place,
        'it has neither a Response nor an Exception',
        'Record it again, or leave this entry out',
      );
    }
    return exchangeOf(
      { ...request, requestBody: UNRECORDED, status: undefined, headers: {}, body: undefined },
      record.place,
    );
  }
  const response = new Entry(answer, record.place, 'its Response');
  const headers = headersOf(response);
  return exchangeOf(
    {
      ...request,
      requestBody: UNRECORDED,
      status: response.status('StatusCode', 'STATUS_CODE'),
      headers,
      body: bodyOf(response, headers),
    },
    record.place,
  );
}

function headersOf(response: Entry): Headers {
  const headers = Object.entries(response.fields).filter(([name]) => !NOT_HEADERS.has(name));
  return headersFromObject(Object.fromEntries(headers));
}

function bodyOf(response: Entry, headers: Headers): Json | undefined {
  const body = response.get('Body', 'BODY');
  if (body === undefined || body === null) return undefined;
  if (typeof body !== 'string') return body;
  return BINARY.test(headers['content-type'] ?? '')
    ? bodyFromBytes(Buffer.from(body, 'base64'), {}, response.place)
    : bodyFromText(body, headers['content-type'], response.place);
}
