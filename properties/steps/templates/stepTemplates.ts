import type { ObjectKind } from '../../../model/command.ts';
import type { Patience } from '../../../model/oracle/hiddenSteps.ts';
import { CERTIFICATE_TEMPLATES } from './certificateTemplates.ts';
import { CONTACTS_TEMPLATES } from './contactsTemplates.ts';
import { ISSUER_TEMPLATES } from './issuerTemplates.ts';
import { KEY_TEMPLATES } from './keyTemplates.ts';
import { SECRET_TEMPLATES } from './secretTemplates.ts';
import { SHARED_TEMPLATES } from './sharedTemplates.ts';
import type { StepTemplate } from './stepTemplate.ts';

const BY_KIND: Readonly<Record<'secret' | 'key' | 'certificate', readonly StepTemplate[]>> = {
  secret: SECRET_TEMPLATES,
  key: KEY_TEMPLATES,
  certificate: CERTIFICATE_TEMPLATES,
};

/** Every kind of step that a kind can be asked; the passing of time only where there is a clock that can be moved. */
export function stepTemplates(
  kind: ObjectKind,
  hasClock: boolean,
  patience: Patience,
): readonly StepTemplate[] {
  // SD-10: what is not soft-deleted has no timers.
  if (kind === 'issuer') return ISSUER_TEMPLATES;
  if (kind === 'contacts') return CONTACTS_TEMPLATES;
  const [birth, ...others] = BY_KIND[kind];
  const all = [...SHARED_TEMPLATES, SETTLE, ...(hasClock ? times(patience) : []), ...others];
  return birth ? [birth, ...all] : all;
}

const SETTLE: StepTemplate = { label: 'settle', tier: 'time', make: (slot) => ({ settle: { slot } }) };

function times(patience: Patience): readonly StepTemplate[] {
  return [
    { label: 'a day passes', tier: 'time', make: () => ({ advance: { seconds: 86_400 } }) },
    purgeInstant('until the second before the scheduled purge', -1),
    purgeInstant('until the scheduled purge', 0),
    purgeInstant('until the scheduled purge is overdue', patience.purgeLag + 3),
  ];
}

function purgeInstant(label: string, fromScheduledPurge: number): StepTemplate {
  return { label, tier: 'time', make: (slot) => ({ advance: { slot, fromScheduledPurge } }) };
}
