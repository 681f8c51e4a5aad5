import type { VaultSettings } from '../vaultSettings.ts';
import type { Place } from './place.ts';

/** What is known of a vault's settings: a setting that is absent is not known. */
export interface KnownSettings extends Partial<VaultSettings> {
  /** Where the vault stands, of one whose making was seen. */
  readonly place?: Place;
  /** Whether the retention is 90 days or fewer, where a level without days tells only that. */
  readonly customRetention?: boolean;
  /** Whether answers show the days, in a recording that does not tell the version that its client speaks (LM-07). */
  readonly showsDays?: boolean;
}

/** What both of two bodies of knowledge say. */
export function agreed(a: KnownSettings, b: KnownSettings): KnownSettings {
  const both = Object.entries(a).filter(([name, value]) => b[name as keyof KnownSettings] === value);
  return Object.fromEntries(both);
}

/** The two joined; undefined when they contradict each other. */
export function joined(a: KnownSettings, b: KnownSettings): KnownSettings | undefined {
  for (const [name, value] of Object.entries(b)) {
    const known = a[name as keyof KnownSettings];
    if (known !== undefined && known !== value) return undefined;
  }
  const union = { ...a, ...b };
  if (union.retentionDays === undefined || union.customRetention === undefined) return union;
  return union.customRetention === union.retentionDays < 90 ? union : undefined;
}
