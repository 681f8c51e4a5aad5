/** What takes time in the real service after the call that began it has been answered. */
export type Transition = 'delete' | 'recover' | 'purge';

/** A point of a distribution: this share of all cases took at most so many seconds. */
type Quantile = readonly [share: number, seconds: number];

/**
 * How long the real service took, in seconds, from recorded traffic of secrets.
 * `delete`: DELETE until GET deleted answers 200 (1 616 cases). `recover`: POST recover until GET answers 200 (305).
 * `purge`: purge until the name can be restored (73); the last seconds at which it was refused bound the end.
 */
const OBSERVED: Readonly<Record<Transition, readonly Quantile[]>> = {
  delete: [
    [0, 0],
    [0.1, 5],
    [0.5, 16],
    [0.9, 41],
    [0.99, 115],
    [1, 149],
  ],
  recover: [
    [0, 0],
    [0.1, 6],
    [0.5, 17],
    [0.9, 30],
    [0.99, 72],
    [1, 81],
  ],
  purge: [
    [0, 0],
    [0.1, 5],
    [0.5, 20],
    [0.9, 34],
    [1, 69],
  ],
};

/**
 * The settle time at a place of the distribution, by straight lines between the observed quantiles.
 * @param share from 0 (the quickest ever seen) to 1 (the slowest).
 * @returns whole seconds.
 */
export function settleTime(transition: Transition, share: number): number {
  const quantiles = OBSERVED[transition];
  let [fromShare, fromSeconds]: Quantile = [0, 0];
  for (const [toShare, toSeconds] of quantiles) {
    if (share <= toShare) {
      const part = toShare === fromShare ? 0 : (share - fromShare) / (toShare - fromShare);
      return Math.round(fromSeconds + part * (toSeconds - fromSeconds));
    }
    [fromShare, fromSeconds] = [toShare, toSeconds];
  }
  return fromSeconds;
}
