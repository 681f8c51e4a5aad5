import type { Fault } from '../fault.ts';
import { usual } from '../vaults.ts';

export const recoverLeavesDeleted: Fault = {
  id: 'recover-leaves-deleted',
  notices: 'A recovered secret still shows among the deleted ones.',
  rules: ['RC-07', 'LS-02'],
  patches: [
    {
      file: 'objects/lifecycle.ts',
      find: "found.object.life = { turn: 'recovered'",
      replace: `Object.assign(found.object, { former: found.object.life });
        found.object.life = { turn: 'recovered'`,
    },
    {
      file: 'secrets/operations/getDeletedSecret.ts',
      find: 'const secret = secretLifecycle(request).deleted(request.name);',
      replace: `const found = request.vault.secrets.find(request.name, request.now)?.object;
  const secret = found?.life.turn === 'recovered' ? { ...found, life: Reflect.get(found, 'former') } : secretLifecycle(request).deleted(request.name);`,
    },
  ],
  shortest: {
    settings: usual,
    steps: [
      { call: 'set', slot: 0, input: { value: 'one' } },
      { call: 'delete', slot: 0 },
      { call: 'recover', slot: 0 },
      { call: 'get', slot: 0 },
      { call: 'getDeleted', slot: 0 },
    ],
  },
};
