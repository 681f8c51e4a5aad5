import type { RecordedExchange } from '../../../adapters/recordings/recordedExchange.ts';
import type { JsonObject } from '../../../model/json.ts';
import { sameJson } from '../../../model/world/facts.ts';
import type { CorruptionGroup, Site } from './corruption.ts';
import { isSameRun, sentIn } from './evidence.ts';
import { isObject, refusalOf, withValue } from './shownObjects.ts';

/** The management plane: vaults and deleted vaults (VT-01 to VT-14, SD-03, PP-04, RT-03). */
export const VAULTS: CorruptionGroup = [
  {
    name: 'other properties of a vault than were asked for',
    against: 'request',
    corrupt: (site, choices) => {
      const vault = vaultIn(site.exchange);
      const sent = sentIn(site)?.properties;
      if (!vault || !isObject(sent) || site.exchange.method !== 'PUT' || sent.createMode) return undefined;
      // Recorders replaced the ids of tenants in requests and in answers, not always by the same ones.
      const field = choices.pick(['enableSoftDelete', 'softDeleteRetentionInDays', 'enabledForDeployment']);
      const value = sent[field];
      if (value === undefined || !sameJson(value, vault.properties[field])) return undefined;
      return withValue(site.exchange, ['properties', field], otherThan(value));
    },
  },
  {
    name: 'other properties of a vault than it shows elsewhere',
    against: 'recording',
    corrupt: (site, choices) => {
      const vault = vaultIn(site.exchange);
      if (!vault) return undefined;
      const field = choices.pick([
        'tenantId',
        'enabledForDeployment',
        'enableSoftDelete',
        'enablePurgeProtection',
      ]);
      const value = vault.properties[field];
      if (value === undefined || !isVaultShownElsewhere(site, vault.id, field)) return undefined;
      return withValue(site.exchange, ['properties', field], otherThan(value));
    },
  },
  {
    name: 'the address of another vault',
    against: 'rule',
    corrupt: ({ exchange }) =>
      vaultIn(exchange) &&
      withValue(exchange, ['properties', 'vaultUri'], 'https://another-name.vault.azure.net/'),
  },
  {
    name: 'the name of another vault',
    against: 'rule',
    corrupt: ({ exchange }) => vaultIn(exchange) && withValue(exchange, ['name'], 'another-name'),
  },
  {
    name: 'a vault without tenant, price or address',
    against: 'rule',
    corrupt: ({ exchange }, choices) => {
      const field = choices.pick(['tenantId', 'sku', 'vaultUri']);
      const vault = vaultIn(exchange);
      return vault?.properties[field] === undefined
        ? undefined
        : withValue(exchange, ['properties', field], undefined);
    },
  },
  {
    name: 'dates of a deleted vault that no retention explains',
    against: 'rule',
    corrupt: ({ exchange }, choices) => {
      const { properties } = (exchange.body ?? {}) as { readonly properties?: JsonObject };
      const date = isManagement(exchange) && isObject(properties) ? properties.scheduledPurgeDate : undefined;
      if (typeof date !== 'string') return undefined;
      const shift = choices.pick([-3600, 3600, 400 * 86_400]) * 1000;
      const shifted = new Date(Date.parse(date) + shift).toISOString();
      return withValue(exchange, ['properties', 'scheduledPurgeDate'], shifted);
    },
  },
  {
    name: 'another code of a refused call to the management plane',
    against: 'rule',
    corrupt: ({ exchange }) =>
      isManagement(exchange) && typeof refusalOf(exchange)?.code === 'string'
        ? withValue(exchange, ['error', 'code'], 'Unheard')
        : undefined,
  },
];

function isManagement({ plane }: RecordedExchange): boolean {
  return plane === 'management';
}

function vaultIn(
  exchange: RecordedExchange,
): { readonly id: string; readonly properties: JsonObject } | undefined {
  const { status = 0, body, path } = exchange;
  if (!isManagement(exchange) || status >= 300 || !/\/vaults\/[^/]+$/.test(path) || !isObject(body))
    return undefined;
  const { id, properties } = body;
  if (typeof id !== 'string' || !isObject(properties) || properties.vaultUri === undefined) return undefined;
  return { id: id.toLowerCase(), properties };
}

function otherThan(value: JsonObject[string]): JsonObject[string] {
  if (typeof value === 'boolean') return !value;
  return typeof value === 'number' ? value + 1 : 'another';
}

/** Whether another answer shows the vault with the same value, and nothing but reads stands in between. */
function isVaultShownElsewhere({ recording, at, exchange }: Site, id: string, field: string): boolean {
  const value = vaultIn(exchange)?.properties[field];
  return recording.exchanges.some((other, i) => {
    const vault = i === at ? undefined : vaultIn(other);
    if (vault?.id !== id || !sameJson(vault.properties[field], value)) return false;
    const [from, to] = i < at ? [i, at] : [at, i];
    const between = recording.exchanges.slice(from + 1, to + 1);
    return isSameRun(recording, at, i) && between.every(({ method }) => method === 'GET');
  });
}
