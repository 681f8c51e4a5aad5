import type { Strictness } from '../pattern/pattern.ts';
import type { Principals } from '../principal.ts';
import type { KnownSettings } from '../world/knownSettings.ts';
import type { Backups } from './backups.ts';
import type { Patience } from './hiddenSteps.ts';

/** What an oracle is told of a vault before its first answer. */
export interface VaultKnowledge {
  /** Settings that are known; those that are not are learned. */
  readonly settings?: KnownSettings;
  /** Whether names may be in use already: true for a vault that others have used, false for a new one. */
  readonly used: boolean;
  readonly strictness: Strictness;
  /** The callers that commands may name, and what each may do. */
  readonly principals?: Principals;
  readonly patience?: Patience;
  /** Backups taken in this and other vaults. */
  readonly backups?: Backups;
}
