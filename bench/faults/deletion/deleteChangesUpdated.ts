import type { Fault } from '../fault.ts';
import { usual } from '../vaults.ts';

export const deleteChangesUpdated: Fault = {
  id: 'delete-changes-updated',
  notices: 'Deleting a secret changes the time of its last update.',
  rules: ['DL-08'],
  patches: [
    {
      file: 'secrets/operations/deleteSecret.ts',
      find: 'return ok(deletedBundle(request, secretLifecycle(request).delete(request.name)));',
      replace: `const secret = secretLifecycle(request).delete(request.name);
  for (const version of secret.versions) version.updated = request.now;
  return ok(deletedBundle(request, secret));`,
    },
  ],
  shortest: {
    settings: usual,
    steps: [
      { call: 'set', slot: 0, input: { value: 'one' } },
      { advance: { seconds: 86_400 } },
      { call: 'delete', slot: 0 },
    ],
  },
};
