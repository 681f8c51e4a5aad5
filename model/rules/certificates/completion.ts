import type { CertificateOperation, Content } from '../../world/content.ts';

/**
 * What may have become of a certificate's operation unseen (CR-07): it is still under way, it completed, it failed, or
 * it was cancelled after that was asked for. Completion makes a version of a new id; the placeholder goes (recordings:
 * 44 of 44 had another id before).
 */
export function completions(content: Content): readonly Content[] {
  const { certificate } = content;
  const operation = certificate?.operation;
  if (!certificate || typeof operation !== 'object' || operation.status !== 'inProgress') return [content];
  const over = (status: CertificateOperation['status']): CertificateOperation => ({ ...operation, status });
  const rest: Content[] = [{ ...content, certificate: { ...certificate, operation: over('failed') } }];
  if (operation.facts.cancellation_requested === true) {
    rest.push({ ...content, certificate: { ...certificate, operation: over('cancelled') } });
  }
  // With the issuer `Unknown` somebody else signs, and only a merge completes it.
  if (operation.issuer === 'Unknown') return [content, ...rest];
  const versions = certificate.isPlaceholder ? [] : content.versions;
  const completed: Content = {
    ...content,
    versions: [...versions, { facts: { managed: null, ...operation.made } }],
    currentKnown: true,
    certificate: { ...certificate, operation: over('completed'), isPlaceholder: false },
  };
  return [content, completed, ...rest];
}
