import type { RecordedExchange } from '../../../adapters/recordings/recordedExchange.ts';
import type { CorruptionGroup } from './corruption.ts';
import { isChangedBetween, isSameRun } from './evidence.ts';
import { another } from './fields.ts';
import { isObject, isSuccess, shownObject } from './shownObjects.ts';

/** Statuses: a body that belongs to another one speaks against each. */
export const STATUSES: CorruptionGroup = [
  {
    name: 'a refusal as a success',
    against: 'rule',
    corrupt: ({ exchange }, choices) =>
      (exchange.status ?? 0) >= 400 ? { ...exchange, status: choices.pick([200, 204]) } : undefined,
  },
  {
    name: 'a success as a refusal',
    against: 'rule',
    corrupt: ({ exchange }, choices) =>
      isSuccess(exchange) ? { ...exchange, status: choices.pick([400, 403, 404, 409]) } : undefined,
  },
  {
    name: 'a refusal of another status',
    against: 'rule',
    corrupt: ({ exchange }, choices) =>
      (exchange.status ?? 0) >= 400
        ? { ...exchange, status: another(choices, [400, 403, 404, 409, 412], exchange.status) }
        : undefined,
  },
  {
    name: 'a success of another status',
    against: 'rule',
    corrupt: ({ exchange }, choices) =>
      isSuccess(exchange)
        ? { ...exchange, status: another(choices, [200, 201, 202, 204], exchange.status) }
        : undefined,
  },
  {
    name: 'a success as a failure of the server',
    against: 'rule',
    corrupt: ({ exchange }, choices) =>
      isSuccess(exchange) && isObject(exchange.body)
        ? { ...exchange, status: choices.pick([500, 502, 503]) }
        : undefined,
  },
  {
    name: 'what is deleted, read as if it were there',
    against: 'recording',
    corrupt: ({ recording, at, exchange }) => {
      const key = liveKey(exchange);
      if (key === undefined || exchange.status !== 404) return undefined;
      const deletion = recording.exchanges.findLastIndex(
        (before, i) => i < at && before.method === 'DELETE' && isSuccess(before) && liveKey(before) === key,
      );
      const read = recording.exchanges.findLast(
        (before, i) =>
          i < deletion && before.method === 'GET' && liveKey(before) === key && shownObject(before),
      );
      const site = { recording, at, exchange };
      if (deletion < 0 || !read || !isSameRun(recording, deletion, at)) return undefined;
      if (isChangedBetween(site, deletion, key, 'any-change')) return undefined;
      return { ...exchange, status: 200, body: read.body };
    },
  },
  {
    name: 'what is deleted, not found after it was shown',
    against: 'recording',
    corrupt: ({ recording, at, exchange }) => {
      if (exchange.method !== 'GET' || !/^\/deleted[a-z]+\/[^/]+\/?$/.test(exchange.path)) return undefined;
      if (!isSuccess(exchange)) return undefined;
      const shown = shownObject(exchange);
      const missing = recording.exchanges.find(
        ({ method, path, status }) => method === 'GET' && path === exchange.path && status === 404,
      );
      const before = recording.exchanges.findLastIndex(
        ({ method, path, status }, i) =>
          i < at && method === 'GET' && path === exchange.path && status === 200,
      );
      const site = { recording, at, exchange };
      if (!shown || !missing || before < 0 || !isSameRun(recording, before, at)) return undefined;
      if (isChangedBetween(site, before, shown.key, 'any-change')) return undefined;
      return { ...exchange, status: 404, body: missing.body };
    },
  },
];

/** The live object that a path is about, without its version. */
function liveKey({ plane, host, path }: RecordedExchange): string | undefined {
  const match = plane === 'data' ? /^\/(secrets|keys|certificates)\/([^/]+)\/?$/.exec(path) : null;
  return match ? `${host}/${match[1]}/${match[2]}`.toLowerCase() : undefined;
}
