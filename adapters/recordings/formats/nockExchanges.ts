import type { AnyNode } from 'acorn';
import type { Json } from '../../../model/json.ts';
import { type RecordedExchange, UNRECORDED } from '../recordedExchange.ts';
import { Entry, statusOf } from './entry.ts';
import { exchangeOf } from './exchange.ts';
import type { Chain, ChainCall } from './nockChains.ts';
import { jsonOf, literalOf, placeOf, refuse, stringOf } from './nockLiteral.ts';
import { nockHeaders, nockReplyBody, nockRequestBody } from './nockMessage.ts';
import type { Place } from './place.ts';
import { decodedQuery, splitUri } from './requestUri.ts';

const METHODS: ReadonlySet<string> = new Set(['get', 'put', 'post', 'patch', 'delete', 'head', 'options']);
/** Calls that narrow or delay what is answered, and say nothing of what was. */
const SILENT: ReadonlySet<string> = new Set([
  'filteringRequestBody',
  'filteringPath',
  'matchHeader',
  'delay',
  'once',
]);

/** A request of a chain that has no reply yet. */
interface Pending {
  readonly call: ChainCall;
  readonly method: string;
  readonly uri: string;
  readonly body: RecordedExchange['requestBody'];
  readonly query?: RecordedExchange['query'];
}

/** What `nock(...)` was given, for all requests of its chain. */
interface Scope {
  readonly base: string;
  readonly encodedQuery: boolean;
}

/**
 * The exchanges that one chain records, in order.
 * @param before How many exchanges the file holds before them.
 */
export function nockExchanges(chain: Chain, before: number, place: Place): RecordedExchange[] {
  const [first, ...calls] = chain;
  if (first === undefined) return [];
  const scope = scopeOf(first, place);
  const exchanges: RecordedExchange[] = [];
  let pending: Pending | undefined;
  for (const call of calls) {
    if (SILENT.has(call.name)) continue;
    if (METHODS.has(call.name)) {
      if (pending !== undefined) refuse(call.node, place, 'a request before the reply to the one before it');
      pending = requestOf(call, scope, place);
    } else if (pending === undefined) {
      refuse(call.node, place, `.${call.name} without a request before it`);
    } else if (call.name === 'query') {
      pending = withQuery(pending, call, scope, place);
    } else {
      exchanges.push(replied(pending, call, before + exchanges.length + 1, place));
      pending = undefined;
    }
  }
  if (pending !== undefined) refuse(pending.call.node, place, 'a request without its reply');
  if (exchanges.length === 0)
    refuse(first.node, place, 'a nock(...) without a request in the same expression');
  return exchanges;
}

function scopeOf(call: ChainCall, place: Place): Scope {
  const base = stringOf(argument(call, 0, place), place);
  const options = call.args[1] === undefined ? {} : jsonOf(call.args[1], place);
  const { fields } = new Entry(options, placeOf(call.node, place), 'the second argument of nock');
  return { base, encodedQuery: fields.encodedQueryParams === true };
}

function requestOf(call: ChainCall, scope: Scope, place: Place): Pending {
  const path = stringOf(argument(call, 0, place), place);
  const body = call.args[1] === undefined ? undefined : literalOf(call.args[1], place);
  return {
    call,
    method: call.name,
    uri: scope.base.replace(/\/$/, '') + path,
    body: nockRequestBody(body, placeOf(call.node, place)),
  };
}

/** `.query(true)` takes any: the SDK's recorder writes it in the place of all queries. */
function withQuery(pending: Pending, call: ChainCall, scope: Scope, place: Place): Pending {
  if (pending.query !== undefined) refuse(call.node, place, 'a second query for one request');
  const given = jsonOf(argument(call, 0, place), place);
  if (given === true) return { ...pending, query: UNRECORDED };
  const { fields } = new Entry(given, placeOf(call.node, place), 'the query');
  const decode = scope.encodedQuery ? decoded : (text: string): string => text;
  const parameters = Object.entries(fields).flatMap(([name, value]) =>
    valuesOf(value).map((one) => [decode(name), decode(String(one))] as const),
  );
  return { ...pending, query: { ...splitUri(pending.uri).query, ...decodedQuery(parameters) } };
}

function replied(pending: Pending, call: ChainCall, n: number, place: Place): RecordedExchange {
  const at = placeOf(pending.call.node, place);
  const target = splitUri(pending.uri);
  const request = {
    n,
    method: pending.method,
    target: { ...target, query: pending.query ?? target.query },
    requestBody: pending.body,
  };
  if (call.name === 'replyWithError') {
    return exchangeOf({ ...request, status: undefined, headers: {}, body: undefined }, at);
  }
  if (call.name !== 'reply') refuse(call.node, place, `.${call.name}, which recorders do not write`);
  const headers = nockHeaders(call.args[2] === undefined ? undefined : jsonOf(call.args[2], place));
  const body = call.args[1] === undefined ? undefined : literalOf(call.args[1], place);
  const status = statusOf(jsonOf(argument(call, 0, place), place), at);
  return exchangeOf({ ...request, status, headers, body: nockReplyBody(body, headers, at) }, at);
}

function argument(call: ChainCall, i: number, place: Place): AnyNode {
  return call.args[i] ?? refuse(call.node, place, `.${call.name} without its argument ${i + 1}`);
}

function valuesOf(value: Json): readonly Json[] {
  return Array.isArray(value) ? value : [value];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
