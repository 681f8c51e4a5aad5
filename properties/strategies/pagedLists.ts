import type { CallStep, Step } from '../steps/step.ts';
import { birthsOf } from './births.ts';
import type { LivesOptions } from './lives.ts';
import type { Proposal } from './strategy.ts';

/** Two names in a vault of their own, listed one by one: first live, then deleted. Lists lose items between pages. */
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
    ...deleted(1),
    page('listDeleted'),
    page('list'),
  ];
  return [{ settings: first, slots: 2, ownVault: true, next: (view) => steps[view.length] }];
}
