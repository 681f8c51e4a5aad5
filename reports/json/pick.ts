/** The fields of an object that are named and there; a log may hold more than a report promises. */
export function pick<Whole extends object, Key extends keyof Whole>(
  whole: Whole,
  ...keys: readonly Key[]
): Pick<Whole, Key> {
  const kept = keys.filter((key) => whole[key] !== undefined).map((key) => [key, whole[key]]);
  return Object.fromEntries(kept) as Pick<Whole, Key>;
}
