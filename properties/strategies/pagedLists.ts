import type { CallStep, Step } from '../steps/step.ts';
import { birthsOf } from './births.ts';
import type { LivesOptions } from './lives.ts';
import type { Proposal } from './strategy.ts';

/**
 * Two names in a vault of their own, listed one by one: both live, then one of them deleted, then both. After them, more
 * names than a page holds. Lists lose items between pages, and end too soon where a page is empty.
 */
export function pagedLists({ kind, settings, hasVaults }: LivesOptions): readonly Proposal[] {
  const [first] = settings;
  if (!first || !hasVaults) return [];
  const { full } = birthsOf(kind);
  const page = (call: 'list' | 'listDeleted' | 'listVersions'): CallStep => ({ call, slot: 0, pageSize: 1 });
  const deleted = (slot: number): readonly Step[] => [
    { call: 'delete', slot },
    { settle: { slot } },
    { call: 'getDeleted', slot },
  ];
  const steps: readonly Step[] = [
    ...full(0, 0),
    ...full(0, 1),
    ...full(1, 0),
    page('list'),
    page('listVersions'),
    ...deleted(0),
    page('list'),
    page('listDeleted'),
    ...deleted(1),
    page('listDeleted'),
    page('list'),
  ];
  const many: readonly Step[] = [
    ...each((slot) => full(slot, 0)),
    { call: 'list', slot: 0 },
    ...each((slot) => [{ call: 'delete', slot }]),
    { settle: { slot: 0 } },
    { call: 'listDeleted', slot: 0 },
    { call: 'list', slot: 0 },
  ];
  return [
    { settings: first, slots: 2, ownVault: true, next: (view) => steps[view.length] },
    { settings: first, slots: MANY, ownVault: true, next: (view) => many[view.length] },
  ];
}

/** One name more than the largest page holds (LS-06). */
const MANY = 26;

function each(steps: (slot: number) => readonly Step[]): readonly Step[] {
  return Array.from({ length: MANY }, (_, slot) => steps(slot)).flat();
}
