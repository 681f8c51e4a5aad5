import type { Answer } from '../../answer.ts';
import { type Content, ONLY_VERSION, UNKNOWN_CONTENT, versionById } from '../../world/content.ts';
import { type Facts, learn } from '../../world/facts.ts';
import { REGISTERED, VAULT_FIELDS } from './vaultFields.ts';

/** What is known of a vault itself. */
export function vaultFacts(content: Content): Facts {
  return versionById(content, ONLY_VERSION)?.facts ?? {};
}

/** A vault with these facts; it keeps what else is known of the one before. */
export function withFacts(facts: Facts, before: Content = UNKNOWN_CONTENT): Content {
  return { ...before, versions: [{ id: ONLY_VERSION, facts }], complete: true, currentKnown: true };
}

/** The vault as an answer shows it. */
export function learnVault(content: Content, facts: Facts, answer: Answer | undefined): Content {
  const shown = answer?.object?.fields;
  if (!shown) return withFacts(facts, content);
  const isRegistered = shown.provisioningState === REGISTERED;
  const learned = withRetention(learn(facts, shown, VAULT_FIELDS), facts);
  return withFacts(isRegistered ? { ...learned, provisioningState: REGISTERED } : learned, content);
}

/** OQ-06: older versions leave the retention out, which takes nothing from what newer ones showed. */
function withRetention(learned: Facts, before: Facts): Facts {
  const { softDeleteRetentionInDays: days } = before;
  return learned.softDeleteRetentionInDays === null && days !== undefined
    ? { ...learned, softDeleteRetentionInDays: days }
    : learned;
}
