import type { KeyRotationPolicyAction, KeyRotationPolicyProperties } from '@azure/keyvault-keys';
import type { Fields } from '../../../model/fields.ts';
import { given } from '../given.ts';
import { itemsOf, membersOf, textOf } from '../typedField.ts';

/** A key's rotation policy in the form that the library wants. */
export function rotationPolicyOf({ expiryTime, lifetimeActions }: Fields): KeyRotationPolicyProperties {
  const actions = itemsOf(lifetimeActions)?.map((item) => {
    const { action, trigger } = membersOf(item);
    const { timeAfterCreate, timeBeforeExpiry } = membersOf(trigger);
    const when = { timeAfterCreate: textOf(timeAfterCreate), timeBeforeExpiry: textOf(timeBeforeExpiry) };
    return { action: (textOf(membersOf(action).type) ?? '') as KeyRotationPolicyAction, ...given(when) };
  });
  return given({ expiresIn: textOf(expiryTime), lifetimeActions: actions });
}
