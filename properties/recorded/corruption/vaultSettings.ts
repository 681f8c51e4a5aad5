import type { CorruptionGroup, Site } from './corruption.ts';
import { isSameRun } from './evidence.ts';
import { another, anyShown, numberAt, withField } from './fields.ts';
import { listedObjects, type ShownObject, shownObject, valueAt } from './shownObjects.ts';

const LEVELS = [
  'Purgeable',
  'Recoverable',
  'Recoverable+Purgeable',
  'CustomizedRecoverable',
  'CustomizedRecoverable+Purgeable',
];

const LEVEL = ['attributes', 'recoveryLevel'];
const DAYS = ['attributes', 'recoverableDays'];

/** Recovery level and days, which all objects of a vault share (PP-09, RT-02, LM-07). */
export const VAULT_SETTINGS: CorruptionGroup = [
  {
    name: 'a recovery level that does not exist',
    against: 'rule',
    corrupt: (site, choices) => {
      const shown = anyShown(site, choices);
      if (!shown || valueAt(shown.json, LEVEL) === undefined) return undefined;
      return withField(site, shown, LEVEL, choices.pick(['Purgable', 'recoverable', '', 'Protected']));
    },
  },
  {
    name: 'a recovery level that the days contradict',
    against: 'rule',
    corrupt: (site, choices) => {
      const shown = anyShown(site, choices);
      const days = shown && numberAt(shown, DAYS);
      if (!shown || days === undefined) return undefined;
      const wrong = days === 90 ? 'CustomizedRecoverable+Purgeable' : 'Recoverable+Purgeable';
      return withField(site, shown, LEVEL, wrong);
    },
  },
  {
    name: 'another recovery level than others in the vault',
    against: 'recording',
    corrupt: (site, choices) => {
      const shown = anyShown(site, choices);
      const level = shown && valueAt(shown.json, LEVEL);
      if (!shown || typeof level !== 'string' || !isSharedElsewhere(site, shown, LEVEL)) return undefined;
      return withField(site, shown, LEVEL, another(choices, LEVELS, level));
    },
  },
  {
    name: 'days beyond the limits of a retention',
    against: 'rule',
    corrupt: (site, choices) => {
      const shown = anyShown(site, choices);
      if (!shown || numberAt(shown, DAYS) === undefined) return undefined;
      return withField(site, shown, DAYS, choices.pick([-1, 1, 6, 91, 365]));
    },
  },
  {
    name: 'other days than others in the vault',
    against: 'recording',
    corrupt: (site, choices) => {
      const shown = anyShown(site, choices);
      const days = shown && numberAt(shown, DAYS);
      if (!shown || days === undefined || !isSharedElsewhere(site, shown, DAYS)) return undefined;
      return withField(site, shown, DAYS, another(choices, [7, 10, 30, 89, 90], days));
    },
  },
  {
    name: 'no days from api-version 7.1 on',
    against: 'rule',
    corrupt: (site, choices) => {
      const { query } = site.exchange;
      const version = query === 'unrecorded' ? undefined : query['api-version'];
      const shown = anyShown(site, choices);
      if (!shown || !/^7\.[1-5]$/.test(version ?? '') || numberAt(shown, DAYS) === undefined)
        return undefined;
      return withField(site, shown, DAYS, undefined);
    },
  },
  {
    name: 'no recovery level',
    against: 'rule',
    corrupt: (site, choices) => {
      const shown = anyShown(site, choices);
      const isModern = (site.exchange.date ?? 0) > Date.UTC(2018, 1, 1) / 1000;
      if (!shown || !isModern || valueAt(shown.json, LEVEL) === undefined) return undefined;
      return withField(site, shown, LEVEL, undefined);
    },
  },
];

/** Whether another answer about the vault shows the same, and nothing was done to the vault in between. */
function isSharedElsewhere(site: Site, shown: ShownObject, field: readonly string[]): boolean {
  const [host] = shown.key.split('/');
  const value = valueAt(shown.json, field);
  const { exchanges } = site.recording;
  return exchanges.some((exchange, i) => {
    if (i === site.at || !isSameRun(site.recording, site.at, i)) return false;
    const [from, to] = i < site.at ? [i, site.at] : [site.at, i];
    const isManaged = exchanges
      .slice(from, to)
      .some(({ plane, method }) => plane === 'management' && method !== 'GET');
    const all = [shownObject(exchange) ?? [], listedObjects(exchange)].flat();
    return (
      !isManaged &&
      all.some((other) => other.key.startsWith(`${host}/`) && valueAt(other.json, field) === value)
    );
  });
}
