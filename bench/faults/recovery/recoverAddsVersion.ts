import type { Fault } from '../fault.ts';
import { usual } from '../vaults.ts';

export const recoverAddsVersion: Fault = {
  id: 'recover-adds-version',
  notices: 'A recover makes a further version of the secret, older than the current one.',
  rules: ['RC-02', 'RC-01', 'LS-06'],
  patches: [
    {
      file: 'secrets/operations/recoverDeletedSecret.ts',
      find: 'return ok(versionBundle(request, secret, latestVersion(secret)));',
      replace: `secret.versions.unshift({ ...latestVersion(secret), id: request.service.versionIds.next() });
  return ok(versionBundle(request, secret, latestVersion(secret)));`,
    },
  ],
  shortest: {
    settings: usual,
    steps: [
      { call: 'set', slot: 0, input: { value: 'one' } },
      { call: 'delete', slot: 0 },
      { call: 'recover', slot: 0 },
      { call: 'listVersions', slot: 0 },
    ],
  },
};
