import { TargetTrouble } from '../targetTrouble.ts';
import type { TargetOptions } from './targetOptions.ts';

/**
 * For targets that let calls in without a token: the SDK's library sends no body before it was asked for a token, and
 * such a target takes that for the whole request.
 * @throws TargetTrouble (usage) when the library was asked for
 */
export function restOnly(id: string, options: TargetOptions): void {
  if (options.client !== 'sdk') return;
  throw new TargetTrouble(
    'usage',
    `${id} asks for no token, and @azure/keyvault-secrets sends no body before it is asked for one. Judge it over REST.`,
  );
}
