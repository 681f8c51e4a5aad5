import fc from 'fast-check';
import type { VaultSettings } from '../../model/vaultSettings.ts';

/** An arbitrary of settings, for fast-check: the more can happen in a vault of them, the more often. */
export function drawnSettings(settings: readonly VaultSettings[]): fc.Arbitrary<VaultSettings> {
  return fc.oneof(...settings.map((one) => ({ weight: weightOf(one), arbitrary: fc.constant(one) })));
}

function weightOf({ softDelete, purgeProtection }: VaultSettings): number {
  if (!softDelete) return 1;
  return purgeProtection ? 2 : 3;
}
