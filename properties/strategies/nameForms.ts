import type { ObjectKind } from '../../model/command.ts';
import type { VaultSettings } from '../../model/vaultSettings.ts';
import type { Step } from '../steps/step.ts';
import type { NameForm, Proposal } from './strategy.ts';

const FORMS: readonly NameForm[] = ['longest', 'too-long', 'digit-first', 'hyphen-first', 'bad-character'];

const BIRTHS: Readonly<Partial<Record<ObjectKind, Step>>> = {
  secret: { call: 'set', slot: 0, input: { value: 'value' } },
  key: { call: 'create', slot: 0, input: { kty: 'EC', crv: 'P-256' } },
};

const REST: readonly Step[] = [
  { call: 'get', slot: 0 },
  { call: 'delete', slot: 0 },
  { call: 'getDeleted', slot: 0 },
];

/** A short life for each form of name that has an edge of its own (LM-01), in a vault of the first settings. */
export function nameForms(kind: ObjectKind, [settings]: readonly VaultSettings[]): readonly Proposal[] {
  const birth = BIRTHS[kind];
  if (!settings || !birth) return [];
  const steps = [birth, ...REST];
  return FORMS.map((nameForm) => ({
    settings,
    kind,
    slots: 1,
    nameForm,
    next: (view) => steps[view.length],
  }));
}
