import { describe, expect, it } from 'vitest';
import type { Answer, ObjectView } from '../answer.ts';
import type { Command } from '../command.ts';
import type { Fields } from '../fields.ts';
import { DAY } from '../window.ts';
import { Backups } from './backups.ts';
import { CloudOracle } from './cloudOracle.ts';
import { PATIENCE } from './hiddenSteps.ts';
import type { Judged } from './judged.ts';
import { unknownLetterCase } from './targetOracle.ts';

const START = 1_800_000_000;
const GROUP = { subscription: 's', resourceGroup: 'g' };
const LOCATION = { subscription: 's', location: 'westeurope' };
const SETTINGS = {
  location: 'westeurope',
  tenantId: 't',
  sku: { family: 'A', name: 'standard' },
  accessPolicies: [],
};

/** A cloud whose clock stands where it is put, and which answers as it is told. */
class Cloud {
  readonly oracle = new CloudOracle({
    patience: PATIENCE,
    backups: new Backups(),
    letterCase: unknownLetterCase(),
    principals: { nobody: {}, owner: { roles: ['Owner'] }, 'group-owner': { roles: ['Owner'], group: 'g' } },
  });
  now = START;

  about(op: string, answer: Partial<Answer>, more: object = {}): Judged {
    const isDeletedLook = op === 'getDeleted' || op === 'purge';
    const call = { op, vault: 'arm', kind: 'vault', name: 'vlt', scope: isDeletedLook ? LOCATION : GROUP };
    return this.#observe({ ...call, ...more } as unknown as Command, answer);
  }

  create(fields: Fields = {}): Judged {
    return this.about('create', shown(fields), { input: { ...SETTINGS, softDeleteRetentionInDays: 7 } });
  }

  into(op: string, answer: Partial<Answer>, more: object = {}): Judged {
    return this.#observe(
      { op, vault: 'vlt', kind: 'secret', name: 'a', ...more } as unknown as Command,
      answer,
    );
  }

  #observe(command: Command, answer: Partial<Answer>): Judged {
    const window = { from: this.now, to: this.now };
    return this.oracle.observe({ command, answer: { status: 200, oddities: [], ...answer }, window });
  }

  /** Sets the secret `a`, or deletes it. */
  secret(op: 'set' | 'delete'): Judged {
    const fields = {
      enabled: true,
      created: START,
      updated: START,
      recoveryLevel: 'CustomizedRecoverable+Purgeable',
      recoverableDays: 7,
      ...(op === 'set' && { value: 'x' }),
      ...(op === 'delete' && {
        recoveryId: 'https://vlt.vault.azure.net/deletedsecrets/a',
        deletedDate: this.now,
        scheduledPurgeDate: this.now + 7 * DAY,
      }),
    };
    const object = { name: 'a', version: '0'.repeat(31).concat('1'), fields };
    return this.into(op, { object }, op === 'set' ? { input: { value: 'x' } } : {});
  }
}

function shown(fields: Fields = {}): Partial<Answer> {
  return {
    object: {
      name: 'vlt',
      fields: {
        ...GROUP,
        ...SETTINGS,
        enableSoftDelete: true,
        softDeleteRetentionInDays: 7,
        vaultUri: 'https://vlt.vault.azure.net/',
        provisioningState: 'Succeeded',
        ...fields,
      },
    },
  };
}

/** A deleted vault as a list shows it. */
function deletedItem(at: number): ObjectView {
  const dates = { deletedDate: at, scheduledPurgeDate: at + 7 * DAY };
  return { name: 'vlt', fields: { ...GROUP, location: 'westeurope', ...dates } };
}

const DOES_NOT_RESOLVE = { status: 404, refusal: { code: 'VaultNotFound', message: 'x' } };
const NOT_FOUND = { status: 404, refusal: { code: 'SecretNotFound', message: 'x' } };

describe('the oracle of a management plane', () => {
  it('should take a vault that was never made for one that cannot be reached', () => {
    const cloud = new Cloud();
    expect(cloud.into('get', DOES_NOT_RESOLVE).judgement).toBe('explained');
    expect(cloud.create().judgement).toBe('explained');
    expect(cloud.into('get', DOES_NOT_RESOLVE).judgement).toBe('unexplained');
  });

  it('should let a new vault be unreachable for a while when it says that its name is being registered', () => {
    const cloud = new Cloud();
    cloud.create({ provisioningState: 'RegisteringDns' });
    expect(cloud.into('get', DOES_NOT_RESOLVE).judgement).toBe('explained');
    cloud.now += PATIENCE.settle + 1;
    expect(cloud.into('get', DOES_NOT_RESOLVE).judgement).toBe('unexplained');
  });

  it('should know what is in a vault that was deleted and recovered', () => {
    const cloud = new Cloud();
    cloud.create();
    expect(cloud.secret('set').departures).toEqual([]);
    expect(cloud.about('delete', {}).judgement).toBe('explained');
    expect(cloud.into('get', { object: { name: 'a', fields: {} } }).departures[0]?.rules).toContain('DL-09');
    expect(cloud.into('get', DOES_NOT_RESOLVE).rules).toContain('DL-09');
    cloud.about('recover', shown({ tags: {} }), { input: SETTINGS });
    expect(cloud.into('get', NOT_FOUND).judgement).toBe('unexplained');
  });

  it.each(['eventSubscription', 'roleAssignment'])(
    'should know that an %s at a vault goes with it and does not come back (VT-07)',
    (extension) => {
      const hanging = { extension, id: 'x' };
      const gone = { status: 404, refusal: { code: 'ResourceNotFound', message: 'x' } };
      const hung = (): Cloud => {
        const cloud = new Cloud();
        cloud.create();
        expect(cloud.about('getExtension', gone, hanging).judgement).toBe('explained');
        cloud.about('putExtension', { status: 201 }, { ...hanging, input: {} });
        expect(cloud.about('getExtension', {}, { ...hanging, id: 'X' }).judgement).toBe('explained');
        return cloud;
      };
      const recovered = (): Cloud => {
        const cloud = hung();
        cloud.about('delete', {});
        expect(cloud.about('getExtension', gone, hanging).rules).toContain('VT-07');
        cloud.about('recover', shown({ tags: {} }), { input: SETTINGS });
        expect(cloud.about('getExtension', gone, hanging).rules).toContain('VT-07');
        return cloud;
      };
      expect(hung().about('getExtension', gone, hanging).judgement).toBe('unexplained');
      expect(recovered().about('getExtension', {}, hanging).departures[0]?.rules).toEqual(['VT-07']);
    },
  );

  it('should know a vault deleted with its resource group, and not recovered before there is one again', () => {
    const deleted = (): Cloud => {
      const cloud = new Cloud();
      cloud.about('createGroup', { status: 201 }, { input: {} });
      cloud.create();
      expect(cloud.about('deleteGroup', {}).rules).toEqual(['DL-12']);
      return cloud;
    };
    const recover = { input: SETTINGS };
    const lost = { status: 404, refusal: { code: 'DeletedVaultNotFound', message: 'x' } };
    const noGroup = { status: 404, refusal: { code: 'ResourceGroupNotFound', message: 'x' } };
    const cloud = deleted();
    expect(cloud.into('get', DOES_NOT_RESOLVE).judgement).toBe('explained');
    expect(cloud.about('getDeleted', { object: deletedItem(START) }).rules).toContain('DL-12');
    expect(cloud.about('recover', noGroup, recover).rules).toContain('VT-09');
    cloud.about('createGroup', { status: 201 }, { input: {} });
    expect(cloud.about('recover', shown({ tags: {} }), recover).rules).toContain('DL-12');
    expect(deleted().about('getDeleted', lost).departures[0]?.rules).toContain('DL-12');
    expect(deleted().about('recover', shown({ tags: {} }), recover).departures[0]?.rules).toEqual(['VT-09']);
  });

  it('should take a vault under a purged name for empty', () => {
    const cloud = new Cloud();
    cloud.create();
    cloud.secret('set');
    cloud.about('delete', {});
    cloud.about('purge', { status: 202, operation: 'o' });
    cloud.now += PATIENCE.settle + 1;
    expect(cloud.create().departures).toEqual([]);
    expect(cloud.into('get', NOT_FOUND).judgement).toBe('explained');
  });

  it('should leave open what becomes of an object whose purge was due while its vault was deleted', () => {
    const cloud = new Cloud();
    cloud.create();
    cloud.secret('set');
    cloud.secret('delete');
    cloud.now += DAY;
    cloud.about('delete', {});
    cloud.now += 6.5 * DAY;
    cloud.about('recover', shown({ tags: {} }), { input: SETTINGS });
    const phases = cloud.oracle.states('secret', 'a', { from: cloud.now, to: cloud.now }, 'vlt');
    expect(phases.map(({ phase }) => phase)).toEqual(['deleting', 'deleted', 'absent']);
    cloud.now += DAY;
    expect(cloud.into('getDeleted', NOT_FOUND).judgement).toBe('explained');
  });

  it('should refuse a vault in another subscription, group or location', () => {
    const cloud = new Cloud();
    cloud.create();
    const elsewhere = { ...GROUP, subscription: 'other' };
    expect(cloud.about('get', shown(), { scope: elsewhere }).judgement).toBe('unexplained');
    const moved = { input: { ...SETTINGS, location: 'northeurope' } };
    expect(cloud.about('create', shown({ location: 'northeurope' }), moved).judgement).toBe('unexplained');
  });

  it('should show a caller without the right an empty list of deleted vaults, which tells of none (LS-08)', () => {
    const cloud = new Cloud();
    cloud.create();
    cloud.about('delete', {});
    const by = (principal: string, items: readonly ObjectView[]): Judged =>
      cloud.about('listDeleted', { page: { items } }, { principal });
    const item = deletedItem(cloud.now);
    for (const caller of ['nobody', 'group-owner']) {
      expect(by(caller, [])).toMatchObject({ judgement: 'explained', rules: ['LS-08', 'PM-13'] });
      expect(by(caller, [item]).departures).toMatchObject([{ severity: 'data-reachable', rules: ['LS-08'] }]);
    }
    expect(by('owner', []).departures[0]?.differs).toContain('vlt is not listed');
    expect(by('owner', [item])).toMatchObject({ departures: [], rules: expect.arrayContaining(['PM-13']) });
  });

  it('should blame the purge of a caller who may purge no vault, and the refusal of one who may', () => {
    const refused = { status: 403, refusal: { code: 'AuthorizationFailed', message: 'x' } };
    const done = { status: 202, operation: 'o' };
    const purge = (principal: string, answer: Partial<Answer>): Judged => {
      const cloud = new Cloud();
      cloud.create();
      cloud.about('delete', {});
      return cloud.about('purge', answer, { principal });
    };
    expect(purge('group-owner', refused).rules).toContain('PM-10');
    expect(purge('group-owner', done).departures[0]).toMatchObject({
      severity: 'protection-not-enforced',
      rules: ['PM-10', 'PG-05'],
    });
    expect(purge('owner', done).rules).toContain('PM-10');
    expect(purge('owner', refused).departures[0]?.rules).toEqual(['PM-10']);
  });
});
