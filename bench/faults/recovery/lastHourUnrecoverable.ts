import type { Fault } from '../fault.ts';
import { usual } from '../vaults.ts';

export const lastHourUnrecoverable: Fault = {
  id: 'last-hour-unrecoverable',
  notices: 'In the last hour before its scheduled purge a secret cannot be recovered.',
  rules: ['RC-01', 'RC-04', 'RT-09'],
  patches: [
    {
      file: 'objects/lifecycle.ts',
      find: `if (found.object.managed) throw errors.managed('recover');`,
      replace: `if (found.object.managed) throw errors.managed('recover');
        if (found.object.life.turn === 'deleted' && now > found.object.life.scheduledPurgeDate - 3600)
          throw errors.notFound(name);`,
    },
  ],
  shortest: {
    settings: usual,
    steps: [
      { call: 'set', slot: 0, input: { value: 'one' } },
      { call: 'delete', slot: 0 },
      { advance: { slot: 0, fromScheduledPurge: -1 } },
      { call: 'recover', slot: 0 },
    ],
  },
};
