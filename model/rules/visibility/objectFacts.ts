import type { Call } from '../../call.ts';
import type { Content, Version } from '../../world/content.ts';
import type { Facts } from '../../world/facts.ts';
import { ASKED } from '../certificates/askedPolicy.ts';

/** Everything known of what one version shows: its own fields, and those it shares with its object. */
export function objectFacts(call: Call, content: Content, version: Version | undefined): Facts {
  const facts = version?.facts ?? {};
  if (content.owned) return { ...facts, managed: true };
  const { certificate } = content;
  if (call.command.kind !== 'certificate' || !certificate) return facts;
  const { operation, policy, asked } = certificate;
  return {
    ...facts,
    ...(policy !== undefined && { policy }),
    ...(policy === undefined && asked !== undefined && { [ASKED]: asked }),
    // The operation is an object of its own that the certificate points to for as long as it is there (CR-06).
    ...(operation !== 'unknown' && {
      pending: operation === 'none' ? null : `certificates/${call.name}/pending`,
    }),
  };
}
