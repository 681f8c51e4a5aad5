import type { Fault } from '../fault.ts';
import { usual } from '../vaults.ts';

export const recoverLosesTags: Fault = {
  id: 'recover-loses-tags',
  notices: 'A recovered secret has lost its tags.',
  rules: ['RC-02'],
  patches: [
    {
      file: 'secrets/operations/recoverDeletedSecret.ts',
      find: 'return ok(versionBundle(request, secret, latestVersion(secret)));',
      replace: `latestVersion(secret).tags = undefined;
  return ok(versionBundle(request, secret, latestVersion(secret)));`,
    },
  ],
  shortest: {
    settings: usual,
    steps: [
      { call: 'set', slot: 0, input: { value: 'one', tags: { a: '1' } } },
      { call: 'delete', slot: 0 },
      { call: 'recover', slot: 0 },
    ],
  },
};
