/**
 * Why a target cannot be asked: the options do not fit together, nobody answers, its certificate is not accepted,
 * it does not accept the caller's token, or it refused what a run needs of it (a vault, its clock).
 */
export type TroubleKind = 'usage' | 'unreachable' | 'certificate' | 'authentication' | 'refused';

/**
 * The target cannot be asked, so nothing can be judged. The message names what, where and the way out; it never
 * carries a token, a key or a secret's value.
 */
export class TargetTrouble extends Error {
  override readonly name = 'TargetTrouble';
  readonly kind: TroubleKind;

  constructor(kind: TroubleKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}
