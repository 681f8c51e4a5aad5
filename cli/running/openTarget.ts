import type { Adapter } from '../../adapters/adapter.ts';
import type { TargetOptions } from '../../adapters/targets/targetOptions.ts';
import type { TargetPreset } from '../../adapters/targets/targetPreset.ts';
import { TargetTrouble } from '../../adapters/targetTrouble.ts';

/** A target that can be asked, or why it cannot. */
export type OpenedTarget = { readonly adapter: Adapter } | { readonly reason: string };

/** Why a run ended that was told to. */
export const INTERRUPTED = 'the run was interrupted';

/**
 * Opens a target. That it cannot be asked is a result; only options that do not fit are thrown.
 * @param signal gives up waiting
 * @throws TargetTrouble (usage)
 */
export async function openTarget(
  preset: TargetPreset,
  options: TargetOptions,
  signal: AbortSignal,
): Promise<OpenedTarget> {
  const opening = preset.open(options);
  try {
    return await Promise.race([opening.then((adapter) => ({ adapter })), stopped(signal)]);
  } catch (error) {
    if (error instanceof TargetTrouble && error.kind !== 'usage') return { reason: error.message };
    throw error;
  } finally {
    // What opens after all, when nobody waits for it any more, is closed.
    if (signal.aborted)
      opening.then(
        (adapter) => adapter.close(),
        () => {},
      );
  }
}

function stopped(signal: AbortSignal): Promise<OpenedTarget> {
  const result: OpenedTarget = { reason: INTERRUPTED };
  return new Promise((resolve) => {
    if (signal.aborted) resolve(result);
    else signal.addEventListener('abort', () => resolve(result), { once: true });
  });
}
