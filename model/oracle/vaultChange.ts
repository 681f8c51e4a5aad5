import type { Answer } from '../answer.ts';
import type { Command } from '../command.ts';
import { vaultFacts } from '../rules/vaults/vaultContent.ts';
import { settingsOf } from '../rules/vaults/vaultSettings.ts';
import type { Window } from '../window.ts';
import type { Facts } from '../world/facts.ts';
import { agreed, type KnownSettings } from '../world/knownSettings.ts';
import type { ObjectState } from '../world/objectState.ts';
import type { Place } from '../world/place.ts';

/** What a call to the management plane did to the objects of a vault. */
export type VaultChange =
  /** There is a new vault, with nothing in it (NR-07). */
  | {
      readonly what: 'made';
      readonly settings: KnownSettings;
      /** When it was made, where its name is not known yet to those who look for it (VT-02). */
      readonly registering?: Window;
    }
  /** The vault is there, with what it had (VT-10). */
  | {
      readonly what: 'kept';
      readonly settings: KnownSettings;
      /** When this was known. */
      readonly at?: Window;
    }
  /** The vault is there: a new one, or the one that was there with what it had. */
  | { readonly what: 'made or kept'; readonly settings: KnownSettings }
  /** Nobody can reach the vault: it is deleted, or there is none (DL-09). */
  | { readonly what: 'gone' }
  /** It may be there or not. */
  | { readonly what: 'unknown' };

/** What a call about a vault did to its objects, by the states that the vault may have been in and may be in now. */
export function vaultChange(
  command: Command,
  answer: Answer | undefined,
  before: readonly ObjectState[],
  after: readonly ObjectState[],
): VaultChange {
  const live = after.flatMap((state) => (state.phase === 'live' ? [state] : []));
  if (live.length === 0) return { what: 'gone' };
  if (live.length < after.length) return { what: 'unknown' };
  const settings = live.map(({ content }) => settingsOf(vaultFacts(content))).reduce(agreed);
  return { what: isNew(command, answer, before) ? 'made' : 'kept', settings };
}

/** The same for a call whose every predecessor was seen, so that what is possible is told apart from what is likely. */
export function seenChange(
  command: Command,
  answer: Answer | undefined,
  before: readonly ObjectState[],
  after: readonly ObjectState[],
  at: Window,
): VaultChange {
  const change = placed(vaultChange(command, answer, before, after), after);
  const isRegistering = answer?.object?.fields.provisioningState === 'RegisteringDns';
  if (change.what === 'made') return isRegistering ? { ...change, registering: at } : change;
  if (change.what !== 'kept') return change;
  const mayBeNew = command.op === 'create' && before.some(({ phase }) => phase === 'absent');
  return mayBeNew ? { what: 'made or kept', settings: change.settings } : { ...change, at };
}

/** The change with where the vault stands, as calls about it have told. */
function placed(change: VaultChange, after: readonly ObjectState[]): VaultChange {
  if (!('settings' in change)) return change;
  const [place] = after.flatMap((state) => ('content' in state ? placeOf(vaultFacts(state.content)) : []));
  return place ? { ...change, settings: { ...change.settings, place } } : change;
}

function placeOf({ subscription, location }: Facts): readonly Place[] {
  if (typeof subscription !== 'string' || typeof location !== 'string') return [];
  return [{ subscription, location: location.toLowerCase().replaceAll(' ', '') }];
}

function isNew(command: Command, answer: Answer | undefined, before: readonly ObjectState[]): boolean {
  if (command.op !== 'create') return false;
  if (before.every(({ phase }) => phase === 'absent' || phase === 'purging')) return true;
  // VT-02: of a vault whose name was in unknown use, only the service tells whether it is new.
  return before.length > 1 && answer?.object?.fields.provisioningState === 'RegisteringDns';
}
