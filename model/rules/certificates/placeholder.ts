import type { Call } from '../../call.ts';
import type { Content } from '../../world/content.ts';

/** Whether what is there may be no more than the place of a certificate that is being made (CR-07). */
export function mayBePlaceholder({ command }: Call, { certificate }: Content): boolean {
  return command.kind === 'certificate' && certificate?.isPlaceholder !== false;
}
