import { createHash } from 'node:crypto';
import { attributesOf, datesOf, deletionOf } from '../objects/objectAttributes.ts';
import { type ObjectView, objectId } from '../objects/objectView.ts';
import { latestVersion } from '../objects/storedObject.ts';
import { CERTIFICATE } from './certificateKind.ts';
import { policyBundle } from './policy/policyBundle.ts';
import type { CertificateVersion, StoredCertificate } from './storedCertificate.ts';

/** A version without the policy: what is shown where the path names the version. */
export function certificateVersionBundle(
  view: ObjectView,
  { name }: StoredCertificate,
  version: CertificateVersion,
): object {
  const issued = version.der !== undefined;
  return {
    id: certificateId(view, name, version),
    kid: issued ? `${view.baseUrl}/keys/${name}/${version.id}` : undefined,
    sid: issued ? `${view.baseUrl}/secrets/${name}/${version.id}` : undefined,
    x5t: thumbprint(version),
    cer: version.der,
    attributes: attributesOf(view, version),
    tags: version.tags,
  };
}

/** A version as its change answers: without the policy, with the address of its making while that is kept. */
export function changedVersionBundle(
  view: ObjectView,
  certificate: StoredCertificate,
  version: CertificateVersion,
): object {
  return { ...certificateVersionBundle(view, certificate, version), pending: pendingOf(view, certificate) };
}

function pendingOf(view: ObjectView, { name, operation }: StoredCertificate): object | undefined {
  return operation && { id: `${objectId(view, CERTIFICATE, name)}/pending` };
}

/** The latest version with the policy, and the address of its making while that is kept. */
export function certificateBundle(view: ObjectView, certificate: StoredCertificate): object {
  const { name, policy } = certificate;
  return {
    ...certificateVersionBundle(view, certificate, latestVersion(certificate)),
    policy: policyBundle(view, name, policy),
    pending: pendingOf(view, certificate),
  };
}

/** A deleted certificate: the answer of delete and get deleted. */
export function deletedCertificateBundle(view: ObjectView, certificate: StoredCertificate): object {
  return { ...deletionOf(view, CERTIFICATE, certificate), ...certificateBundle(view, certificate) };
}

/** An item in the list of live certificates; recovery is not shown there. */
export function certificateItem(view: ObjectView, certificate: StoredCertificate): object {
  return listed(view, objectId(view, CERTIFICATE, certificate.name), latestVersion(certificate));
}

/** An item in a list of versions. */
export function certificateVersionItem(
  view: ObjectView,
  { name }: StoredCertificate,
  version: CertificateVersion,
): object {
  return listed(view, certificateId(view, name, version), version);
}

/** An item in the list of deleted certificates; recovery is shown there. */
export function deletedCertificateItem(view: ObjectView, certificate: StoredCertificate): object {
  const version = latestVersion(certificate);
  return {
    ...deletionOf(view, CERTIFICATE, certificate),
    id: objectId(view, CERTIFICATE, certificate.name),
    x5t: thumbprint(version),
    attributes: attributesOf(view, version),
    tags: version.tags,
  };
}

/** The address of a version. */
export function certificateId(view: ObjectView, name: string, version: CertificateVersion): string {
  return objectId(view, CERTIFICATE, name, version.id);
}

/** The subject is always empty, as in the service; versions of the API before 7.0 do not have it. */
function listed(view: ObjectView, id: string, version: CertificateVersion): object {
  return {
    id,
    x5t: thumbprint(version),
    attributes: datesOf(version),
    tags: version.tags,
    subject: view.api.showsSubject ? '' : undefined,
  };
}

/** The SHA-1 of the certificate, in base64url. */
function thumbprint({ der }: CertificateVersion): string | undefined {
  if (der === undefined) return undefined;
  return createHash('sha1').update(Buffer.from(der, 'base64')).digest('base64url');
}
