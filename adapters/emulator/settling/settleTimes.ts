/** What takes time in the real service after the call that began it has been answered. */
export type Transition = 'delete' | 'recover' | 'purge' | 'issue' | 'purgeVault' | 'registerVault';

/** A point of a distribution: this share of all cases took at most so many seconds. */
type Quantile = readonly [share: number, seconds: number];

/**
 * How long the real service took, in seconds, from recorded traffic of secrets.
 * `delete`: DELETE until GET deleted answers 200 (1 616 cases). `recover`: POST recover until GET answers 200 (305).
 * `purge`: purge until the name can be restored (73); the last seconds at which it was refused bound the end.
 * `issue`: creation of a self-signed certificate until it is completed (1 389). `purgeVault`: purge of a vault until its
 * operation has succeeded (60, and one of 2025 that took ten minutes). `registerVault`: creation of a vault until it says
 * that it has succeeded (a few looks only).
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
  issue: [
    [0, 2],
    [0.5, 19],
    [0.9, 34],
    [1, 129],
  ],
  purgeVault: [
    [0, 6],
    [0.5, 22],
    [0.9, 357],
    [1, 602],
  ],
  registerVault: [
    [0, 14],
    [0.5, 23],
    [1, 30],
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
