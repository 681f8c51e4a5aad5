import type { Json, JsonObject } from '../../../model/json.ts';
import { sameJson } from '../../../model/world/facts.ts';
import type { Corruption, CorruptionGroup, Site } from './corruption.ts';
import { type ChangedBy, isShownElsewhere, sentIn } from './evidence.ts';
import { withField } from './fields.ts';
import { isSuccess, type ShownObject, shownObject, valueAt } from './shownObjects.ts';

/** A field of a version, what else it may say, and what changes it. */
interface ContentField {
  readonly path: readonly string[];
  readonly changedBy: ChangedBy;
  readonly other: (value: Json) => Json | undefined;
}

const FIELDS: readonly ContentField[] = [
  { path: ['value'], changedBy: 'nothing', other: () => '<value:00000000>' },
  { path: ['contentType'], changedBy: 'writes', other: (type) => `${String(type)}x` },
  { path: ['tags'], changedBy: 'writes', other: (tags) => ({ ...(tags as JsonObject), another: 'tag' }) },
  { path: ['attributes', 'enabled'], changedBy: 'writes', other: (is) => is !== true },
  { path: ['attributes', 'created'], changedBy: 'nothing', other: (at) => shifted(at, -86_400) },
  { path: ['attributes', 'updated'], changedBy: 'writes', other: (at) => shifted(at, 2) },
  { path: ['attributes', 'exp'], changedBy: 'writes', other: (at) => shifted(at, 60) },
  { path: ['attributes', 'nbf'], changedBy: 'writes', other: (at) => shifted(at, -60) },
];

/** What an object holds, where another answer shows the same version: LS-10, DL-08 and RC-02, BK-03. */
export const CONTENT: CorruptionGroup = [
  ...FIELDS.map(
    ({ path, changedBy, other }): Corruption => ({
      name: `another ${path.at(-1)} than the same version shows elsewhere`,
      against: 'recording',
      corrupt: (site) => {
        const shown = shownObject(site.exchange);
        const value = shown && valueAt(shown.json, path);
        if (!shown || value === undefined || !isShownElsewhere(site, shown, path, changedBy))
          return undefined;
        const wrong = other(value);
        return wrong === undefined ? undefined : withField(site, shown, path, wrong);
      },
    }),
  ),
  ...FIELDS.map(
    ({ path, changedBy, other }): Corruption => ({
      name: `another ${path.at(-1)} after a recovery or a restore`,
      against: 'recording',
      corrupt: (site) => {
        const shown = shownObject(site.exchange);
        const value = shown && valueAt(shown.json, path);
        if (!shown || value === undefined || !isBroughtBack(site) || !isBackupKnown(site)) return undefined;
        const wrong = isShownElsewhere(site, shown, path, changedBy) ? other(value) : undefined;
        return wrong === undefined ? undefined : withField(site, shown, path, wrong);
      },
    }),
  ),
  {
    name: 'other tags, value or content type than were set',
    against: 'request',
    corrupt: (site, choices) => {
      const { exchange } = site;
      const sent = sentIn(site);
      const shown = shownObject(exchange);
      if (!sent || !shown || !isSet(site, shown)) return undefined;
      const field = choices.pick(['value', 'tags', 'contentType']);
      const value = sent[field];
      if (value === undefined || !sameJson(shown.json[field], value)) return undefined;
      const wrong = field === 'tags' ? { wrong: 'tag' } : `${String(value)}x`;
      return withField(site, shown, [field], wrong);
    },
  },
  {
    name: 'disabled or expiring, though nobody asked for it',
    against: 'request',
    corrupt: (site, choices) => {
      const sent = sentIn(site);
      const shown = shownObject(site.exchange);
      if (!sent || !shown || !isSet(site, shown) || sent.attributes !== undefined) return undefined;
      const [field, wrong] = choices.pick([
        ['enabled', false],
        ['exp', 4_000_000_000],
      ] as const);
      return withField(site, shown, ['attributes', field], wrong);
    },
  },
];

/** Whether a call made a secret: `PUT /secrets/{name}`. */
function isSet({ exchange }: Site, { collection }: ShownObject): boolean {
  return exchange.method === 'PUT' && collection === 'secrets';
}

/** Whether the recording brings the object back before this answer, or with it. */
function isBroughtBack({ recording, at }: Site): boolean {
  return recording.exchanges
    .slice(0, at + 1)
    .some((exchange) => isSuccess(exchange) && /\/(recover|restore)$/.test(exchange.path));
}

/** Whether a restore tells which backup it restores. */
function isBackupKnown(site: Site): boolean {
  return !/\/restore$/.test(site.exchange.path) || sentIn(site)?.value !== undefined;
}

function shifted(at: Json, seconds: number): Json | undefined {
  return typeof at === 'number' ? at + seconds : undefined;
}
