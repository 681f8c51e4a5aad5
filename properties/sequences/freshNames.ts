import { LIMITS } from '../../model/rules/limits/invalidRequest.ts';
import type { OpenedVault } from '../session/openedVault.ts';
import type { NameForm } from '../strategies/strategy.ts';

/** A step through the numbers below `RANGE` that meets each once, in no order: so names are anywhere in lists. */
const STRIDE = 1_000_003;
const RANGE = 36 ** 4;

/** Makes names that no other sequence uses, of any run: `run` is different for each run. */
export class FreshNames {
  readonly #run: string;
  #count = 0;

  constructor(run: string) {
    this.#run = run;
  }

  /** Whether a name in a vault is of this run, in whatever letters. */
  isOwn(name: string, { namePrefix }: OpenedVault): boolean {
    const own = new RegExp(`^[0-]?${namePrefix}${this.#run}-(?:\\d+-)?[0-9a-z]+_?$`, 'i');
    return own.test(name);
  }

  /**
   * Fresh names for a sequence in a vault, one for each slot; in the order of lists, which what a sequence shows may
   * depend on, so that it shows it again with other names.
   */
  take(vault: OpenedVault, slots: number, form: NameForm = 'plain'): readonly string[] {
    const names = Array.from({ length: slots }, () => {
      const place = (this.#count++ * STRIDE) % RANGE;
      const round = Math.floor(this.#count / RANGE);
      const plain = `${vault.namePrefix}${this.#run}-${round > 0 ? `${round}-` : ''}${place.toString(36)}`;
      const name = shaped(plain, vault.namePrefix, form);
      vault.used.add(name);
      return name;
    });
    return names.sort();
  }
}

/** LM-01: 1 to 127 letters, digits and hyphens; the first may be any of them. */
function shaped(name: string, prefix: string, form: NameForm): string {
  switch (form) {
    case 'longest':
      return name.padEnd(LIMITS.name, 'n');
    case 'too-long':
      return name.padEnd(LIMITS.name + 1, 'n');
    case 'bad-character':
      return `${name}_`;
    case 'digit-first':
      return prefix === '' ? `0${name}` : name;
    case 'hyphen-first':
      return prefix === '' ? `-${name}` : name;
    default:
      return name;
  }
}
