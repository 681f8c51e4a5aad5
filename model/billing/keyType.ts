/** What of a key's type its price depends on; what is absent is not known. */
export interface KeyType {
  readonly protection?: 'software' | 'hsm' | undefined;
  /** `rsa2048`: RSA of at most 2048 bits; `advanced`: any other key (BL-05). */
  readonly price?: 'rsa2048' | 'advanced' | undefined;
}
