/** Whether Azure takes it for a vault's name: 3 to 24 letters, digits and hyphens, first a letter, last no hyphen, no two hyphens in a row (VT-01). */
export function isVaultName(name: string): boolean {
  return /^[a-z](?!.*--)[0-9a-z-]{1,22}[0-9a-z]$/i.test(name);
}
