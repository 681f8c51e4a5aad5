import { TargetTrouble } from '../targetTrouble.ts';

/**
 * What names begin with in a vault that others use. Room is left for the rest of a name, which may have 127 characters
 * in all.
 * @throws TargetTrouble (usage) when names cannot begin with it
 */
export function checkedPrefix(prefix: string): string {
  if (/^[0-9A-Za-z-]{3,60}$/.test(prefix)) return prefix;
  throw new TargetTrouble(
    'usage',
    `"${prefix}" is not a prefix for names: 3 to 60 letters, digits and hyphens`,
  );
}
