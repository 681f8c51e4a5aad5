import type { StepTemplate } from './stepTemplate.ts';
import { updating } from './updating.ts';

/** What secrets, keys and certificates can be asked alike: their lives, their versions, their backups. */
export const SHARED_TEMPLATES: readonly StepTemplate[] = [
  { label: 'delete', tier: 'life', bySettings: true, make: (slot) => ({ call: 'delete', slot }) },
  { label: 'purge', tier: 'life', bySettings: true, make: (slot) => ({ call: 'purge', slot }) },
  ...(['get', 'getDeleted', 'recover', 'listVersions', 'list', 'listDeleted'] as const).map(
    (call): StepTemplate => ({ label: call, tier: 'life', make: (slot) => ({ call, slot }) }),
  ),
  updating('disable', () => ({ enabled: false })),
  updating('enable', () => ({ enabled: true })),
  {
    label: 'disable first version',
    tier: 'content',
    needs: 'version',
    make: (slot) => ({ call: 'update', slot, version: 'first', input: { enabled: false } }),
  },
  {
    label: 'get first version',
    tier: 'content',
    needs: 'version',
    make: (slot) => ({ call: 'get', slot, version: 'first' }),
  },
  {
    label: 'list versions one by one',
    tier: 'content',
    make: (slot) => ({ call: 'listVersions', slot, pageSize: 1 }),
  },
  { label: 'backup', tier: 'content', make: (slot) => ({ call: 'backup', slot }) },
  {
    label: 'restore',
    tier: 'content',
    needs: 'backup',
    make: (slot) => ({ call: 'restore', slot, blob: 'last' }),
  },
  {
    label: 'restore no backup',
    tier: 'edge',
    make: (slot) => ({ call: 'restore', slot, blob: 'malformed' }),
  },
  {
    label: 'restore the first backup',
    tier: 'edge',
    needs: 'backup',
    make: (slot) => ({ call: 'restore', slot, blob: 'first' }),
  },
  {
    label: 'get no such version',
    tier: 'edge',
    make: (slot) => ({ call: 'get', slot, version: 'none-such' }),
  },
  {
    label: 'get in other letters',
    tier: 'edge',
    make: (slot) => ({ call: 'get', slot, spelling: 'other-case' }),
  },
  {
    label: 'get deleted in other letters',
    tier: 'edge',
    make: (slot) => ({ call: 'getDeleted', slot, spelling: 'other-case' }),
  },
  { label: 'list in small pages', tier: 'edge', make: (slot) => ({ call: 'list', slot, pageSize: 7 }) },
  {
    label: 'list deleted in small pages',
    tier: 'edge',
    make: (slot) => ({ call: 'listDeleted', slot, pageSize: 7 }),
  },
];
