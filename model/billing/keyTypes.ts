import type { Answer } from '../answer.ts';
import type { Command } from '../command.ts';
import { type KeyEvidence, keyEvidence } from './keyEvidence.ts';
import type { KeyType } from './keyType.ts';

/** All that answers told of one version. */
interface Dossier {
  readonly protections: Set<NonNullable<KeyType['protection']>>;
  readonly prices: Set<NonNullable<KeyType['price']>>;
  readonly sizes: Set<NonNullable<KeyEvidence['size']>>;
}

/** What the answers of a history tell of the types of keys; what they tell late holds for earlier calls too. */
export class KeyTypes {
  /** By name and version: a key that is restored in another vault keeps both. */
  readonly #dossiers = new Map<string, Dossier>();
  /** The versions of a key in a vault. */
  readonly #versions = new Map<string, Set<string>>();
  readonly #current = new Map<string, string>();

  /** Learns from an answer that shows a key. */
  learn(command: Command, { object }: Answer): void {
    if (command.kind !== 'key' || object?.version === undefined) return;
    const key = keyOf(command.vault, object.name);
    const version = object.version.toLowerCase();
    if (isAboutCurrent(command)) this.#current.set(key, version);
    if (typeof object.fields.kty !== 'string') return;
    const versions = this.#versions.get(key) ?? new Set();
    this.#versions.set(key, versions.add(version));
    const id = `${object.name.toLowerCase()}/${version}`;
    const dossier = this.#dossiers.get(id) ?? { protections: new Set(), prices: new Set(), sizes: new Set() };
    this.#dossiers.set(id, dossier);
    const { protection, price, size } = keyEvidence(command, object);
    if (protection) dossier.protections.add(protection);
    if (price) dossier.prices.add(price);
    if (size) dossier.sizes.add(size);
  }

  /** The version that a call means which names none; undefined where nothing has shown it yet. */
  currentOf(vault: string, name: string): string | undefined {
    return this.#current.get(keyOf(vault, name));
  }

  /** The type of a version of a key; where no version is known, what all versions of the key have in common. */
  typeOf(vault: string, name: string, version: string | undefined): KeyType {
    if (version === undefined) return common(this.#typesOf(vault, name));
    const dossier = this.#dossiers.get(`${name.toLowerCase()}/${version.toLowerCase()}`);
    if (dossier === undefined) return {};
    const type = typeFrom(dossier);
    if (type.price !== undefined || !dossier.sizes.has('as-before')) return type;
    const priced = this.#typesOf(vault, name).filter(({ price }) => price !== undefined);
    return { ...type, price: common(priced).price };
  }

  /** How many versions are taken to have the size that the service gives a key when nobody says. */
  defaultSizes(): number {
    return [...this.#dossiers.values()].filter(
      ({ prices, sizes }) => prices.size === 0 && sizes.has('default'),
    ).length;
  }

  #typesOf(vault: string, name: string): KeyType[] {
    return [...(this.#versions.get(keyOf(vault, name)) ?? [])].map((version) => {
      const dossier = this.#dossiers.get(`${name.toLowerCase()}/${version}`);
      return dossier === undefined ? {} : typeFrom(dossier);
    });
  }
}

function keyOf(vault: string, name: string): string {
  return `${vault}/${name.toLowerCase()}`;
}

/** Whether the version that the answer shows is the one that calls without a version mean. */
function isAboutCurrent(command: Command): boolean {
  const canName = command.op === 'get' || command.op === 'update' || command.op === 'use';
  return !canName || command.version === undefined;
}

/** What a dossier comes to: answers that contradict each other tell nothing. */
function typeFrom({ protections, prices, sizes }: Dossier): KeyType {
  const isDefault = prices.size === 0 && sizes.has('default');
  return { protection: only(protections), price: isDefault ? 'rsa2048' : only(prices) };
}

function common(types: readonly KeyType[]): KeyType {
  return {
    protection: only(new Set(types.map(({ protection }) => protection))),
    price: only(new Set(types.map(({ price }) => price))),
  };
}

function only<T>(values: ReadonlySet<T>): T | undefined {
  const [first] = values;
  return values.size === 1 ? first : undefined;
}
