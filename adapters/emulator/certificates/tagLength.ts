/** Characters that a tag's name or value may have on certificates. */
export const LONGEST_TAG = 256;
