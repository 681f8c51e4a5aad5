import type { Finding, SequenceRecord } from '../sequences/sequenceRecord.ts';
import { type Ground, type Recipe, replaySteps } from './replaySteps.ts';

/** A recipe that shows a divergence, and the run of it that showed it. */
export interface Shown {
  readonly recipe: Recipe;
  readonly record: SequenceRecord;
  readonly finding: Finding;
}

/** Runs a recipe and answers it, cut after the divergence of this signature; undefined when that does not show. */
export async function showAgain(
  ground: Ground,
  recipe: Recipe,
  purpose: 'reproduce' | 'shrink',
  signature: string,
): Promise<Shown | undefined> {
  const record = await replaySteps(ground, recipe, purpose, signature);
  const finding = record.findings.find(({ departure }) => departure.signature === signature);
  if (!finding) return undefined;
  return { recipe: { ...recipe, steps: recipe.steps.slice(0, finding.step + 1) }, record, finding };
}
