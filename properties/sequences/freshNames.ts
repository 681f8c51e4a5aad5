import { LIMITS } from '../../model/rules/limits/invalidRequest.ts';
import type { OpenedVault } from '../session/openedVault.ts';
import type { NameForm } from '../strategies/strategy.ts';

/** Makes names that no other sequence uses, of any run: `run` is different for each run. */
export class FreshNames {
  readonly #run: string;
  #count = 0;

  constructor(run: string) {
    this.#run = run;
  }

  /** Whether a name in a vault is of this run, in whatever letters. */
  isOwn(name: string, { namePrefix }: OpenedVault): boolean {
    const own = new RegExp(`^[0-]?${namePrefix}${this.#run}-[0-9a-z]+_?$`, 'i');
    return own.test(name);
  }

  /** Fresh names for a sequence in a vault, one for each slot. */
  take(vault: OpenedVault, slots: number, form: NameForm = 'plain'): readonly string[] {
    return Array.from({ length: slots }, () => {
      const plain = `${vault.namePrefix}${this.#run}-${(this.#count++).toString(36)}`;
      const name = shaped(plain, vault.namePrefix, form);
      vault.used.add(name);
      return name;
    });
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
