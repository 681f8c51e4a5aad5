import type { Answer } from '../../answer.ts';
import type { Call } from '../../call.ts';
import type { Fields } from '../../fields.ts';
import {
  type CertificateContent,
  type Content,
  nameVersion,
  ONLY_VERSION,
  putVersion,
  versionById,
} from '../../world/content.ts';
import { type Facts, learn } from '../../world/facts.ts';
import type { KnownSettings } from '../../world/knownSettings.ts';
import { settingsShown } from '../purgeProtection/recoveryLevel.ts';
import { hasVersions, type View, viewFields } from './objectViews.ts';

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
  if (!seen) return content;
  const id = hasVersions(call.command.kind) ? seen.version : ONLY_VERSION;
  if (id === undefined) return content;
  const named = nameVersion(content, id, withoutShared(seen.fields), isCurrent);
  const known = versionById(named, id)?.facts ?? {};
  const facts = learn(known, seen.fields, viewFields(call.command.kind, view));
  const learned = putVersion(named, { id, facts: ownFacts(facts) }, isCurrent);
  if (call.command.kind !== 'certificate') return learned;
  return { ...learned, certificate: learnCertificate(learned.certificate, seen.fields, view) };
}

/** What speaks of the version alone; its level and its policy are not its own. */
function withoutShared(fields: Fields): Fields {
  const { policy: _policy, pending: _pending, ...own } = fields;
  return own;
}

/** The facts of a version alone, without those that the whole object shares. */
function ownFacts({ policy: _policy, pending: _pending, ...facts }: Facts): Facts {
  return facts;
}

function learnCertificate(
  known: CertificateContent | undefined,
  fields: Fields,
  view: View,
): CertificateContent {
  const shows = viewFields('certificate', view);
  const { policy = known?.policy } = fields;
  const operation = !shows.includes('pending')
    ? (known?.operation ?? 'unknown')
    : fields.pending === undefined
      ? 'none'
      : known === undefined || known.operation === 'none'
        ? 'unknown'
        : known.operation;
  const isPlaceholder = fields.cer === undefined && (known?.isPlaceholder ?? true);
  const asked = policy === undefined ? known?.asked : undefined;
  return {
    operation,
    isPlaceholder,
    ...(policy !== undefined && { policy }),
    ...(asked !== undefined && { asked }),
  };
}

/** What an answer about one object tells of its vault's settings. */
export function tellsSettings(answer: Answer): KnownSettings {
  const { fields = {} } = answer.object ?? {};
  const showsDays =
    fields.recoveryLevel === undefined ? {} : { showsDays: fields.recoverableDays !== undefined };
  return { ...settingsShown(fields), ...showsDays };
}
