import { isString, isStrings, type Json } from '../../objects/objectBody.ts';
import { type AccessPolicy, POLICY_KINDS, type PolicyKind } from '../../vaults/accessPolicy.ts';
import { invalidValue } from '../armErrors.ts';

const OBJECTS = ['get', 'list', 'delete', 'backup', 'restore', 'recover', 'purge'];
const CRYPTOGRAPHY = ['encrypt', 'decrypt', 'wrapkey', 'unwrapkey', 'sign', 'verify'];
const ROTATION = ['release', 'rotate', 'getrotationpolicy', 'setrotationpolicy'];
const ISSUERS = [
  'managecontacts',
  'getissuers',
  'listissuers',
  'setissuers',
  'deleteissuers',
  'manageissuers',
];
const SAS = ['set', 'update', 'regeneratekey', 'getsas', 'listsas', 'deletesas', 'setsas'];

/** The words that a policy may have for each kind of objects, in lower case. */
const WORDS: Readonly<Record<PolicyKind, readonly string[]>> = {
  keys: ['all', ...OBJECTS, 'create', 'import', 'update', ...CRYPTOGRAPHY, ...ROTATION],
  secrets: ['all', ...OBJECTS, 'set'],
  certificates: ['all', ...OBJECTS, 'create', 'import', 'update', ...ISSUERS],
  storage: ['all', ...OBJECTS, ...SAS],
};

/** The most policies that a vault has (LM-05). */
const MOST = 1024;

/** The access policies in a body; undefined where it has none. Throws a 400 for policies that Azure would not take. */
export function readAccessPolicies(value: unknown): readonly AccessPolicy[] | undefined {
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value) || value.length > MOST) throw refusal();
  return value.map(readPolicy);
}

function readPolicy(value: unknown): AccessPolicy {
  if (typeof value !== 'object' || value === null) throw refusal();
  const { tenantId, objectId, applicationId, permissions }: Json = { ...value };
  if (!isString(tenantId) || !isString(objectId)) throw refusal();
  if (typeof permissions !== 'object' || permissions === null) throw refusal();
  return {
    tenantId,
    objectId,
    ...(isString(applicationId) && { applicationId }),
    permissions: readPermissions({ ...permissions }),
  };
}

/** The words of each kind, in the order in which the client has the kinds. */
function readPermissions(given: Json): AccessPolicy['permissions'] {
  const permissions: Partial<Record<PolicyKind, readonly string[]>> = {};
  for (const [name, words] of Object.entries(given)) {
    const kind = POLICY_KINDS.find((each) => each === name.toLowerCase());
    if (words === undefined || words === null) continue;
    if (kind === undefined || !isStrings(words)) throw refusal();
    if (!words.every((word) => WORDS[kind].includes(word.toLowerCase()))) throw refusal();
    permissions[kind] = words;
  }
  return permissions;
}

function refusal(): Error {
  return invalidValue('accessPolicies');
}
