import type { CorruptionGroup, Site } from './corruption.ts';
import { isChangedBetween, isSameRun } from './evidence.ts';
import { anyShown, numberAt, SHIFTS, withField } from './fields.ts';
import { listedObjects, type ShownObject, shownObject } from './shownObjects.ts';

/** What an answer says of a deletion (RT-06 to RT-13, DL-02). */
export const DELETION_FIELDS: CorruptionGroup = [
  {
    name: 'another deletedDate',
    against: 'rule',
    corrupt: (site, choices) => {
      // RT-06: the span to the scheduled purge is a whole number of days.
      const shown = anyShown(site, choices);
      const date = shown && numberAt(shown, ['deletedDate']);
      if (!shown || date === undefined) return undefined;
      return withField(site, shown, ['deletedDate'], date + choices.pick([-3600, -60, -2, 2, 60, 3600]));
    },
  },
  {
    name: 'another scheduledPurgeDate',
    against: 'rule',
    corrupt: (site, choices) => {
      const shown = anyShown(site, choices);
      const date = shown && numberAt(shown, ['scheduledPurgeDate']);
      if (!shown || date === undefined) return undefined;
      return withField(site, shown, ['scheduledPurgeDate'], date + choices.pick([-3600, -1, 1, 3600]));
    },
  },
  {
    name: 'scheduledPurgeDate some days off',
    against: 'rule',
    corrupt: (site, choices) => {
      const shown = anyShown(site, choices);
      const date = shown && numberAt(shown, ['scheduledPurgeDate']);
      if (!shown || date === undefined) return undefined;
      // More than the longest retention, or less than the shortest.
      return withField(site, shown, ['scheduledPurgeDate'], date + choices.pick([-88, 84, 90, 365]) * 86_400);
    },
  },
  {
    name: 'both dates away from the call that deleted',
    against: 'rule',
    corrupt: (site, choices) => {
      const { exchange } = site;
      const shown = shownObject(exchange);
      if (exchange.method !== 'DELETE' || exchange.date === undefined || !shown) return undefined;
      return withBothDates(site, shown, choices.pick(SHIFTS));
    },
  },
  {
    name: 'both dates other than shown before or after',
    against: 'recording',
    corrupt: (site, choices) => {
      const shown = anyShown(site, choices);
      const date = shown && numberAt(shown, ['deletedDate']);
      if (!shown || date === undefined || !isDatedElsewhere(site, shown, date)) return undefined;
      return withBothDates(site, shown, choices.pick(SHIFTS));
    },
  },
  {
    name: 'another recoveryId',
    against: 'rule',
    corrupt: (site, choices) => {
      const shown = anyShown(site, choices);
      const id = shown?.json.recoveryId;
      if (!shown || typeof id !== 'string') return undefined;
      const other = choices.pick([`${id}/1`, id.replace('/deleted', '/'), `${id}x`, '']);
      return withField(site, shown, ['recoveryId'], other);
    },
  },
  {
    name: 'no date of the deletion',
    against: 'rule',
    corrupt: (site, choices) => {
      const shown = anyShown(site, choices);
      if (shown?.json.deletedDate === undefined) return undefined;
      const field = choices.pick(['deletedDate', 'scheduledPurgeDate', 'recoveryId']);
      return withField(site, shown, [field], undefined);
    },
  },
  {
    name: 'a date of a deletion where there is none',
    against: 'rule',
    corrupt: (site, choices) => {
      const shown = anyShown(site, choices);
      if (!shown || shown.json.deletedDate !== undefined) return undefined;
      return withField(site, shown, [choices.pick(['deletedDate', 'scheduledPurgeDate'])], 1_600_000_000);
    },
  },
];

function withBothDates(
  site: Site,
  shown: ShownObject,
  shift: number,
): ReturnType<typeof withField> | undefined {
  const [from, to] = [numberAt(shown, ['deletedDate']), numberAt(shown, ['scheduledPurgeDate'])];
  if (from === undefined || to === undefined) return undefined;
  const exchange = withField(site, shown, ['deletedDate'], from + shift);
  return withField({ ...site, exchange }, shown, ['scheduledPurgeDate'], to + shift);
}

/** Whether another answer about the object, or another list, tells the same date of the same deletion. */
function isDatedElsewhere(site: Site, { key }: ShownObject, date: number): boolean {
  return site.recording.exchanges.some((exchange, i) => {
    if (i === site.at || !isSameRun(site.recording, site.at, i)) return false;
    const all = [shownObject(exchange) ?? [], listedObjects(exchange)].flat();
    const isTold = all.some((other) => other.key === key && other.json.deletedDate === date);
    return isTold && !isChangedBetween(site, i, key, 'any-change');
  });
}
