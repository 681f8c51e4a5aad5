import { keyErrors } from '../../keys/keyErrors.ts';
import { isHsm } from '../../keys/keyType.ts';
import { shapeOf } from '../../keys/material/privateKey.ts';
import { given, isBoolean, readObjectProperties, section } from '../../objects/objectBody.ts';
import { newObject } from '../../objects/storedObject.ts';
import { type Answer, ok } from '../../requests/answer.ts';
import type { VaultRequest } from '../../requests/vaultRequest.ts';
import { certificateBundle } from '../certificateBundle.ts';
import { certificateErrors } from '../certificateErrors.ts';
import { certificateLifecycle } from '../certificateLifecycle.ts';
import { type ImportedCertificate, readImport } from '../importing/readImport.ts';
import { checkNamesFree, linkVersion } from '../linked/linkedObjects.ts';
import type { CertificatePolicy } from '../policy/certificatePolicy.ts';
import { readPolicy } from '../policy/readPolicy.ts';
import type { CertificateVersion, StoredCertificate } from '../storedCertificate.ts';
import { LONGEST_TAG } from '../tagLength.ts';

/** POST /certificates/{name}/import: takes in a certificate with its private key, as a new one or as a new version of a live one. */
export function importCertificate(request: VaultRequest): Answer {
  const { vault, service, name, now } = request;
  const body = request.body();
  const { tags } = readObjectProperties(body, LONGEST_TAG);
  const imported = readImport(body, now);
  const existing = certificateLifecycle(request).settable(name, 'import');
  if (existing === undefined) checkNamesFree(request);
  if (existing?.operation?.status === 'inProgress') throw certificateErrors.inProgress();
  const policy = importedPolicy(request, imported, existing);
  const { notBefore, expires } = imported.described;
  const version: CertificateVersion = {
    id: service.versionIds.next(),
    der: imported.certificates[0],
    tags,
    enabled: given(section(body.attributes).enabled, isBoolean) ?? true,
    notBefore,
    expires,
    created: now,
    updated: now,
  };
  const certificate = existing ?? newCertificate(request, policy);
  certificate.versions.push(version);
  certificate.policy = policy;
  // The operation of a version before it is not this one's.
  certificate.operation = undefined;
  linkVersion(vault, certificate, version, { ...imported, policy });
  return ok(certificateBundle(request, certificate));
}

function newCertificate({ vault, name }: VaultRequest, policy: CertificatePolicy): StoredCertificate {
  const certificate: StoredCertificate = { ...newObject(name, []), policy, operation: undefined };
  vault.certificates.add(certificate);
  return certificate;
}

/** The policy of an imported certificate: what it says of itself, and what the client says of key, secret and renewal. */
function importedPolicy(
  request: VaultRequest,
  { key, contentType, described }: ImportedCertificate,
  existing: StoredCertificate | undefined,
): CertificatePolicy {
  const { now, vault } = request;
  const { key_props, ...wanted } = section(request.body().policy);
  const { exportable, reuse_key, kty } = section(key_props);
  const read = readPolicy({ ...wanted, x509_props: undefined, key_props: { exportable, reuse_key } }, now);
  const hsm = kty === `${key.kty}-HSM`;
  const type = hsm ? (`${key.kty}-HSM` as const) : key.kty;
  if (isHsm(type) && vault.resource.sku === 'standard') throw keyErrors.hardwareKey();
  const shape = shapeOf(key);
  return {
    ...read,
    ...described.policy,
    kty: type,
    ...(shape.family === 'RSA'
      ? { keySize: shape.bits, curve: undefined }
      : { keySize: Number(shape.curve.replace(/\D/g, '')), curve: shape.curve }),
    contentType,
    created: existing?.policy.created ?? now,
  };
}
