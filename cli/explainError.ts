import { RecordingError } from '../adapters/recordings/recordingError.ts';
import { TargetTrouble } from '../adapters/targetTrouble.ts';
import { TargetFailure } from '../properties/session/targetFailure.ts';
import { FileError } from '../reports/files/fileError.ts';
import { LogError } from '../reports/log/logError.ts';
import { EXIT } from './exitCode.ts';
import { UsageError } from './usageError.ts';

/** What a user is told of an error: never a stack trace. */
export interface Explanation {
  readonly text: string;
  readonly exitCode: number;
}

/** What went wrong, in one line, and what the process should end with. */
export function explainError(error: unknown): Explanation {
  const text = error instanceof Error ? error.message : String(error);
  if (error instanceof UsageError) return { text, exitCode: EXIT.usage };
  if (error instanceof TargetTrouble) {
    return { text, exitCode: error.kind === 'usage' ? EXIT.usage : EXIT.inconclusive };
  }
  if (error instanceof TargetFailure || error instanceof LogError || error instanceof FileError) {
    return { text, exitCode: EXIT.inconclusive };
  }
  if (error instanceof RecordingError) return { text, exitCode: EXIT.usage };
  const where = error instanceof Error ? (error.stack?.split('\n')[1]?.trim() ?? '') : '';
  return { text: `a fault of this program: ${text} (${where})`, exitCode: EXIT.inconclusive };
}
