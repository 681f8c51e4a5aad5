import type { CorruptionGroup } from './corruption.ts';
import { isShownElsewhere, sentIn } from './evidence.ts';
import { another, withField } from './fields.ts';
import { isObject, isSuccess, shownObject, valueAt, withValue } from './shownObjects.ts';

/** Keys (KY-01 to KY-07): material, type and operations, and what uses of them say. */
export const KEYS: CorruptionGroup = [
  {
    name: 'another type of key than was asked for',
    against: 'request',
    corrupt: (site, choices) => {
      const shown = shownObject(site.exchange);
      const type = sentIn(site)?.kty;
      if (!shown || typeof type !== 'string' || !site.exchange.path.endsWith('/create')) return undefined;
      return withField(site, shown, ['key', 'kty'], another(choices, ['RSA', 'RSA-HSM', 'EC', 'oct'], type));
    },
  },
  {
    name: 'a type that the material is not of',
    against: 'rule',
    corrupt: (site) => {
      const shown = shownObject(site.exchange);
      const type = valueAt(shown?.json, ['key', 'kty']);
      if (!shown || typeof type !== 'string') return undefined;
      return withField(site, shown, ['key', 'kty'], type.startsWith('RSA') ? 'EC' : 'RSA');
    },
  },
  {
    name: 'other material than the same version shows elsewhere',
    against: 'recording',
    corrupt: (site) => {
      const shown = shownObject(site.exchange);
      const path = ['key', valueAt(shown?.json, ['key', 'n']) === undefined ? 'x' : 'n'];
      if (!shown || !isShownElsewhere(site, shown, path, 'nothing')) return undefined;
      return withField(site, shown, path, '<n:00000000>');
    },
  },
  {
    name: 'fewer operations than the same version shows elsewhere',
    against: 'recording',
    corrupt: (site) => {
      const shown = shownObject(site.exchange);
      const operations = valueAt(shown?.json, ['key', 'key_ops']);
      if (!shown || !Array.isArray(operations) || operations.length === 0) return undefined;
      if (!isShownElsewhere(site, shown, ['key', 'key_ops'], 'writes')) return undefined;
      return withField(site, shown, ['key', 'key_ops'], operations.slice(1));
    },
  },
  {
    name: 'a use that names another key',
    against: 'request',
    corrupt: ({ exchange }) => {
      const { body } = exchange;
      if (!isSuccess(exchange) || !isObject(body) || typeof body.kid !== 'string') return undefined;
      if (!/\/(encrypt|decrypt|sign|wrapkey|unwrapkey)$/i.test(exchange.path)) return undefined;
      return withValue(exchange, ['kid'], body.kid.replace(/keys\/[^/]+/, 'keys/another-name'));
    },
  },
  {
    name: 'material left out',
    against: 'rule',
    corrupt: (site, choices) => {
      const shown = shownObject(site.exchange);
      const key = shown?.json.key;
      const fields = isObject(key) ? ['n', 'e', 'crv', 'x', 'y', 'kty'].filter((field) => field in key) : [];
      if (!shown || fields.length === 0) return undefined;
      return withField(site, shown, ['key', choices.pick(fields)], undefined);
    },
  },
];
