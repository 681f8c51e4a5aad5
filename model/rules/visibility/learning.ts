import type { Answer } from '../../answer.ts';
import type { Call } from '../../call.ts';
import { type Content, nameVersion, putVersion, versionById } from '../../world/content.ts';
import { learn } from '../../world/facts.ts';
import type { KnownSettings } from '../../world/knownSettings.ts';
import { settingsShown } from '../purgeProtection/recoveryLevel.ts';
import { type View, viewFields } from './objectViews.ts';

/**
 * The content with what an answer shows of one version, as far as its view shows fields.
 * @param isCurrent whether the version shown is the current one
 */
export function learnObject(
  call: Call,
  content: Content,
  answer: Answer | undefined,
  view: View,
  isCurrent: boolean,
): Content {
  const seen = answer?.object;
  if (seen?.version === undefined) return content;
  const named = nameVersion(content, seen.version);
  const known = versionById(named, seen.version)?.facts ?? {};
  const facts = learn(known, seen.fields, viewFields(call.command.kind, view));
  return putVersion(named, { id: seen.version, facts }, isCurrent);
}

/** What an answer about one object tells of its vault's settings. */
export function tellsSettings(answer: Answer): KnownSettings {
  return settingsShown(answer.object?.fields ?? {}) ?? {};
}
