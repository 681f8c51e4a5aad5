import { TargetTrouble } from '../targetTrouble.ts';
import { anyUrl } from './anyUrl.ts';
import { azure } from './azure.ts';
import { calvinchengx } from './calvinchengx.ts';
import { embedded } from './embedded.ts';
import { lowkeyVault } from './lowkeyVault.ts';
import { miniblue } from './miniblue.ts';
import { pacorreia } from './pacorreia.ts';
import { plainUrl } from './plainUrl.ts';
import type { TargetPreset } from './targetPreset.ts';

/** All targets that the harness knows, the embedded one first. */
export const TARGETS: readonly TargetPreset[] = [
  embedded,
  azure,
  lowkeyVault,
  calvinchengx,
  pacorreia,
  miniblue,
  plainUrl,
];

/**
 * The preset that a user names; a URL is the target `url`.
 * @throws TargetTrouble (usage) for a name that nobody knows
 */
export function targetNamed(name: string): TargetPreset {
  if (/^https?:\/\//i.test(name)) return anyUrl;
  const preset = TARGETS.find(({ id }) => id === name);
  if (preset) return preset;
  const known = TARGETS.map(({ id }) => id).join(', ');
  throw new TargetTrouble('usage', `there is no target "${name}": it is one of ${known}, or a URL`);
}
