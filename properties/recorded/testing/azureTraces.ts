import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FOLDER = new URL('../../../../shared/azure-traces/', import.meta.url);

/** The recordings of the real service that stand beside a checkout; empty where there are none. */
export function azureTraces(): readonly string[] {
  if (!existsSync(FOLDER)) return [];
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.jsonl.gz'))
    .map((name) => fileURLToPath(new URL(name, FOLDER)));
}

/** What a test says that has nothing to judge. */
export const NO_TRACES: string = `There are no recordings of the service in ${fileURLToPath(FOLDER)}: nothing was judged.`;
