import type { Json } from '../../../model/json.ts';
import type { CorruptionGroup, Site } from './corruption.ts';
import { isChangedBetween, isSameRun } from './evidence.ts';
import { withField } from './fields.ts';
import { isSuccess, listedObjects, type ShownObject, shownObject, withValue } from './shownObjects.ts';

/** Lists: of live and of deleted objects, and of versions (LS-01, LS-02, LS-06). */
export const LISTS: CorruptionGroup = [
  {
    name: 'an item twice',
    against: 'rule',
    corrupt: ({ exchange }, choices) => {
      const listed = listedObjects(exchange);
      if (listed.length === 0) return undefined;
      return withItems(exchange, [...itemsOf(exchange), choices.pick(listed).json]);
    },
  },
  {
    name: 'a version in the id of a list item',
    against: 'rule',
    corrupt: (site, choices) => {
      const listed = listedObjects(site.exchange).filter(({ version }) => version === undefined);
      if (listed.length === 0) return undefined;
      const item = choices.pick(listed);
      const field = typeof item.json.id === 'string' ? 'id' : 'kid';
      return withField(site, item, [field], `${String(item.json[field])}/${'0123456789abcdef'.repeat(2)}`);
    },
  },
  {
    name: 'an item without attributes',
    against: 'rule',
    corrupt: (site, choices) => {
      const listed = listedObjects(site.exchange);
      return listed.length > 0 ? withField(site, choices.pick(listed), ['attributes'], undefined) : undefined;
    },
  },
  {
    name: 'a field beside the list',
    against: 'rule',
    corrupt: ({ exchange }) =>
      listedObjects(exchange).length > 0 ? withValue(exchange, ['count'], 1) : undefined,
  },
  {
    name: 'no list',
    against: 'rule',
    corrupt: ({ exchange }) =>
      listedObjects(exchange).length > 0 ? withValue(exchange, ['value'], undefined) : undefined,
  },
  {
    name: 'a link that is none',
    against: 'rule',
    corrupt: ({ exchange }) =>
      listedObjects(exchange).length > 0 ? withValue(exchange, ['nextLink'], 1) : undefined,
  },
  {
    name: 'more items than were asked for',
    against: 'request',
    corrupt: ({ exchange }) => {
      const asked = exchange.query === 'unrecorded' ? undefined : exchange.query.maxresults;
      const [first] = listedObjects(exchange);
      if (asked === undefined || !first || itemsOf(exchange).length < Number(asked)) return undefined;
      const text = JSON.stringify(first.json).replace(
        /(secrets|keys|certificates)\/[\w-]+/g,
        '$1/another-name',
      );
      return withItems(exchange, [...itemsOf(exchange), JSON.parse(text)]);
    },
  },
  {
    name: 'a deleted object among the live ones',
    against: 'recording',
    corrupt: (site, choices) => {
      const gone = deletedBefore(site);
      const collection = site.exchange.path.replace(/\//g, '');
      if (!/^(secrets|keys|certificates)$/.test(collection) || !isSuccess(site.exchange)) return undefined;
      const own = gone.filter(({ collection: other }) => other === collection);
      if (own.length === 0 || !Array.isArray(itemsOf(site.exchange))) return undefined;
      return withItems(site.exchange, [...itemsOf(site.exchange), asItem(choices.pick(own))]);
    },
  },
  {
    name: 'a version left out that was made before',
    against: 'recording',
    corrupt: (site, choices) => {
      const { exchange, recording, at } = site;
      if (!/^\/(secrets|keys)\/[^/]+\/versions$/.test(exchange.path) || !isOnlyPage(exchange))
        return undefined;
      const made = recording.exchanges
        .slice(0, at)
        .map((before, i) => ({ shown: isBefore(before, exchange) ? shownObject(before) : undefined, i }));
      const listed = listedObjects(exchange).filter(({ key, version }) =>
        made.some(
          ({ shown, i }) => shown?.key === key && shown.version === version && isSameRun(recording, i, at),
        ),
      );
      if (listed.length === 0) return undefined;
      const dropped = choices.pick(listed);
      return withItems(
        exchange,
        itemsOf(exchange).filter((item) => item !== dropped.json),
      );
    },
  },
];

function itemsOf({ body }: Site['exchange']): readonly Json[] {
  const { value } = (body ?? {}) as { readonly value?: Json };
  return Array.isArray(value) ? value : [];
}

/** Whether a page is a whole list: the first page, as its query tells, and the last. */
function isOnlyPage(exchange: Site['exchange']): boolean {
  const { body, query } = exchange;
  const { nextLink = null } = (body ?? {}) as { readonly nextLink?: Json };
  return isSuccess(exchange) && nextLink === null && query !== 'unrecorded' && query.$skiptoken === undefined;
}

/** Whether an answer came in an earlier second: of those in one second some recorders lost the order. */
function isBefore({ date = Number.NaN }: Site['exchange'], other: Site['exchange']): boolean {
  return date < (other.date ?? Number.NaN);
}

function withItems(exchange: Site['exchange'], items: readonly Json[]): Site['exchange'] {
  return withValue(exchange, ['value'], items);
}

/** Objects that were deleted before, and that nothing was done to since. */
function deletedBefore(site: Site): readonly ShownObject[] {
  const { exchanges } = site.recording;
  return exchanges.slice(0, site.at).flatMap((exchange, i) => {
    const shown = exchange.method === 'DELETE' ? shownObject(exchange) : undefined;
    if (!shown || !isSameRun(site.recording, i, site.at)) return [];
    return isChangedBetween(site, i, shown.key, 'any-change') ? [] : [shown];
  });
}

/** The object as a list shows it. */
function asItem({ json, collection }: ShownObject): Json {
  const { attributes, key, id } = json as { attributes: Json; key?: { kid: string }; id?: string };
  const address = (id ?? key?.kid ?? '').replace(/\/[0-9a-f]{32}$/, '');
  return { [collection === 'keys' ? 'kid' : 'id']: address, attributes };
}
