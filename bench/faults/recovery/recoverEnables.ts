import type { Fault } from '../fault.ts';
import { usual } from '../vaults.ts';

export const recoverEnables: Fault = {
  id: 'recover-enables',
  notices: 'A recovered secret is enabled although it was disabled when it was deleted.',
  rules: ['RC-02'],
  patches: [
    {
      file: 'secrets/operations/recoverDeletedSecret.ts',
      find: 'return ok(versionBundle(request, secret, latestVersion(secret)));',
      replace: `latestVersion(secret).enabled = true;
  return ok(versionBundle(request, secret, latestVersion(secret)));`,
    },
  ],
  shortest: {
    settings: usual,
    steps: [
      { call: 'set', slot: 0, input: { value: 'one', enabled: false } },
      { call: 'delete', slot: 0 },
      { call: 'recover', slot: 0 },
    ],
  },
};
