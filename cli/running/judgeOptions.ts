import type { TargetOptions } from '../../adapters/targets/targetOptions.ts';
import type { TargetPreset } from '../../adapters/targets/targetPreset.ts';
import type { Kind } from '../../model/command.ts';
import type { Patience } from '../../model/oracle/hiddenSteps.ts';
import type { VaultSettings } from '../../model/vaultSettings.ts';
import type { Budget, StrategyName } from '../../properties/explore.ts';
import type { ProgressSetting } from '../../reports/terminal/progress.ts';
import type { ReportFormat } from '../../reports/writeReports.ts';

/** What to judge, how far, and where the log goes. */
export interface JudgeOptions {
  readonly preset: TargetPreset;
  readonly target: TargetOptions;
  /** What to explore, as far as the target has it. */
  readonly kinds: readonly Kind[];
  /** Settings of the vaults to explore, as far as the target has them. */
  readonly settings: readonly VaultSettings[];
  readonly seed: number;
  readonly strategies: readonly StrategyName[];
  readonly budget: Budget;
  readonly concurrency: number;
  readonly patience: Patience;
  readonly shrinkCalls: number;
  /** Signatures of divergences that are known. */
  readonly known: ReadonlySet<string>;
  /** Whether a rule is of interest; all are unless given. */
  readonly wanted?: (rule: string) => boolean;
  readonly out: string;
  readonly formats: readonly ReportFormat[];
  /** Where progress is shown. */
  readonly stream: ProgressSetting['stream'];
}
