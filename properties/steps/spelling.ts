/** How a name is spelled in a step: as it was chosen, or with its letters in the other case (NR-04). */
export type Spelling = 'other-case';
