import type { VaultSettings } from '../../model/vaultSettings.ts';
import type { Step } from '../steps/step.ts';
import type { NameForm, Proposal } from './strategy.ts';

const FORMS: readonly NameForm[] = ['longest', 'too-long', 'digit-first', 'hyphen-first', 'bad-character'];

const STEPS: readonly Step[] = [
  { call: 'set', slot: 0, input: { value: 'value' } },
  { call: 'get', slot: 0 },
  { call: 'delete', slot: 0 },
  { call: 'getDeleted', slot: 0 },
];

/** A short life for each form of name that has an edge of its own (LM-01), in a vault of the first settings. */
export function nameForms([settings]: readonly VaultSettings[]): readonly Proposal[] {
  if (!settings) return [];
  return FORMS.map((nameForm) => ({ settings, slots: 1, nameForm, next: (view) => STEPS[view.length] }));
}
