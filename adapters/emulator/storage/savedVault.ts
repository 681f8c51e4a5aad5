import type { CertificateContact } from '../certificates/contacts/certificateContact.ts';
import type { CertificateIssuer } from '../certificates/issuers/certificateIssuer.ts';
import type { StoredCertificate } from '../certificates/storedCertificate.ts';
import type { StoredKey } from '../keys/storedKey.ts';
import type { Life } from '../objects/life.ts';
import type { StoredSecret } from '../secrets/secretVersion.ts';
import type { EventSubscription } from '../vaults/eventSubscription.ts';
import type { Vault } from '../vaults/vault.ts';
import type { VaultDirectory } from '../vaults/vaultDirectory.ts';
import type { VaultResource } from '../vaults/vaultResource.ts';

/** A vault in a state file: live or deleted, with everything in it. */
export interface SavedVault {
  readonly resource: VaultResource;
  readonly life: Life;
  readonly deletionDates: readonly [deleted: number, scheduled: number];
  readonly transitions: number;
  readonly reachableFrom: number;
  readonly secrets: readonly StoredSecret[];
  readonly keys: readonly StoredKey[];
  readonly certificates: readonly StoredCertificate[];
  readonly issuers: readonly CertificateIssuer[];
  readonly contacts?: readonly CertificateContact[];
  readonly eventSubscriptions?: readonly EventSubscription[];
}

/** What has to be kept of a vault. */
export function saveVault(vault: Vault, now: number): SavedVault {
  const {
    resource,
    life,
    deletionDates,
    transitions,
    reachableFrom,
    secrets,
    keys,
    certificates,
    issuers,
    contacts,
    eventSubscriptions,
  } = vault;
  return {
    resource,
    life,
    deletionDates,
    transitions,
    reachableFrom,
    secrets: secrets.all(now),
    keys: keys.all(now),
    certificates: certificates.all(now),
    issuers: [...issuers.values()],
    ...(contacts !== undefined && { contacts }),
    ...(eventSubscriptions.size > 0 && { eventSubscriptions: [...eventSubscriptions.values()] }),
  };
}

/** Brings a vault back as it was. */
export function restoreVault(vaults: VaultDirectory, saved: SavedVault, now: number): void {
  const vault = vaults.create(saved.resource, now, saved.reachableFrom);
  vault.life = saved.life;
  vault.deletionDates = saved.deletionDates;
  vault.transitions = saved.transitions;
  for (const secret of saved.secrets) vault.secrets.add(secret);
  for (const key of saved.keys) vault.keys.add(key);
  for (const certificate of saved.certificates) {
    vault.certificates.add(certificate);
    if (certificate.operation?.settlesAt !== undefined) vault.unsettled.add(certificate);
  }
  for (const issuer of saved.issuers) vault.issuers.set(issuer.name.toLowerCase(), issuer);
  vault.contacts = saved.contacts;
  for (const each of saved.eventSubscriptions ?? [])
    vault.eventSubscriptions.set(each.name.toLowerCase(), each);
}
