import { createHash } from 'node:crypto';
import type { Divergence } from '../../model/event.ts';

/**
 * The file name of a divergence's script: what it is about in plain characters, and eight digits of the signature's
 * SHA-256, so that equal divergences of different runs have equal names. `set-secret-deleted-1a2b3c4d.sh`
 */
export function scriptName(divergence: Divergence): string {
  const about = `${divergence.operation.replace(/(?<=[a-z])(?=[A-Z])/g, '-')} ${divergence.state}`
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  const digest = createHash('sha256').update(divergence.signature).digest('hex').slice(0, 8);
  return `${about === '' ? 'divergence' : about}-${digest}.sh`;
}
