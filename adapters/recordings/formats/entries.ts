import type { Json } from '../../../model/json.ts';
import type { RecordedExchange, Recording } from '../recordedExchange.ts';
import { Entry } from './entry.ts';
import { exchangeOf } from './exchange.ts';
import { inOrder } from './inOrder.ts';
import { fail, type Place } from './place.ts';
import { planeOf } from './plane.ts';
import { type RequestTarget, splitUri } from './requestUri.ts';
import { bodyFromBytes, bodyFromText, isJsonType } from './wireBody.ts';
import { type Headers, headersFromObject } from './wireHeaders.ts';

const URI = /^\/|^https?:\/\//i;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const TEXT_TYPE = /^\s*(?:text\/|application\/(?:[\w.-]+\+)?(?:json|xml|x-www-form-urlencoded))/i;

/**
 * Reads `{"Entries": [...]}`: the Azure SDK test proxy's recordings, and those of the .NET HttpRecorder before it,
 * which differ in that bodies are always text and URIs lack the host.
 */
export function readEntries(document: Entry): Recording {
  const entries = document.list('Entries', 'entry').map(({ value, place, n }) => ({
    entry: new Entry(value, place, 'it'),
    n,
  }));
  const older =
    'Names' in document.fields || entries.some(({ entry }) => 'EncodedRequestUri' in entry.fields);
  const exchanges = withTheOnlyVault(entries.map(({ entry, n }) => readEntry(entry, n)));
  return {
    id: document.place.file,
    format: older ? 'http-recorder' : 'test-proxy',
    requestBodiesRecorded: true,
    excerpt: false,
    looseOrder: older,
    exchanges: older ? inOrder(exchanges) : exchanges,
  };
}

function readEntry(entry: Entry, n: number): RecordedExchange {
  const requestHeaders = headersFromObject(entry.get('RequestHeaders'));
  const headers = headersFromObject(entry.get('ResponseHeaders'));
  const body = bodyOf(entry.get('ResponseBody'), headers, entry.place);
  const target = splitUri(uriOf(entry));
  return exchangeOf(
    {
      n,
      method: entry.text('RequestMethod'),
      target: target.host === '' ? { ...target, host: impliedHost(target, requestHeaders, body) } : target,
      requestBody: bodyOf(entry.get('RequestBody'), requestHeaders, entry.place),
      status: entry.status('StatusCode'),
      headers,
      body,
    },
    entry.place,
  );
}

/** The HttpRecorder keeps the URI twice, the second time in base64, and only so in some versions. */
function uriOf(entry: Entry): string {
  const encoded = entry.get('EncodedRequestUri');
  const uri = typeof encoded === 'string' ? entry.get('RequestUri') : entry.text('RequestUri');
  if (typeof uri === 'string' && URI.test(uri)) return uri;
  const decoded = Buffer.from(String(encoded ?? uri), 'base64').toString();
  return URI.test(decoded) ? decoded : fail(entry.place, 'a RequestUri that is none', 'Leave this entry out');
}

/**
 * The test proxy writes an object as it is, text of several lines as a list of them, other text as a string, and what
 * is not text in base64. A body that is a JSON array is text to it.
 */
function bodyOf(given: Json | undefined, headers: Headers, place: Place): Json | undefined {
  if (given === undefined || given === null) return undefined;
  const contentType = headers['content-type'];
  if (Array.isArray(given) && given.every((line) => typeof line === 'string')) {
    return bodyFromText(given.join(''), contentType, place);
  }
  if (typeof given !== 'string') return given;
  if (!isText(given, contentType)) return bodyFromBytes(Buffer.from(given, 'base64'), headers, place);
  return bodyFromText(given, contentType, place);
}

function isText(body: string, contentType: string | undefined): boolean {
  return (
    contentType === undefined || TEXT_TYPE.test(contentType) || isJsonType(contentType) || !BASE64.test(body)
  );
}

function impliedHost(target: RequestTarget, requestHeaders: Headers, body: Json | undefined): string {
  const { host } = requestHeaders;
  if (host !== undefined) return host.toLowerCase();
  const plane = planeOf(target);
  if (plane === 'management' || /^\/(?:subscriptions|providers)(?:\/|$)/i.test(target.path))
    return 'management.azure.com';
  if (plane === 'auth') return 'login.microsoftonline.com';
  return plane === 'data' ? vaultNamedIn(body) : '';
}

/** The host in the first id that a bundle or the first item of a list carries. */
function vaultNamedIn(body: Json | undefined): string {
  const id = /"(?:id|kid|sid|recoveryId)":"https:\/\/([^/"]+)\//.exec(JSON.stringify(body ?? null));
  return id?.[1]?.toLowerCase() ?? '';
}

/** Gives calls whose vault nothing names (those refused) the recording's vault, where it has only one. */
function withTheOnlyVault(exchanges: readonly RecordedExchange[]): readonly RecordedExchange[] {
  const data = exchanges.filter(({ plane }) => plane === 'data');
  const [vault, ...others] = new Set(data.map(({ host }) => host).filter((host) => host !== ''));
  if (vault === undefined || others.length > 0) return exchanges;
  return exchanges.map((one) => (one.plane === 'data' && one.host === '' ? { ...one, host: vault } : one));
}
