import type { CertificateContact } from '../certificates/contacts/certificateContact.ts';
import type { CertificateIssuer } from '../certificates/issuers/certificateIssuer.ts';
import type { StoredCertificate } from '../certificates/storedCertificate.ts';
import type { StoredKey } from '../keys/storedKey.ts';
import { Collection } from '../objects/collection.ts';
import type { Life } from '../objects/life.ts';
import type { StoredSecret } from '../secrets/secretVersion.ts';
import type { EventSubscription } from './eventSubscription.ts';
import type { Subscriptions } from './subscriptions.ts';
import type { VaultResource } from './vaultResource.ts';
import type { VaultSettings } from './vaultSettings.ts';

/** Days of retention where nobody chose (SD-02). */
const USUAL_RETENTION = 90;

/** A vault, live or deleted, and what is in it. */
export class Vault implements VaultSettings {
  /** Lower case. */
  readonly name: string;
  resource: VaultResource;
  life: Life = { turn: 'made' };
  /** When it was deleted and when the service purges it by itself, in Unix seconds; the epoch while it is live. */
  deletionDates: readonly [deleted: number, scheduled: number] = [0, 0];
  /** How many turns of its life took time so far. */
  transitions = 0;
  /** From when on its host name can be found, in Unix seconds. */
  readonly reachableFrom: number;
  readonly secrets: Collection<StoredSecret> = new Collection();
  readonly keys: Collection<StoredKey> = new Collection();
  readonly certificates: Collection<StoredCertificate> = new Collection();
  /** The certificates that wait for an instant at which their making is settled. */
  readonly unsettled: Set<StoredCertificate> = new Set();
  /** By name in lower case. */
  readonly issuers: Map<string, CertificateIssuer> = new Map();
  contacts: readonly CertificateContact[] | undefined;
  /** By name in lower case. */
  readonly eventSubscriptions: Map<string, EventSubscription> = new Map();
  readonly #subscriptions: Subscriptions;

  constructor(resource: VaultResource, subscriptions: Subscriptions, reachableFrom = 0) {
    this.name = resource.displayName.toLowerCase();
    this.resource = resource;
    this.reachableFrom = reachableFrom;
    this.#subscriptions = subscriptions;
    subscriptions.use(resource.subscriptionId);
  }

  get softDelete(): boolean {
    return this.resource.softDelete;
  }

  get retentionDays(): number {
    return this.resource.retentionDays ?? USUAL_RETENTION;
  }

  get purgeProtection(): boolean {
    return this.resource.purgeProtection;
  }

  get location(): string {
    return this.resource.location;
  }

  get undeletable(): boolean {
    return this.#subscriptions.isUndeletable(this.resource.subscriptionId);
  }

  /** Whether it holds any object that is not gone at `now`, live or deleted. */
  holdsObjects(now: number): boolean {
    return [this.secrets, this.keys, this.certificates].some(
      (collection) => collection.stretch('', 1, now).found.length > 0,
    );
  }

  /** Forbids purging from now on, also of what is deleted already. There is no way back (PP-04). */
  protect(): void {
    this.resource = { ...this.resource, purgeProtection: true };
  }
}
