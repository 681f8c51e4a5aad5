/**
 * The texts that the service uses, by the recordings of 2015 to 2026. They changed over the years; any of them may
 * come from any year, because recordings do not always tell theirs.
 */

/** Texts of a 404 on the live collection. */
export function notFound(title: string, name: string): readonly RegExp[] {
  if (title === 'CertificateIssuer') return [/^Issuer not found$/];
  if (title === 'Contacts') return [/^Contacts not found$/];
  const [n, lower] = [escaped(name), title.toLowerCase()];
  return [
    new RegExp(`^${title} not found: ${n}${VERSION}$`, 'i'),
    new RegExp(`^${title} ${n}${VERSION} not found$`, 'i'),
    new RegExp(
      `^A ${lower} with \\(name/id\\) ${n}${VERSION} was not found in this key vault\\. If you recently deleted this ${lower} ` +
        'you may be able to recover it using the correct recovery command\\. For help resolving this issue, please see https://\\S+/fwlink/\\?linkid=2125182$',
      'i',
    ),
  ];
}

/** Text of a 404 on the deleted collection; it never changed. */
export function deletedNotFound(title: string, name: string): readonly RegExp[] {
  return [new RegExp(`^Deleted ${title} not found: ${escaped(name)}$`, 'i')];
}

/** Text of a 404 where a certificate has no operation. */
export function pendingNotFound(name: string): readonly RegExp[] {
  return [new RegExp(`^Pending certificate not found: ${escaped(name)}$`, 'i')];
}

/** Texts of a 404 of the management plane: of Resource Manager, and of the service itself. */
export function vaultNotFound(name: string): readonly RegExp[] {
  return [
    /^Resource group '.+' could not be found\.$/,
    new RegExp(
      `^The Resource 'Microsoft\\.KeyVault/vaults/${escaped(name)}' under resource group '.+' was not found\\.`,
      'i',
    ),
    /^Resource not found\.$/,
  ];
}

/** Texts of a 404 where no such vault is deleted; the first since 2023. */
export function deletedVaultNotFound(name: string): readonly RegExp[] {
  return [
    new RegExp(`^The specified deleted vault '${escaped(name)}' does not exist\\. `, 'i'),
    /^The specified resource does not exist\.$/,
  ];
}

/** Text of a 409 where a deleted object holds the name. */
export function deletedButRecoverable(title: string, name: string): readonly RegExp[] {
  return [
    new RegExp(
      `^${title} ${escaped(name)} is currently in a deleted but recoverable state, and its name cannot be reused; in this state, the ${title.toLowerCase()} can only be recovered or purged\\.$`,
      'i',
    ),
  ];
}

/** Texts of a 409 while a deletion or a purge settles: of purge, of recover, of create. */
export function beingDeleted(title: string, name: string): readonly RegExp[] {
  return [
    new RegExp(
      `^${title} (${escaped(name)} )?is currently being deleted( and cannot be re-created; retry later)?\\.$`,
      'i',
    ),
  ];
}

/** Text of a 409 while a recovery settles. */
export function beingRecovered(title: string, name: string): readonly RegExp[] {
  return [
    new RegExp(
      `^${title} ${escaped(name)} is currently being recovered( and cannot be re-created; retry later)?\\.$`,
      'i',
    ),
  ];
}

/** Text of a 409 between two recoveries of one object. */
export function recoveryConflict(kind: string): readonly RegExp[] {
  return [new RegExp(`^There was a conflict while recovering the soft-deleted ${kind} '`)];
}

/** Texts of a 409 where a restore meets a name in use. */
export function restoreConflict(kind: string, name: string): readonly RegExp[] {
  const id = `https://[^/]+/${kind}s/${escaped(name)}(/[^/' ]+)?`;
  return [
    new RegExp(`^Conflict while restoring ${kind} ${id} - ${kind} already exists or concurrent access$`, 'i'),
    new RegExp(`^There was a conflict restoring the ${kind} '${id}'\\. This can happen if either: `, 'i'),
  ];
}

/** Text of a 403 under purge protection. */
export function purgeProtected(): readonly RegExp[] {
  return [/^Operation "purge" is not allowed because purge protection is enabled for this vault\. /];
}

/** Text of a 403 on a disabled object. */
export function disabled(kind: string): readonly RegExp[] {
  return [new RegExp(`^Operation get is not allowed on a disabled ${kind}\\.$`)];
}

/** Texts of a 403 on an object that a certificate owns. */
export function managed(kind: string): readonly RegExp[] {
  return [
    /^Operation "\w+" is not allowed as this object's lifetime is managed by Key Vault\.$/,
    new RegExp(
      `^Operation "\\w+" is not allowed on this ${kind}, since it is associated with a certificate\\. `,
    ),
  ];
}

/** Texts of a 400 on a damaged backup blob. */
export function malformedBlob(): readonly RegExp[] {
  return [/^Backup blob contains invalid or corrupt version\.$/, /^Backup blob is corrupt\.$/];
}

/** A version behind the name, as texts about one version show it. */
const VERSION = '(/versions/[^/ ]+|/[0-9a-f]{32})?';

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
