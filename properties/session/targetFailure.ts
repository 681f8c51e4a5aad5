/**
 * The target cannot be asked any more: too many calls in a row brought no answer that could be judged. The run ends
 * without a verdict on the target.
 */
export class TargetFailure extends Error {
  override readonly name = 'TargetFailure';
}
