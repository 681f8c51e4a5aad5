import type { Tags } from '../../objects/storedObject.ts';

/** A resource group. */
export interface ResourceGroup {
  readonly subscriptionId: string;
  /** As it was first spelled. */
  readonly name: string;
  readonly location: string;
  readonly tags: Tags;
}

/** The resource groups of all subscriptions. */
export class ResourceGroups {
  readonly #groups = new Map<string, ResourceGroup>();

  constructor(groups: readonly ResourceGroup[] = []) {
    for (const group of groups) this.keep(group);
  }

  /** Makes a group, or changes the one of that name; it keeps its spelling. */
  keep(group: ResourceGroup): ResourceGroup {
    const present = this.find(group.subscriptionId, group.name);
    const kept = { ...group, name: present?.name ?? group.name };
    this.#groups.set(keyOf(group.subscriptionId, group.name), kept);
    return kept;
  }

  /** Sees to it that there is a group of that name: the emulator makes groups when they are first used. */
  ensure(subscriptionId: string, name: string, location: string): void {
    if (this.find(subscriptionId, name) === undefined) {
      this.keep({ subscriptionId, name, location, tags: {} });
    }
  }

  find(subscriptionId: string, name: string): ResourceGroup | undefined {
    return this.#groups.get(keyOf(subscriptionId, name));
  }

  remove({ subscriptionId, name }: ResourceGroup): void {
    this.#groups.delete(keyOf(subscriptionId, name));
  }

  /** All groups, in the order they were made; those of one subscription, if it is given. */
  all(subscriptionId?: string): ResourceGroup[] {
    const wanted = subscriptionId?.toLowerCase();
    return [...this.#groups.values()].filter(
      (group) => wanted === undefined || group.subscriptionId.toLowerCase() === wanted,
    );
  }
}

function keyOf(subscriptionId: string, name: string): string {
  return `${subscriptionId}/${name}`.toLowerCase();
}
