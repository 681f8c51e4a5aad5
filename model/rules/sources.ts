/** A document, specification or body of evidence that rules cite by its abbreviation. */
interface Source {
  /** What it is, in words. */
  readonly title: string;
  /** Repository and path, package or address where it can be read. */
  readonly where: string;
}

const DOCS = 'github.com/MicrosoftDocs/azure-security-docs, articles/key-vault';
const SPECS = 'github.com/Azure/azure-rest-api-specs, specification/keyvault';

/** A page of Microsoft's documents on Key Vault, by its path below `articles/key-vault`. */
function page(title: string, path: string): Source {
  return { title: `Key Vault documents, ${title}`, where: `${DOCS}/${path}` };
}

/** Pages that are no longer published, from the history of the documents' repository. */
function formerPage(title: string, path: string): Source {
  return { title: `Former Key Vault documents, ${title}`, where: `history of ${DOCS}/${path}` };
}

/** One of the specifications that the REST interface is generated from. */
function specification(title: string, path: string): Source {
  return { title: `Key Vault REST specification, ${title}`, where: `${SPECS}, ${path}` };
}

/** The documentation comments of a published client library. */
function comments(name: string): Source {
  return { title: `Documentation comments of ${name}`, where: `npm package ${name}` };
}

/** The source, tests and change logs of the client library of one language. */
function library(language: string, repository: string): Source {
  return {
    title: `Azure SDK for ${language}, source and tests`,
    where: `github.com/${repository}, sdk/keyvault`,
  };
}

/** Every source by its abbreviation, except `GH`, which names a public issue by itself. */
export const SOURCES: { readonly [abbreviation: string]: Source } = {
  SDO: page('soft-delete overview', 'general/soft-delete-overview.md'),
  KVR: page('recovery management', 'general/key-vault-recovery.md'),
  BKP: page('backup', 'general/backup.md'),
  ABO: page('keys, secrets and certificates', 'general/about-keys-secrets-certificates.md'),
  RBG: page('RBAC guide', 'general/rbac-guide.md'),
  ABAC: page('conditions on role assignments', 'general/rbac-abac.md'),
  MIG: page('migration to RBAC', 'general/rbac-migration.md'),
  LOG: page('logging', 'general/logging.md'),
  LGH: page('how to enable logging', 'general/howto-logging.md'),
  EVG: page('Event Grid overview', 'general/event-grid-overview.md'),
  THR: page('throttling', 'general/overview-throttling.md'),
  LIM: page('service limits', 'general/service-limits.md'),
  ERC: page('common error codes', 'general/common-error-codes.md'),
  ERR: page('REST API error codes', 'general/rest-error-codes.md'),
  AUT: page('authentication, requests and responses', 'general/authentication-requests-and-responses.md'),
  POL: page('Azure Policy', 'general/troubleshoot-azure-policy-for-key-vault.md'),
  DEF: page('default access control', 'general/access-control-default.md'),
  KEY: page('keys', 'keys/about-keys.md, keys/about-keys-details.md'),
  KAT: page('key attributes', 'includes/key-attributes.md'),
  ROT: page('key rotation', 'keys/how-to-configure-key-rotation.md'),
  SEC: page('secrets', 'secrets/about-secrets.md'),
  JSG: page('deleting a secret with JavaScript', 'secrets/javascript-developer-guide-delete-secret.md'),
  CRT: page('certificates', 'certificates/about-certificates.md'),
  CRC: page(
    'creation of certificates',
    'certificates/create-certificate.md, certificates/create-certificate-scenarios.md',
  ),
  CRS: page(
    'security of certificates',
    'certificates/secure-certificates.md, certificates/certificate-access-control.md',
  ),
  FAQ: page('questions on certificates', 'certificates/faq.yml'),
  MSO: page('Managed HSM soft-delete overview', 'managed-hsm/soft-delete-overview.md'),
  MRC: page('Managed HSM recovery', 'managed-hsm/recovery.md'),
  MBR: page('Managed HSM local built-in roles', 'managed-hsm/built-in-roles.md'),
  MKM: page('Managed HSM key management', 'managed-hsm/key-management.md'),
  MBK: page('Managed HSM backup and restore', 'managed-hsm/backup-restore.md'),
  MDR: page('Managed HSM disaster recovery', 'managed-hsm/disaster-recovery-guide.md'),
  MMR: page('Managed HSM multi-region replication', 'managed-hsm/multi-region-replication.md'),
  MSC: page('Managed HSM scaling guidance', 'managed-hsm/scaling-guidance.md'),
  MRT: page('Managed HSM key rotation', 'managed-hsm/key-rotation.md'),
  'OLD-SD': formerPage(
    'soft-delete with PowerShell and CLI',
    'general/soft-delete-powershell.md, general/soft-delete-cli.md, key-vault-how-to-soft-delete.md (2017-2020)',
  ),
  'OLD-CHG': formerPage('soft-delete on all vaults', 'general/soft-delete-change.md (to 2024)'),
  LRN: {
    title: 'Microsoft Learn training, "Manage Key Vault safety and recovery features"',
    where: 'github.com/MicrosoftDocs/learn, learn-pr/wwl-azure/azure-key-vault/includes/10-safety.md',
  },
  'TSP-S': specification('data plane, secrets', 'TypeSpec of Secrets'),
  'TSP-K': specification('data plane, keys', 'TypeSpec of Keys'),
  'TSP-C': specification('data plane, certificates', 'TypeSpec of Certificates'),
  'TSP-V': specification('management plane', 'TypeSpec and examples of KeyVault.Management'),
  'NPM-S': comments('@azure/keyvault-secrets'),
  'NPM-K': comments('@azure/keyvault-keys'),
  'NPM-C': comments('@azure/keyvault-certificates'),
  'NPM-ARM': comments('@azure/arm-keyvault'),
  'SDK-JS': library('JavaScript', 'Azure/azure-sdk-for-js'),
  'SDK-NET': library('.NET', 'Azure/azure-sdk-for-net'),
  'SDK-PY': library('Python', 'Azure/azure-sdk-for-python'),
  'SDK-JAVA': library('Java', 'Azure/azure-sdk-for-java'),
  'CLI-SRC': {
    title: 'Azure CLI, source of the keyvault commands (2020)',
    where: 'github.com/Azure/azure-cli, src/azure-cli/azure/cli/command_modules/keyvault',
  },
  TF: {
    title: 'Terraform provider for Azure, source of the key vault resource',
    where: 'github.com/hashicorp/terraform-provider-azurerm, internal/services/keyvault',
  },
  TPL: {
    title: 'Azure template reference, Microsoft.KeyVault/vaults',
    where: 'learn.microsoft.com/azure/templates/microsoft.keyvault/vaults',
  },
  RCAT: { title: 'Catalogue of Azure role definitions', where: 'azure-rbac-catalog.org' },
  MET: {
    title: 'Azure Monitor, supported metrics and logs of Microsoft.KeyVault/vaults',
    where: 'learn.microsoft.com/azure/azure-monitor/reference/supported-metrics',
  },
  PRC: {
    title: 'Azure retail price list for Key Vault, public snapshots',
    where: 'snapshots of prices.azure.com/api/retail/prices published by infracost',
  },
  RECORDINGS: {
    title: 'recorded traffic of the service, 2015-2026',
    where: 'test recordings in the public repositories of the Azure SDK, CLI and tool teams',
  },
};

const ISSUE = /^([\w.-]+\/[\w.-]+)#(\d+)(?: (.+))?$/;

/** A public issue, from `owner/repository#number` and an optional remark. */
function describeIssue(place: string): string {
  const [, repository, number, remark] = ISSUE.exec(place) ?? [];
  if (repository === undefined || number === undefined) {
    throw new Error(`Source 'GH ${place}' does not name an issue; write 'GH owner/repository#number'.`);
  }
  const line = `public issue https://github.com/${repository}/issues/${number}`;
  return remark === undefined ? line : `${line} ${remark}`;
}

/**
 * A source as one line that a stranger understands: the document's title, the place in it, and where to read it.
 * @param source an abbreviation and a place, as rules give them: `SDO §Purge protection`, `GH Azure/azure-cli#29115`.
 * @throws when the abbreviation is unknown or an issue is not named as `owner/repository#number`.
 */
export function describeSource(source: string): string {
  const [, abbreviation = source, place = ''] = /^(\S+) (.+)$/.exec(source) ?? [];
  if (abbreviation === 'GH') {
    return describeIssue(place);
  }
  const known = Object.hasOwn(SOURCES, abbreviation) ? SOURCES[abbreviation] : undefined;
  if (known === undefined) {
    throw new Error(
      `Source '${source}' begins with an unknown abbreviation; rules/sources.ts lists the known ones.`,
    );
  }
  return place === '' ? `${known.title} (${known.where})` : `${known.title}: ${place} (${known.where})`;
}
