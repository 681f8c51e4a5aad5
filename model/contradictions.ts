import type { Contradiction } from './contradiction.ts';
import { ACCESS_CONTRADICTIONS } from './contradictions/access.ts';
import { DELETION_CONTRADICTIONS } from './contradictions/deletion.ts';
import { NAME_CONTRADICTIONS } from './contradictions/names.ts';
import { RETENTION_CONTRADICTIONS } from './contradictions/retention.ts';
import { SERVICE_CONTRADICTIONS } from './contradictions/service.ts';

/** Every contradiction, by number. */
export const CONTRADICTIONS: readonly Contradiction[] = [
  ...RETENTION_CONTRADICTIONS,
  ...NAME_CONTRADICTIONS,
  ...DELETION_CONTRADICTIONS,
  ...ACCESS_CONTRADICTIONS,
  ...SERVICE_CONTRADICTIONS,
].toSorted((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)));
