import type { Divergence, Expectation } from '../../model/event.ts';
import type { VaultSettings } from '../../model/vaultSettings.ts';
import { countOf } from './counts.ts';

/** Operations whose call does not name the object that they are judged by. */
const ABOUT_OTHERS = /^(?:Restore|List(?!.*Versions$))/;

/** How a name stands that is in a state of transition. */
const TRANSITIONS: { readonly [state: string]: string } = {
  deleting: 'being deleted',
  recovering: 'being recovered',
  purging: 'being purged',
};

/** Most answers that a sentence lists one by one. */
const MOST_LISTED = 3;
/** Most rules that a sentence names for one answer. */
const MOST_RULES = 3;

/** The call and the state it met: `SetSecret on a name that is deleted`. */
export function divergenceTitle(divergence: Divergence): string {
  const { operation, state } = divergence;
  if (state === '' || state === 'anything' || state === 'the vault') return operation;
  const standing = state.replace(/\b(?:deleting|recovering|purging)\b/g, (word) => TRANSITIONS[word] ?? word);
  return `${operation} ${ABOUT_OTHERS.test(operation) ? 'with' : 'on'} a name that is ${standing}`;
}

/** Rules in brackets after what they decide: ` (NR-01, ER-05 and 2 more)`; nothing for none. */
function inBrackets(rules: readonly string[]): string {
  if (rules.length === 0) return '';
  const more = rules.length - MOST_RULES;
  const named = rules.slice(0, MOST_RULES).join(', ');
  return more > 0 ? ` (${named} and ${more} more)` : ` (${named})`;
}

/** One allowed answer with its rules and when it is allowed: `409 Conflict (NR-01) while the deletion settles`. */
export function expectationPhrase({ answer, rules, when }: Expectation): string {
  return `${answer}${inBrackets(rules)}${when === undefined ? '' : ` ${when}`}`;
}

/** What the rules allow, as the end of a sentence. */
function allowance(expected: readonly Expectation[]): string {
  const phrases = expected.map(expectationPhrase);
  if (phrases.length === 0) return 'the rules allow no answer to it';
  if (phrases.length === 1) return `the rules allow only ${phrases[0]}`;
  if (phrases.length > MOST_LISTED) return `the rules allow only ${countOf(phrases.length, 'other answer')}`;
  return `the rules allow only ${phrases.slice(0, -1).join(', ')} or ${phrases.at(-1)}`;
}

/** What makes the request one to refuse, where a difference of status tells: `, with more than 15 tags,`. */
function reasonPhrase(differs: string): string {
  const reason = /^status .*?, for (.+)$/.exec(differs)?.[1];
  return reason === undefined ? '' : `, with ${reason},`;
}

/**
 * A divergence as one sentence that can stand alone. Where the status is wrong it says which answers are allowed;
 * otherwise these would read like the one that came, and it says what differs.
 */
export function divergenceSentence(divergence: Divergence): string {
  const { observed, expected, differs, rules } = divergence;
  const came = `${divergenceTitle(divergence)}${reasonPhrase(differs)} answered ${observed.answer}`;
  if (differs === '' || differs.startsWith('status')) return `${came}; ${allowance(expected)}.`;
  const told = rules.some((rule) => differs.includes(rule)) ? '' : inBrackets(rules);
  return `${came}: ${differs}${told}.`;
}

/** The settings of a vault in words. */
export function settingsPhrase(settings: VaultSettings): string {
  if (!settings.softDelete) return 'soft delete off';
  const protection = settings.purgeProtection ? 'on' : 'off';
  const { retentionDays, permissionModel, protectedSubscription } = settings;
  const access = permissionModel
    ? `, access by ${permissionModel === 'roles' ? 'roles' : 'its policies'}`
    : '';
  const subscription = protectedSubscription ? ', in an undeletable subscription' : '';
  return `retention ${countOf(retentionDays, 'day')}, purge protection ${protection}${access}${subscription}`;
}

/** How sure a divergence is, and how often it was seen. */
export function confirmationPhrase(divergence: Divergence): string {
  const seen = `seen ${divergence.count === 1 ? 'once' : `${divergence.count} times`}`;
  const known = divergence.known === true ? ', listed as known' : '';
  switch (divergence.confirmation) {
    case 'reproduced':
      return `${seen}, reproduced${known}`;
    case 'flaky':
      return `${seen}, did not come again when tried again${known}`;
    case 'recorded':
      return `${seen}, not tried again${known}`;
  }
}
