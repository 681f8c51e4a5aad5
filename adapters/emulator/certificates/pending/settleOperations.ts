import { stateAt } from '../../objects/life.ts';
import { latestVersion } from '../../objects/storedObject.ts';
import type { Vault } from '../../vaults/vault.ts';
import { linkVersion, unlinkVersion } from '../linked/linkedObjects.ts';
import type { CertificateVersion, StoredCertificate } from '../storedCertificate.ts';
import type { CertificateOperation } from './certificateOperation.ts';

/**
 * Issues or cancels what has been due since somebody looked last. Nothing happens by itself in the emulator: this is
 * done before anything in the vault is looked at.
 */
export function settleOperations(vault: Vault, now: number): void {
  for (const certificate of vault.unsettled) {
    const { operation } = certificate;
    if (operation?.settlesAt === undefined) vault.unsettled.delete(certificate);
    else if (operation.settlesAt <= now && stateAt(certificate.life, now) === 'active') {
      vault.unsettled.delete(certificate);
      settle(vault, certificate, operation, operation.settlesAt);
    }
  }
}

/** What was being made of a certificate when it is deleted stays as it is, also after a recovery. */
export function stopOperation(vault: Vault, certificate: StoredCertificate): void {
  vault.unsettled.delete(certificate);
  if (certificate.operation !== undefined) certificate.operation.settlesAt = undefined;
}

function settle(
  vault: Vault,
  certificate: StoredCertificate,
  operation: CertificateOperation,
  now: number,
): void {
  operation.settlesAt = undefined;
  if (operation.cancellationRequested || operation.issued === undefined) {
    operation.status = 'cancelled';
    return;
  }
  const { der, notBefore, expires } = operation.issued;
  completeOperation(vault, certificate, operation, { certificates: [der], notBefore, expires, now });
}

/** A certificate that was issued for an operation. */
export interface Issued {
  /** In base64 of DER: the certificate, then those that signed it. */
  readonly certificates: readonly [string, ...string[]];
  /** Unix seconds. */
  readonly notBefore: number;
  readonly expires: number;
  /** When it was issued. */
  readonly now: number;
}

/** Adds the version that an operation was to make; the version that stood in for the first one goes. */
export function completeOperation(
  vault: Vault,
  certificate: StoredCertificate,
  operation: CertificateOperation,
  { certificates, notBefore, expires, now }: Issued,
): CertificateVersion {
  const version: CertificateVersion = {
    id: operation.version,
    der: certificates[0],
    tags: operation.tags,
    enabled: operation.enabled,
    notBefore,
    expires,
    created: now,
    updated: now,
  };
  const standIn = latestVersion(certificate);
  certificate.versions.push(version);
  linkVersion(vault, certificate, version, { key: operation.key, certificates, policy: operation.policy });
  if (standIn.der === undefined) {
    certificate.versions.splice(certificate.versions.indexOf(standIn), 1);
    unlinkVersion(vault, certificate, standIn.id);
  }
  operation.status = 'completed';
  operation.settlesAt = undefined;
  return version;
}
