import { KEY } from '../../keys/keyKind.ts';
import { keyLifecycle } from '../../keys/keyLifecycle.ts';
import type { PrivateKey } from '../../keys/material/privateKey.ts';
import type { KeyVersion, StoredKey } from '../../keys/storedKey.ts';
import type { StoredVersion } from '../../objects/storedObject.ts';
import { newObject } from '../../objects/storedObject.ts';
import type { VaultRequest } from '../../requests/vaultRequest.ts';
import { SECRET } from '../../secrets/secretKind.ts';
import { secretLifecycle } from '../../secrets/secretLifecycle.ts';
import type { SecretVersion, StoredSecret } from '../../secrets/secretVersion.ts';
import type { Vault } from '../../vaults/vault.ts';
import { certificateErrors } from '../certificateErrors.ts';
import { writePem } from '../encoding/pem.ts';
import { writePkcs12 } from '../encoding/pkcs12Writing.ts';
import type { CertificatePolicy } from '../policy/certificatePolicy.ts';
import { keyOpsOf } from '../policy/keyUsages.ts';
import type { CertificateVersion, StoredCertificate } from '../storedCertificate.ts';

/** What a version of a certificate brings along besides itself. */
export interface LinkedMaterial {
  readonly key: PrivateKey;
  /** In base64 of DER: the certificate, then those that signed it; none while it is not issued. */
  readonly certificates: readonly string[];
  readonly policy: CertificatePolicy;
}

/**
 * Throws 409 unless a new certificate can have its name: no key and no secret may have it, live, deleted or in between
 * (CR-02).
 */
export function checkNamesFree(request: VaultRequest): void {
  const { name } = request;
  if (keyLifecycle(request).settable(name, 'create') !== undefined) {
    throw certificateErrors.nameTaken(KEY, name);
  }
  if (secretLifecycle(request).settable(name, 'set') !== undefined) {
    throw certificateErrors.nameTaken(SECRET, name);
  }
}

/** Adds to the vault the version of the key and of the secret that belong to a version of a certificate; the first makes them. */
export function linkVersion(
  vault: Vault,
  certificate: StoredCertificate,
  version: CertificateVersion,
  material: LinkedMaterial,
): void {
  const { name } = certificate;
  const key = keyVersion(version, material);
  const secret = secretVersion(version, material);
  const linked = linkedTo(vault, certificate);
  if (linked === undefined) {
    vault.keys.add({ ...newObject(name, [key], true), rotationPolicy: undefined });
    vault.secrets.add(newObject(name, [secret], true));
    return;
  }
  linked.key.versions.push(key);
  linked.secret.versions.push(secret);
}

/** Takes the version that stood in until a certificate was issued out of its key and secret. */
export function unlinkVersion(vault: Vault, certificate: StoredCertificate, id: string): void {
  const linked = linkedTo(vault, certificate);
  for (const object of [linked?.key, linked?.secret]) {
    const place = object?.versions.findIndex((version) => version.id === id) ?? -1;
    if (place >= 0) object?.versions.splice(place, 1);
  }
}

/** Lets a certificate's key and secret go the way that it went: deleted, recovered or purged at the same instants (CR-03). */
export function followLife(vault: Vault, certificate: StoredCertificate): void {
  const linked = linkedTo(vault, certificate);
  if (linked === undefined) return;
  linked.key.life = certificate.life;
  linked.secret.life = certificate.life;
}

/** Takes a certificate's key and secret out of a vault without soft delete. */
export function removeLinked(vault: Vault, certificate: StoredCertificate): void {
  const linked = linkedTo(vault, certificate);
  if (linked === undefined) return;
  vault.keys.remove(linked.key);
  vault.secrets.remove(linked.secret);
}

/** Gives the key and the secret of a version the attributes and tags that the version has. */
export function followAttributes(
  vault: Vault,
  certificate: StoredCertificate,
  version: CertificateVersion,
): void {
  const linked = linkedTo(vault, certificate);
  for (const object of [linked?.key, linked?.secret]) {
    const own = object?.versions.find(({ id }) => id === version.id);
    if (own !== undefined) Object.assign(own, attributesOf(version));
  }
}

/** The key and the secret of a certificate, in whatever state; undefined before there are any. */
export function linkedTo(
  vault: Vault,
  { name }: StoredCertificate,
): { readonly key: StoredKey; readonly secret: StoredSecret } | undefined {
  // They are gone at the same instant as the certificate, so that any instant will do.
  const key = vault.keys.find(name, 0)?.object;
  const secret = vault.secrets.find(name, 0)?.object;
  return key?.managed === true && secret?.managed === true ? { key, secret } : undefined;
}

function attributesOf({
  tags,
  enabled,
  notBefore,
  expires,
  updated,
}: CertificateVersion): Partial<StoredVersion> {
  return { tags, enabled, notBefore, expires, updated };
}

function keyVersion(version: CertificateVersion, { key, policy }: LinkedMaterial): KeyVersion {
  const { der: _der, ...common } = version;
  return {
    ...common,
    kty: policy.kty,
    keyOps: key.kty === 'RSA' ? keyOpsOf(policy.keyUsage) : ['sign', 'verify'],
    key,
    exportable: false,
    releasePolicy: undefined,
  };
}

/** The secret of a certificate: itself and its private key, if that is exportable; nothing while it is not issued. */
function secretVersion(
  version: CertificateVersion,
  { key, policy, certificates }: LinkedMaterial,
): SecretVersion {
  const { der: _der, ...common } = version;
  const shown = policy.exportable ? key : undefined;
  const write = policy.contentType === 'application/x-pem-file' ? writePem : writePkcs12;
  return {
    ...common,
    value: certificates.length === 0 ? '' : write(certificates, shown),
    contentType: policy.contentType,
  };
}
