import type { Corruption, CorruptionGroup, Site } from './corruption.ts';
import { isShownElsewhere } from './evidence.ts';
import { anyShown, withField } from './fields.ts';
import { type ShownObject, shownObject } from './shownObjects.ts';

/** Ids: host, collection and name are those of the call; versions keep theirs, and new ones have new ones (LS-09, NR-08). */
export const IDENTITIES: CorruptionGroup = [
  ofId(
    'the id of another object',
    (id) => id.replace(/(secrets|keys|certificates)\/[^/]+/, '$1/another-name'),
    isAsked,
  ),
  ofId('the id of another vault', (id) =>
    id.replace(/https:\/\/[^/]+/, 'https://another-vault.vault.azure.net'),
  ),
  ofId('an id that is no address over HTTPS', (id) => id.replace('https://', 'http://')),
  ofId('the id of another collection', (id) => id.replace(/\/(secrets|keys|certificates)\//, '/deleted$1/')),
  ofId('a version of too few digits', (id) => id.replace(/([0-9a-f]{32})$/, (version) => version.slice(1))),
  ofId('a version in capitals', (id) =>
    id.replace(/([0-9a-f]{32})$/, (version) => `ABCDEF${version.slice(6)}`),
  ),
  ofId('no version where one object is shown', (id) => id.replace(/\/[0-9a-f]{32}$/, ''), isWhole),
  {
    name: 'another version than was asked for',
    against: 'request',
    corrupt: (site) => {
      const shown = shownObject(site.exchange);
      const isVersioned = shown?.version !== undefined && site.exchange.path.includes(shown.version);
      return isVersioned ? withVersion(site, shown, '0123456789abcdef0123456789abcdef') : undefined;
    },
  },
  {
    name: 'another version than is shown before and after',
    against: 'recording',
    corrupt: (site) => {
      const shown = shownObject(site.exchange);
      // What is deleted, recovered, backed up or restored keeps its versions.
      if (!shown || !/^\/deleted|\/recover$|\/restore$/.test(site.exchange.path)) return undefined;
      if (!isShownElsewhere(site, shown, ['attributes', 'created'], 'writes')) return undefined;
      return withVersion(site, shown, '0123456789abcdef0123456789abcdef');
    },
  },
  {
    name: 'the version of an earlier object',
    against: 'recording',
    corrupt: (site) => {
      const shown = shownObject(site.exchange);
      if (!shown || site.exchange.method !== 'PUT' || shown.collection !== 'secrets') return undefined;
      const before = site.recording.exchanges.slice(0, site.at).map(shownObject);
      const earlier = before.find((other) => other?.key === shown.key && other.version !== shown.version);
      return earlier?.version === undefined ? undefined : withVersion(site, shown, earlier.version);
    },
  },
];

function ofId(
  name: string,
  change: (id: string) => string,
  applies: (site: Site, shown: ShownObject) => boolean = () => true,
): Corruption {
  return {
    name,
    against: 'rule',
    corrupt: (site, choices) => {
      const shown = anyShown(site, choices);
      const path = shown && idPath(shown);
      const id = path && idOf(shown);
      if (!shown || !path || id === undefined || !applies(site, shown) || change(id) === id) return undefined;
      return withField(site, shown, path, change(id));
    },
  };
}

function isWhole(_site: Site, { path }: ShownObject): boolean {
  return path.length === 0;
}

/** Whether the call names the object, in its path. */
function isAsked({ exchange }: Site, shown: ShownObject): boolean {
  const name = shown.key.slice(shown.key.lastIndexOf('/') + 1);
  return shown.path.length === 0 && exchange.path.toLowerCase().includes(`/${name}`);
}

function withVersion(
  site: Site,
  shown: ShownObject,
  version: string,
): ReturnType<typeof withField> | undefined {
  const path = idPath(shown);
  const id = idOf(shown);
  if (!path || id === undefined || shown.version === undefined) return undefined;
  return withField(site, shown, path, id.replace(/[0-9a-f]{32}$/i, version));
}

function idPath({ json }: ShownObject): readonly string[] | undefined {
  if (typeof json.id === 'string') return ['id'];
  return typeof json.kid === 'string' ? ['kid'] : json.key === undefined ? undefined : ['key', 'kid'];
}

function idOf({ json }: ShownObject): string | undefined {
  const key = json.key as { readonly kid?: string } | undefined;
  const id = json.id ?? json.kid ?? key?.kid;
  return typeof id === 'string' ? id : undefined;
}
