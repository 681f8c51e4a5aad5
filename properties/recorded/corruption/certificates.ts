import type { RecordedExchange } from '../../../adapters/recordings/recordedExchange.ts';
import type { JsonObject } from '../../../model/json.ts';
import type { CorruptionGroup } from './corruption.ts';
import { isShownElsewhere } from './evidence.ts';
import { another, withField } from './fields.ts';
import { isObject, isSuccess, shownObject, withValue } from './shownObjects.ts';

const STATUSES = ['inProgress', 'completed', 'cancelled', 'failed', 'waiting'];

/** Certificates (CR-01 to CR-08): the key and the secret they own, their operation, their thumbprint. */
export const CERTIFICATES: CorruptionGroup = [
  {
    name: 'the key or secret of another certificate',
    against: 'rule',
    corrupt: (site, choices) => {
      const shown = shownObject(site.exchange);
      const field = choices.pick(['kid', 'sid']);
      const id = shown?.json[field];
      if (shown?.collection !== 'certificates' || typeof id !== 'string') return undefined;
      const other = choices.pick([
        id.replace(/(keys|secrets)\/[^/]+/, '$1/another-name'),
        `${id.slice(0, -6)}000000`,
      ]);
      return other === id ? undefined : withField(site, shown, [field], other);
    },
  },
  {
    name: 'no key, secret or thumbprint beside the certificate',
    against: 'rule',
    corrupt: (site, choices) => {
      const shown = shownObject(site.exchange);
      if (shown?.collection !== 'certificates' || shown.json.cer === undefined) return undefined;
      return withField(site, shown, [choices.pick(['kid', 'sid', 'x5t'])], undefined);
    },
  },
  {
    name: 'another thumbprint than the same version shows elsewhere',
    against: 'recording',
    corrupt: (site) => {
      const shown = shownObject(site.exchange);
      if (!shown || !isShownElsewhere(site, shown, ['x5t'], 'nothing')) return undefined;
      return withField(site, shown, ['x5t'], '<x5t:00000000>');
    },
  },
  {
    name: 'another status of an operation',
    against: 'rule',
    corrupt: ({ exchange }, choices) => {
      const operation = operationOf(exchange);
      return operation && withValue(exchange, ['status'], another(choices, STATUSES, operation.status));
    },
  },
  {
    name: 'an operation without status, request or signing request',
    against: 'rule',
    corrupt: ({ exchange }, choices) => {
      const field = choices.pick(['status', 'csr', 'request_id', 'cancellation_requested']);
      const operation = operationOf(exchange);
      return operation?.[field] === undefined ? undefined : withValue(exchange, [field], undefined);
    },
  },
  {
    name: 'the operation of another certificate',
    against: 'rule',
    corrupt: ({ exchange }) => {
      const id = operationOf(exchange)?.id;
      if (typeof id !== 'string') return undefined;
      return withValue(exchange, ['id'], id.replace(/certificates\/[^/]+/, 'certificates/another-name'));
    },
  },
  {
    name: 'a certificate that is enabled while it is being made',
    against: 'rule',
    corrupt: (site) => {
      const shown = shownObject(site.exchange);
      const isModern = (site.exchange.date ?? 0) > Date.UTC(2018, 0, 1) / 1000;
      if (shown?.collection !== 'certificates' || !isModern || shown.json.cer !== undefined) return undefined;
      return withField(site, shown, ['attributes', 'enabled'], true);
    },
  },
];

function operationOf(exchange: RecordedExchange): JsonObject | undefined {
  const { body, path } = exchange;
  const isOperation = /\/certificates\/[^/]+\/(pending|create)$/.test(path);
  return isSuccess(exchange) && isOperation && isObject(body) && body.status !== undefined ? body : undefined;
}
