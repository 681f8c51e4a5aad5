/** PM-05, PM-06: the data actions of the built-in roles, after `Microsoft.KeyVault/vaults/`; a star stands for anything. */
const DATA_ROLES: ReadonlyMap<string, readonly string[]> = new Map([
  ['Key Vault Administrator', ['*']],
  ['Key Vault Secrets Officer', ['secrets/*']],
  ['Key Vault Crypto Officer', ['keys/*', 'keyrotationpolicies/*']],
  ['Key Vault Certificates Officer', ['certificates/*', 'certificatecas/*', 'certificatecontacts/write']],
  ['Key Vault Reader', ['*/read', 'secrets/readMetadata/action']],
  ['Key Vault Secrets User', ['secrets/getSecret/action', 'secrets/readMetadata/action']],
  [
    'Key Vault Crypto User',
    [
      'keys/read',
      'keys/update/action',
      'keys/backup/action',
      ...['encrypt', 'decrypt', 'wrap', 'unwrap', 'sign', 'verify'].map((use) => `keys/${use}/action`),
    ],
  ],
  [
    'Key Vault Certificate User',
    ['certificates/read', 'keys/read', 'secrets/getSecret/action', 'secrets/readMetadata/action'],
  ],
  ['Key Vault Crypto Service Encryption User', ['keys/read', 'keys/wrap/action', 'keys/unwrap/action']],
  ['Key Vault Crypto Service Release User', ['keys/release/action']],
]);

/** PM-05: the roles that may do everything with what they are for. */
export const BROAD_ROLES: readonly string[] = [
  'Key Vault Administrator',
  'Key Vault Secrets Officer',
  'Key Vault Crypto Officer',
  'Key Vault Certificates Officer',
];

/** PM-06: the roles that may look at objects or use them, but not delete, recover or purge them. */
export const NARROW_ROLES: readonly string[] = [...DATA_ROLES.keys()].filter(
  (role) => !BROAD_ROLES.includes(role),
);

/** Whether a role allows a data action. Roles of the management plane allow none (PM-07, PM-09, PM-12). */
export function roleAllows(role: string, action: string): boolean {
  return (DATA_ROLES.get(role) ?? []).some((pattern) => covers(pattern, action));
}

function covers(pattern: string, action: string): boolean {
  if (pattern === '*') return true;
  if (pattern.startsWith('*')) return action.endsWith(pattern.slice(1));
  return pattern.endsWith('*') ? action.startsWith(pattern.slice(0, -1)) : action === pattern;
}
