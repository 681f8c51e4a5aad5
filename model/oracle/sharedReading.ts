import type { Attempt } from './explanation.ts';
import type { Judged } from './judged.ts';

/** The reading that every explanation of an answer shows; nothing where they show none, or not the same. */
export function sharedReading(fitting: readonly Attempt[]): Pick<Judged, 'reading'> {
  const [first, ...others] = fitting.map(({ outcome }) => outcome.reading);
  return first && others.every((other) => other?.join() === first.join()) ? { reading: first } : {};
}
