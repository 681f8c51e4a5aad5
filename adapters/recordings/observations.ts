import type { Answer, Lost } from '../../model/answer.ts';
import type { Command } from '../../model/command.ts';
import type { Json } from '../../model/json.ts';
import type { Window } from '../../model/window.ts';
import { decodeReply } from '../wire/decodeReply.ts';
import { parseVaultRequest } from '../wire/management/parseVaultRequest.ts';
import { parseRequest, type RecordedRequest } from '../wire/parseRequest.ts';
import { mendedAnswer, mendedBody } from './mendedBody.ts';
import type { RecordedExchange, Recording } from './recordedExchange.ts';

/** What one recorded exchange is to the oracle. */
export type RecordedCall =
  /** Nothing to judge: it says nothing of a vault. */
  | {
      readonly n: number;
      readonly skipped: 'other-plane' | 'managed-hsm' | 'challenge' | 'no-answer' | 'repeated';
    }
  /** A call to Key Vault that the model has no command for. */
  | { readonly n: number; readonly unmodelled: RecordedExchange }
  | {
      readonly n: number;
      readonly command: Command;
      readonly answer: Answer | Lost;
      readonly window: Window;
      readonly mayBeAnotherRun: boolean;
      /** Whether it may have been made before the call that stands before it. */
      readonly mayBeEarlier: boolean;
    };

/** Seconds before and after an answer's `Date` within which its call was made; the recordings' spread. */
const CALL_SPAN = { before: 3, after: 1 } as const;

/**
 * Seconds between two answers after which another run of the recorded test may begin: recorders append. After the
 * shorter gap it does only with the call that the first run began with. Calls that are made at once are recorded up to
 * 5 s out of order.
 */
const RUN_GAP = { forward: 120, farForward: 3600, backward: 5 } as const;

/** The time of a call that tells none: the years 1970 to 2100. */
const ANY_TIME: Window = { from: 0, to: Date.UTC(2100, 0, 1) / 1000 };

/** Reads a recording as calls and answers, in order. */
export function* recordedCalls(recording: Recording): Generator<RecordedCall> {
  const first = recording.exchanges.find(isToKeyVault);
  let last: number | undefined;
  let hasPaused = false;
  let mayBeAnotherRun = false;
  let previous: RecordedExchange | undefined;
  for (const exchange of recording.exchanges) {
    const date = exchange.date ?? last;
    const jump = date === undefined || last === undefined ? 0 : date - last;
    const mayBeEarlier = recording.looseOrder && date !== undefined && date === last;
    hasPaused ||= jump > RUN_GAP.forward;
    const hasJumped = jump > RUN_GAP.farForward || jump < -RUN_GAP.backward;
    mayBeAnotherRun ||= isCut(recording, exchange) || hasJumped || (hasPaused && beginsLike(exchange, first));
    if (isToKeyVault(exchange)) hasPaused = false;
    last = date;
    const isRepeated = previous !== undefined && repeats(exchange, previous);
    if (exchange.plane === 'data' && exchange.status !== 401) previous = exchange;
    if (isRepeated) {
      yield { n: exchange.n, skipped: 'repeated' };
      continue;
    }
    const call = readExchange(recording, exchange, windowAround(date));
    if (!('command' in call)) {
      yield call;
      continue;
    }
    yield { ...call, mayBeAnotherRun, mayBeEarlier };
    mayBeAnotherRun = false;
  }
}

function isToKeyVault({ plane }: RecordedExchange): boolean {
  return plane === 'data' || plane === 'management';
}

/** Whether anything may have been done to vaults before a call, because whoever made an excerpt left it out. */
function isCut({ excerpt }: Recording, { plane }: RecordedExchange): boolean {
  return excerpt && plane === 'management';
}

/** Whether a run of a test may begin with a call: each begins as the first one did. */
function beginsLike({ method, path }: RecordedExchange, first: RecordedExchange | undefined): boolean {
  return first?.method === method && first.path === path;
}

/** A call without what only its place among the others tells. */
type ReadExchange =
  | Exclude<RecordedCall, { command: Command }>
  | Omit<Extract<RecordedCall, { command: Command }>, 'mayBeAnotherRun' | 'mayBeEarlier'>;

function readExchange(recording: Recording, exchange: RecordedExchange, window: Window): ReadExchange {
  const { n, status } = exchange;
  if (exchange.plane !== 'data' && exchange.plane !== 'management') return { n, skipped: 'other-plane' };
  if (isManagedHsm(exchange.host)) return { n, skipped: 'managed-hsm' };
  const isCut = recording.excerpt && exchange.body === undefined && exchange.method === 'GET';
  if (!status || isCut) return { n, skipped: 'no-answer' };
  if (status === 401) return { n, skipped: 'challenge' };
  const request: RecordedRequest = {
    vault: exchange.host,
    method: exchange.method,
    path: exchange.path,
    query: exchange.query,
    ...bodyOf(recording, exchange),
  };
  const command = exchange.plane === 'data' ? parseRequest(request) : parseVaultRequest(request);
  const isTyped = recording.format !== 'trace' && recording.format !== 'network-calls';
  const body = mendedBody(exchange.body, isTyped);
  if (isMixedUp(exchange)) return { n, skipped: 'no-answer' };
  if (!command || isStorageSas(body) || isRequestForSigning(command, body))
    return { n, unmodelled: exchange };
  const reply = {
    status,
    headers: exchange.headers,
    ...(body !== undefined && body !== null && { body: mendedAnswer(command, body) }),
  };
  const answer: Answer | Lost =
    status >= 500 && isFailure(body)
      ? { lost: 'server-error', detail: `status ${status}` }
      : decodeReply(command, reply, exchange.host || undefined);
  return { n, command, answer, window };
}

/**
 * Whether a body may be that of a server's failure: none, a page of text, or an error that is nobody else's fault. With
 * any other the answer is no failure, whatever its status says.
 */
function isFailure(body: Json | undefined): boolean {
  if (typeof body !== 'object' || body === null) return true;
  const { error } = body as { readonly error?: Json };
  if (typeof error !== 'object' || error === null) return false;
  const { code } = error as { readonly code?: Json };
  return typeof code === 'string' && !CLIENT_ERROR.test(code);
}

/** ER-02: codes of refusals, which have statuses from 400 to 499. */
const CLIENT_ERROR = /NotFound$|^(Forbidden|Conflict|BadParameter|Unauthorized|Throttled|MethodNotAllowed)$/;

/** When a call was made, as far as its answer tells. */
function windowAround(date: number | undefined): Window {
  return date === undefined ? ANY_TIME : { from: date - CALL_SPAN.before, to: date + CALL_SPAN.after };
}

/** Whether a recorder kept one answer twice: no two writes make the same version at the same time. */
function repeats(exchange: RecordedExchange, previous: RecordedExchange): boolean {
  const { method, path, status, date, body } = exchange;
  const isWrite = (method === 'PUT' || method === 'POST') && status === 200 && body !== undefined;
  if (!isWrite || method !== previous.method || path !== previous.path || date !== previous.date)
    return false;
  return JSON.stringify(body) === JSON.stringify(previous.body) && /[0-9a-f]{32}"/.test(JSON.stringify(body));
}

function bodyOf(recording: Recording, { requestBody }: RecordedExchange): { body?: Json } {
  if (!recording.requestBodiesRecorded) return { body: 'unrecorded' };
  return requestBody === undefined ? {} : { body: requestBody };
}

/** The operation of a certificate asked for as the text of its signing request: the same address, another format. */
function isRequestForSigning(command: Command, body: Json | undefined): boolean {
  return command.op === 'getOperation' && typeof body === 'string';
}

/** Managed HSM is another service, with other timing and texts. */
function isManagedHsm(host: string): boolean {
  return /\.managedhsm\./.test(host);
}

/**
 * The secret that holds the token of a storage account's SAS definition: a part of Key Vault that is retired, whose
 * secrets have no versions and appear in no list.
 */
function isStorageSas(body: Json | undefined): boolean {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return false;
  const { contentType, managed } = body as { readonly [key: string]: Json };
  return contentType === 'application/vnd.ms-sastoken-storage' && managed === true;
}

/**
 * Whether what a recorder kept as the answer about one vault is about another one in another subscription, or dates of
 * a deletion were made equal to hide them.
 */
function isMixedUp({ plane, path, body }: RecordedExchange): boolean {
  if (plane !== 'management' || typeof body !== 'object' || body === null || Array.isArray(body))
    return false;
  const { id, properties } = body as { readonly id?: Json; readonly properties?: Json };
  const asked = path.toLowerCase().split('/');
  const told = typeof id === 'string' ? id.toLowerCase().split('/') : asked;
  const isOther = [2, 4, 8].every(
    (i) => asked[i] !== undefined && told[i] !== undefined && asked[i] !== told[i],
  );
  return isOther || hasHiddenDates(properties);
}

function hasHiddenDates(properties: Json | undefined): boolean {
  if (typeof properties !== 'object' || properties === null || Array.isArray(properties)) return false;
  const { deletionDate, scheduledPurgeDate } = properties as { readonly [field: string]: Json };
  return deletionDate !== undefined && deletionDate === scheduledPurgeDate;
}
