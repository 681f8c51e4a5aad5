import type { Fault } from '../fault.ts';
import { usual } from '../vaults.ts';

export const deletedVersionReadable: Fault = {
  id: 'deleted-version-readable',
  notices: 'A deleted secret can still be read by the id of a version.',
  rules: ['DL-06', 'LS-05', 'LS-01'],
  patches: [
    {
      file: 'secrets/operations/getSecret.ts',
      find: 'const secret = secretLifecycle(request).live(request.name);',
      replace: `const found = request.vault.secrets.find(request.name, request.now);
  const isOld = request.version !== undefined && found?.state === 'deleted';
  const secret = isOld ? found.object : secretLifecycle(request).live(request.name);`,
    },
  ],
  shortest: {
    settings: usual,
    steps: [
      { call: 'set', slot: 0, input: { value: 'one' } },
      { call: 'delete', slot: 0 },
      { call: 'get', slot: 0, version: 'first' },
    ],
  },
};
