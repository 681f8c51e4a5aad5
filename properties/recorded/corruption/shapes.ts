import type { CorruptionGroup } from './corruption.ts';
import { anyShown, withField } from './fields.ts';
import { isSuccess, shownObject, valueAt, withValue } from './shownObjects.ts';

/** Fields that are missing, surplus or of another type (LS-02, LS-03, LS-09, RT-07). */
export const SHAPES: CorruptionGroup = [
  {
    name: 'no id, no attributes, or no date of creation',
    against: 'rule',
    corrupt: (site, choices) => {
      const shown = anyShown(site, choices);
      const path = choices.pick([
        ['id'],
        ['attributes'],
        ['attributes', 'created'],
        ['attributes', 'updated'],
      ]);
      if (!shown || valueAt(shown.json, path) === undefined) return undefined;
      return withField(site, shown, path, undefined);
    },
  },
  {
    name: 'no value where a secret is set or read',
    against: 'rule',
    corrupt: (site) => {
      const shown = shownObject(site.exchange);
      return shown?.json.value === undefined ? undefined : withField(site, shown, ['value'], undefined);
    },
  },
  {
    name: 'a value where a secret is deleted, recovered, updated or listed',
    against: 'rule',
    corrupt: (site, choices) => {
      const shown = anyShown(site, choices);
      if (shown?.collection !== 'secrets' || shown.json.value !== undefined) return undefined;
      return withField(site, shown, ['value'], '<value:00000000>');
    },
  },
  {
    name: 'a field that no answer has',
    against: 'rule',
    corrupt: (site, choices) => {
      const shown = anyShown(site, choices);
      return shown && withField(site, shown, [choices.pick(['state', 'isDeleted', 'purged'])], true);
    },
  },
  {
    name: 'an attribute that no answer has',
    against: 'rule',
    corrupt: (site, choices) => {
      const shown = anyShown(site, choices);
      return shown && withField(site, shown, ['attributes', choices.pick(['deleted', 'level'])], 1);
    },
  },
  {
    name: 'a date in words',
    against: 'rule',
    corrupt: (site, choices) => {
      const shown = anyShown(site, choices);
      const path = choices.pick([['attributes', 'created'], ['attributes', 'updated'], ['deletedDate']]);
      const date = shown && valueAt(shown.json, path);
      if (!shown || typeof date !== 'number') return undefined;
      return withField(site, shown, path, new Date(date * 1000).toISOString());
    },
  },
  {
    name: 'updated before created',
    against: 'rule',
    corrupt: (site, choices) => {
      const shown = anyShown(site, choices);
      const created = shown && valueAt(shown.json, ['attributes', 'created']);
      if (!shown || typeof created !== 'number') return undefined;
      return withField(site, shown, ['attributes', 'updated'], created - choices.pick([1, 60, 86_400]));
    },
  },
  {
    name: 'enabled in words',
    against: 'rule',
    corrupt: (site, choices) => {
      const shown = anyShown(site, choices);
      if (typeof valueAt(shown?.json, ['attributes', 'enabled']) !== 'boolean' || !shown) return undefined;
      return withField(site, shown, ['attributes', 'enabled'], choices.pick(['yes', 1]));
    },
  },
  {
    name: 'a body where a purge is answered',
    against: 'rule',
    corrupt: ({ exchange }) =>
      isSuccess(exchange) && exchange.status === 204 && exchange.path.startsWith('/deleted')
        ? { ...exchange, body: { value: true } }
        : undefined,
  },
  {
    name: 'no backup in the answer to a backup',
    against: 'rule',
    corrupt: ({ exchange }) =>
      isSuccess(exchange) && exchange.path.endsWith('/backup')
        ? withValue(exchange, ['value'], undefined)
        : undefined,
  },
];
