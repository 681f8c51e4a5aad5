import type { RuleId } from '../../model/rule.ts';
import type { VaultSettings } from '../../model/vaultSettings.ts';
import type { Step } from '../../properties/steps/step.ts';

/** A bug as emulators have them, which can be put into the emulator of this package. */
export interface Fault {
  /** Lower-case words with hyphens; unique. */
  readonly id: string;
  /** What a user of an emulator with this bug would notice. */
  readonly notices: string;
  /** The rules that it breaks. */
  readonly rules: readonly RuleId[];
  /** What makes the emulator wrong, in order. */
  readonly patches: readonly Patch[];
  /** A sequence that shows it, of which no step can be spared: its length is the known minimum. */
  readonly shortest: Demonstration;
}

/** A change of one place in the emulator's source. */
export interface Patch {
  /** Path under the emulator's folder. */
  readonly file: string;
  /** Text that stands there exactly once. */
  readonly find: string;
  /** What stands there instead. */
  readonly replace: string;
}

/** Steps that show a fault, in a vault of these settings on an emulator whose clock has not been moved before. */
export interface Demonstration {
  readonly settings: VaultSettings;
  readonly steps: readonly Step[];
}
