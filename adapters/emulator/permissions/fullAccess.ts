import { DEFAULT_PRINCIPAL, DEFAULT_TENANT } from '../identity/defaultIds.ts';
import type { AccessPolicy } from '../vaults/accessPolicy.ts';

const OBJECT_WORDS: readonly string[] = ['get', 'list', 'delete', 'backup', 'restore', 'recover', 'purge'];

/** Who is welcome in a vault that the options or the control API made: the default principal, to do everything. */
export const WELCOME: readonly AccessPolicy[] = [
  {
    tenantId: DEFAULT_TENANT,
    objectId: DEFAULT_PRINCIPAL.objectId,
    permissions: {
      keys: [
        ...OBJECT_WORDS,
        'create',
        'update',
        'import',
        'encrypt',
        'decrypt',
        'wrapKey',
        'unwrapKey',
        'sign',
        'verify',
        'release',
        'rotate',
        'getrotationpolicy',
        'setrotationpolicy',
      ],
      secrets: [...OBJECT_WORDS, 'set'],
      certificates: [
        ...OBJECT_WORDS,
        'create',
        'import',
        'update',
        'managecontacts',
        'getissuers',
        'listissuers',
        'setissuers',
        'deleteissuers',
        'manageissuers',
      ],
    },
  },
];
