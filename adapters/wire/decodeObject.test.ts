import { describe, expect, it } from 'vitest';
import { decodeObject } from './decodeObject.ts';

const BASE = 'https://127.0.0.1:4577/demo-keyvault';

describe('decodeObject', () => {
  it('should read the ids of a vault that answers under a path of its own as those of any vault', () => {
    const json = {
      id: `${BASE}/secrets/a/00000000000000000000000000000001`,
      recoveryId: `${BASE}/deletedsecrets/a`,
      kid: `${BASE}/keys/a/00000000000000000000000000000001`,
    };
    const { object, oddities } = decodeObject('secret', json, '', '127.0.0.1:4577');
    expect(oddities).toEqual([]);
    expect(object?.fields).toEqual({
      recoveryId: 'deletedsecrets/a',
      kid: 'keys/a/00000000000000000000000000000001',
    });
  });

  it('should tell a recovery id that is not the own one', () => {
    const json = { id: `${BASE}/secrets/a/1`, recoveryId: `${BASE}/deletedsecrets/b` };
    expect(decodeObject('secret', json, '').oddities).toMatchObject([{ kind: 'id', path: 'recoveryId' }]);
  });
});
