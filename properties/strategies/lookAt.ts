import type { Step } from '../steps/step.ts';

/** Everything that can be asked about a name, whatever its state. */
export function lookAt(slot: number, pageSize?: number): readonly Step[] {
  return [
    { call: 'get', slot },
    { call: 'getDeleted', slot },
    { call: 'listVersions', slot, ...(pageSize !== undefined && { pageSize }) },
    { call: 'get', slot, version: 'first' },
  ];
}
