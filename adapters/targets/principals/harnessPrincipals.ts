import type { PolicyGrant, Principals } from '../../../model/principal.ts';
import { EMULATOR_HOME } from '../emulatorHome.ts';

/** The caller that makes the calls that name none. */
export const ADMINISTRATOR = 'administrator';

const LIFE: readonly string[] = ['get', 'list', 'delete', 'recover', 'backup', 'restore'];

const SECRETS: readonly string[] = [...LIFE, 'set'];
const KEYS: readonly string[] = [
  ...LIFE,
  ...['create', 'import', 'update', 'rotate', 'getrotationpolicy', 'setrotationpolicy', 'release'],
  ...['encrypt', 'decrypt', 'wrapKey', 'unwrapKey', 'sign', 'verify'],
];
const CERTIFICATES: readonly string[] = [
  ...LIFE,
  ...['create', 'import', 'update', 'managecontacts', 'manageissuers'],
  ...['getissuers', 'listissuers', 'setissuers', 'deleteissuers'],
];

const EVERYTHING: PolicyGrant = {
  secrets: [...SECRETS, 'purge'],
  keys: [...KEYS, 'purge'],
  certificates: [...CERTIFICATES, 'purge'],
};

/**
 * The callers of a run, each of its own kind. Policy and roles of one caller differ on purpose: what counts in a vault
 * must be that one of the two that the vault uses (PM-02).
 */
export const HARNESS_PRINCIPALS: Principals = {
  [ADMINISTRATOR]: { policy: EVERYTHING, roles: ['Key Vault Administrator'] },
  owner: { roles: ['Owner'] },
  contributor: { roles: ['Key Vault Contributor'] },
  'subscription-contributor': { roles: ['Contributor'] },
  reader: { roles: ['Reader'] },
  // PM-10, PM-11: everything at one resource group is nothing at the subscription, nor at another group.
  'group-owner': { roles: ['Owner'], group: EMULATOR_HOME.resourceGroup },
  'other-group-owner': { roles: ['Owner'], group: EMULATOR_HOME.otherGroup },
  'purge-operator': { policy: everywhere('purge'), roles: ['Key Vault Purge Operator'] },
  // What tools give to whoever makes a vault (PM-04).
  creator: {
    policy: { secrets: SECRETS, keys: KEYS, certificates: CERTIFICATES },
    roles: ['Key Vault Secrets User'],
  },
  all: { policy: everywhere('all'), roles: ['Key Vault Reader'] },
  deleter: { policy: everywhere('delete'), roles: ['Key Vault Crypto User'] },
  recoverer: { policy: everywhere('recover'), roles: ['Key Vault Certificate User'] },
  getter: { policy: everywhere('get'), roles: ['Key Vault Crypto Service Encryption User'] },
  lister: { policy: everywhere('list'), roles: ['Key Vault Crypto Service Release User'] },
  writer: {
    policy: {
      secrets: ['set', 'backup', 'restore'],
      keys: ['create', 'import', 'update', 'backup', 'restore'],
      certificates: ['create', 'import', 'update', 'backup', 'restore'],
    },
  },
  'secrets-officer': { policy: { secrets: EVERYTHING.secrets ?? [] }, roles: ['Key Vault Secrets Officer'] },
  'crypto-officer': { policy: { keys: EVERYTHING.keys ?? [] }, roles: ['Key Vault Crypto Officer'] },
  'certificates-officer': {
    policy: { certificates: EVERYTHING.certificates ?? [] },
    roles: ['Key Vault Certificates Officer'],
  },
  nobody: {},
  'without-token': { token: 'missing' },
  'token-forged': { token: 'forged' },
  'token-expired': { token: 'expired', policy: EVERYTHING, roles: ['Key Vault Administrator'] },
  'token-for-another-service': {
    token: 'other-audience',
    policy: EVERYTHING,
    roles: ['Key Vault Administrator'],
  },
};

function everywhere(word: string): PolicyGrant {
  return { secrets: [word], keys: [word], certificates: [word] };
}
