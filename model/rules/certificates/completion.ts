import type { CertificateContent, CertificateOperation, Content } from '../../world/content.ts';
import type { Facts } from '../../world/facts.ts';

/**
 * What may have become of a certificate's operation unseen (CR-07): it is still under way, it completed, it failed, or
 * it was cancelled after that was asked for. Completion makes a version of a new id; the placeholder goes (recordings:
 * 44 of 44 had another id before). One of which nothing is known may be under way too.
 */
export function completions(content: Content): readonly Content[] {
  const { certificate } = content;
  if (certificate?.operation === 'unknown') {
    const operation: CertificateOperation = { status: 'completed', facts: {} };
    return [content, completed(content, { ...certificate, operation }, {})];
  }
  const operation = certificate?.operation;
  if (!certificate || typeof operation !== 'object' || operation.status !== 'inProgress') return [content];
  const over = (status: CertificateOperation['status']): CertificateContent => ({
    ...certificate,
    operation: { ...operation, status },
  });
  const rest: Content[] = [{ ...content, certificate: over('failed') }];
  if (operation.facts.cancellation_requested === true) {
    rest.push({ ...content, certificate: over('cancelled') });
  }
  // With the issuer `Unknown` somebody else signs, and only a merge completes it.
  if (operation.issuer === 'Unknown') return [content, ...rest];
  return [content, completed(content, over('completed'), operation.made), ...rest];
}

/** The content once its operation has made a version of which these facts are known. */
function completed(content: Content, certificate: CertificateContent, made: Facts | undefined): Content {
  const versions = certificate.isPlaceholder === false ? content.versions : [];
  return {
    ...content,
    versions: [...versions, { facts: { managed: null, ...made } }],
    currentKnown: true,
    certificate: { ...certificate, isPlaceholder: false },
  };
}
