import type { Fault } from '../fault.ts';
import { usual } from '../vaults.ts';

export const recoverChangesUpdated: Fault = {
  id: 'recover-changes-updated',
  notices: 'A recover changes the time of the last update of a secret.',
  rules: ['RC-02'],
  patches: [
    {
      file: 'secrets/operations/recoverDeletedSecret.ts',
      find: 'return ok(versionBundle(request, secret, latestVersion(secret)));',
      replace: `latestVersion(secret).updated = request.now;
  return ok(versionBundle(request, secret, latestVersion(secret)));`,
    },
  ],
  shortest: {
    settings: usual,
    steps: [
      { call: 'set', slot: 0, input: { value: 'one' } },
      { call: 'delete', slot: 0 },
      { settle: { slot: 0 } },
      { call: 'recover', slot: 0 },
    ],
  },
};
