import type { Rule } from '../../rule.ts';

/** Events and audit logs. */
export const EVENT_RULES: readonly Rule[] = [
  {
    id: 'EV-01',
    statement:
      'Key Vault has exactly ten event types: NewVersionCreated, NearExpiry and Expired for ' +
      'certificates, keys and secrets, and VaultAccessPolicyChanged.',
    level: 'must',
    basis: 'documented',
    appliesTo: ['vault', 'secret', 'key', 'certificate'],
    sources: ['EVG'],
    unobservable: 'Events reach subscribers of Event Grid only; neither plane of Key Vault shows them.',
  },
  {
    id: 'EV-02',
    statement: 'Delete, recover, purge and automatic purge raise no event.',
    level: 'should',
    basis: 'inferred',
    appliesTo: ['vault', 'secret', 'key', 'certificate'],
    sources: ['EVG has no such type'],
    unobservable:
      'Events reach subscribers of Event Grid only; neither plane of Key Vault shows whether one was ' +
      'raised.',
  },
  {
    id: 'EV-03',
    statement:
      'Each data-plane call, a refused one too, leaves one AuditEvent named after kind and operation: ' +
      '`SecretDelete`, `KeyGetDeleted`, `CertificateListDeleted`, `SecretRecover`, `KeyPurge`, ' +
      '`SecretBackup`, `KeyRestore`, and so on.',
    level: 'must',
    basis: 'documented',
    appliesTo: ['secret', 'key', 'certificate'],
    sources: ['LOG', 'LGH'],
    evidence: 'The list of monitored operations names the same ones.',
  },
  {
    id: 'EV-04',
    statement:
      'Calls on vaults are logged as VaultPut, VaultPatch, VaultGet, VaultDelete and VaultRecover; there ' +
      'is no name for the purge of a vault or for an automatic purge.',
    level: 'must',
    basis: 'documented',
    appliesTo: ['vault'],
    sources: ['LOG', 'MET'],
    evidence:
      "A vault's purge shows in the subscription's activity log as " +
      '`Microsoft.KeyVault/locations/deletedVaults/purge/action` (inferred).',
  },
  {
    id: 'EV-05',
    statement: 'Logs are available at the latest 10 minutes after the operation.',
    level: 'must',
    basis: 'documented',
    appliesTo: ['vault', 'secret', 'key', 'certificate'],
    sources: ['LOG introduction'],
    unobservable: 'Logs arrive in Azure Monitor; neither plane of Key Vault shows when.',
  },
];
