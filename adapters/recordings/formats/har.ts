import type { Json } from '../../../model/json.ts';
import { type RecordedExchange, type Recording, UNRECORDED } from '../recordedExchange.ts';
import { Entry, members } from './entry.ts';
import { exchangeOf } from './exchange.ts';
import { fail } from './place.ts';
import { splitUri } from './requestUri.ts';
import { bodyFromBytes, bodyFromText } from './wireBody.ts';
import { type Headers, headersFromPairs } from './wireHeaders.ts';

/**
 * Reads an HTTP Archive 1.2. Its entries may stand in any order, and are put into that of their beginnings; their
 * numbers stay their positions in the file.
 */
export function readHar(document: Entry): Recording {
  const entries = document
    .entry('log')
    .list('entries', 'entry')
    .map(({ value, place, n }) => ({ entry: new Entry(value, place, 'it'), n }));
  const started = entries.map(({ entry }) => Date.parse(String(entry.get('startedDateTime'))));
  const order = [...entries.keys()];
  if (!started.some(Number.isNaN)) order.sort((a, b) => (started[a] ?? 0) - (started[b] ?? 0) || a - b);
  return {
    id: document.place.file,
    format: 'har',
    requestBodiesRecorded: true,
    excerpt: false,
    looseOrder: false,
    exchanges: order.flatMap((i) => entries[i] ?? []).map(({ entry, n }) => readEntry(entry, n)),
  };
}

function readEntry(entry: Entry, n: number): RecordedExchange {
  const request = entry.entry('request');
  const response = entry.entry('response');
  const headers = headersOf(response);
  const exchange = exchangeOf(
    {
      n,
      method: request.text('method'),
      target: splitUri(request.text('url')),
      requestBody: requestBodyOf(request),
      status: response.status('status'),
      headers,
      body: bodyOf(response, headers),
    },
    entry.place,
  );
  const judged = exchange.plane === 'data' || exchange.plane === 'management';
  if (judged && exchange.body === undefined && bodyLeftOut(response)) {
    fail(entry.place, "the answer's body was left out of the file", 'Export the archive again with contents');
  }
  return exchange;
}

function headersOf(message: Entry): Headers {
  const list = message.get('headers') ?? [];
  return headersFromPairs(
    (Array.isArray(list) ? members(list, message.place, 'header') : []).map(({ value, place }) => {
      const header = new Entry(value, place, 'it');
      return [header.text('name'), String(header.get('value') ?? '')] as const;
    }),
  );
}

function requestBodyOf(request: Entry): RecordedExchange['requestBody'] {
  const given = request.get('postData') ?? null;
  const size = request.get('bodySize');
  const none = typeof size === 'number' && size > 0 ? UNRECORDED : undefined;
  if (given === null) return none;
  const posted = new Entry(given, request.place, 'its postData');
  const text = posted.get('text');
  if (typeof text !== 'string') return UNRECORDED;
  if (text === '') return none;
  return contentOf(text, posted, headersOf(request));
}

function bodyOf(response: Entry, headers: Headers): Json | undefined {
  const content = new Entry(response.get('content') ?? {}, response.place, 'its content');
  const text = content.get('text');
  return typeof text === 'string' ? contentOf(text, content, headers) : undefined;
}

/** An archive holds bodies with their content encoding undone, in base64 where it says so. */
function contentOf(text: string, content: Entry, headers: Headers): Json | undefined {
  const mimeType = content.get('mimeType');
  const contentType = typeof mimeType === 'string' && mimeType !== '' ? mimeType : headers['content-type'];
  if (content.get('encoding') !== 'base64') return bodyFromText(text, contentType, content.place);
  const type: Headers = contentType === undefined ? {} : { 'content-type': contentType };
  return bodyFromBytes(Buffer.from(text, 'base64'), type, content.place);
}

/** Exporters can be told to keep sizes and no contents, or contents in files of their own. */
function bodyLeftOut(response: Entry): boolean {
  const content = new Entry(response.get('content') ?? {}, response.place, 'its content');
  const size = content.get('size');
  return content.get('text') === undefined && typeof size === 'number' && size > 0;
}
