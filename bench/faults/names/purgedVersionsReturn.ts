import type { Fault } from '../fault.ts';
import { usual } from '../vaults.ts';

export const purgedVersionsReturn: Fault = {
  id: 'purged-versions-return',
  notices: 'Old versions of a purged secret can be read again once its name is used anew.',
  rules: ['NR-08', 'PG-01', 'ER-09', 'LS-06'],
  patches: [
    {
      file: 'objects/lifecycle.ts',
      find: "found.object.life = { turn: 'purged'",
      replace: `Object.assign(collection, { remains: found.object.versions });
        found.object.life = { turn: 'purged'`,
    },
    {
      file: 'secrets/operations/setSecret.ts',
      find: 'if (existing === undefined) vault.secrets.add(secret);',
      replace: `if (existing === undefined) {
    secret.versions.unshift(...(Reflect.get(vault.secrets, 'remains') ?? []).filter(() => secret.name === name));
    Reflect.deleteProperty(vault.secrets, 'remains');
    vault.secrets.add(secret);
  }`,
    },
  ],
  shortest: {
    settings: usual,
    steps: [
      { call: 'set', slot: 0, input: { value: 'one' } },
      { call: 'delete', slot: 0 },
      { call: 'purge', slot: 0 },
      { call: 'set', slot: 0, input: { value: 'two' } },
      { call: 'get', slot: 0, version: 'first' },
    ],
  },
};
