import type { CertificateContent, Content, Version } from './content.ts';
import { type Facts, sameJson } from './facts.ts';
import type { ObjectState } from './objectState.ts';

/**
 * What may be believed of an object after an answer that was wrong about some fields: all that it showed, and of those
 * fields nothing, where it showed something else than what should have been. What was shown wrongly need not be kept
 * wrongly, so either may come next.
 * @param shown the state as the answer shows it
 * @param due the state that the rules lead to
 * @param fields the fields that the answer was wrong about, at any depth
 */
export function undecided(shown: ObjectState, due: ObjectState, fields: ReadonlySet<string>): ObjectState {
  if (!('content' in shown)) return shown;
  return { ...shown, content: contentOf(shown.content, 'content' in due ? due.content : undefined, fields) };
}

function contentOf(shown: Content, due: Content | undefined, fields: ReadonlySet<string>): Content {
  const versions = shown.versions.map((version, i) => ({
    ...version,
    facts: factsOf(version.facts, counterpart(version, i - shown.versions.length, due)?.facts ?? {}, fields),
  }));
  const { certificate } = shown;
  return { ...shown, versions, ...(certificate && { certificate: certificateOf(certificate, due, fields) }) };
}

/** The same version where the rules lead; one whose id no answer has shown has its place there. */
function counterpart({ id }: Version, place: number, due: Content | undefined): Version | undefined {
  const versions = due?.versions ?? [];
  return versions.find((version) => id !== undefined && version.id === id) ?? versions.at(place);
}

function factsOf(shown: Facts, due: Facts, fields: ReadonlySet<string>): Facts {
  const kept = Object.entries(shown).filter(
    ([field, value]) => !fields.has(field) || (field in due && sameJson(due[field], value)),
  );
  return Object.fromEntries(kept);
}

function certificateOf(
  { policy, operation, ...rest }: CertificateContent,
  due: Content | undefined,
  fields: ReadonlySet<string>,
): CertificateContent {
  const isKept =
    policy !== undefined && (!fields.has('policy') || sameJson(policy, due?.certificate?.policy));
  return {
    ...rest,
    ...(isKept && { policy }),
    operation: operationOf(operation, fields),
  };
}

/** Where an answer was wrong to show an operation, or none, nobody knows whether there is one. */
function operationOf(
  shown: CertificateContent['operation'],
  fields: ReadonlySet<string>,
): CertificateContent['operation'] {
  if (fields.has('pending')) return 'unknown';
  return typeof shown === 'object' ? { ...shown, facts: factsOf(shown.facts, {}, fields) } : shown;
}
