import { badParameter } from '../../errors/badParameter.ts';
import { keyErrors } from '../../keys/keyErrors.ts';
import { isHsm } from '../../keys/keyType.ts';
import { given, isBoolean, readObjectProperties, section } from '../../objects/objectBody.ts';
import { newObject } from '../../objects/storedObject.ts';
import type { Answer } from '../../requests/answer.ts';
import type { VaultRequest } from '../../requests/vaultRequest.ts';
import { certificateErrors } from '../certificateErrors.ts';
import { certificateLifecycle } from '../certificateLifecycle.ts';
import { validityOf } from '../issuing/selfSigned.ts';
import { checkNamesFree, linkVersion } from '../linked/linkedObjects.ts';
import { beginOperation, keyForNext } from '../pending/beginOperation.ts';
import type { CertificateOperation } from '../pending/certificateOperation.ts';
import { operationBundle } from '../pending/operationBundle.ts';
import type { CertificatePolicy } from '../policy/certificatePolicy.ts';
import { checkIssuable, readPolicy } from '../policy/readPolicy.ts';
import type { CertificateVersion, StoredCertificate } from '../storedCertificate.ts';
import { LONGEST_TAG } from '../tagLength.ts';

/** POST /certificates/{name}/create: begins to make a new certificate, or a new version of a live one. */
export async function createCertificate(request: VaultRequest): Promise<Answer> {
  const { vault } = request;
  const body = request.body();
  const { tags } = readObjectProperties(body, LONGEST_TAG);
  const enabled = given(section(body.attributes).enabled, isBoolean) ?? true;
  const policy = wantedPolicy(request, admitted(request));
  const key = await keyForNext(request, admitted(request), policy);
  // While the key was made, somebody else may have taken the name.
  const existing = admitted(request);
  const operation = beginOperation(request, { policy, key, tags, enabled });
  const certificate = existing ?? placeholder(request, operation);
  certificate.policy = policy;
  certificate.operation = operation;
  if (operation.settlesAt !== undefined) vault.unsettled.add(certificate);
  return accepted(request, certificate.name, operation);
}

/** Throws unless a version may be made under the request's name; returns the live certificate that is there. */
function admitted(request: VaultRequest): StoredCertificate | undefined {
  const existing = certificateLifecycle(request).settable(request.name, 'create');
  if (existing === undefined) checkNamesFree(request);
  if (existing?.operation?.status === 'inProgress') throw certificateErrors.inProgress();
  return existing;
}

/** The policy to make it by: that of the body, or the one that the certificate has. Throws a 400 where it cannot be followed. */
function wantedPolicy(request: VaultRequest, existing: StoredCertificate | undefined): CertificatePolicy {
  const { policy: given } = request.body();
  if (given === undefined && existing === undefined)
    throw badParameter('The parameter policy is not specified.');
  const read = readPolicy(section(given), request.now, given === undefined ? existing?.policy : undefined);
  const policy = { ...read, created: existing?.policy.created ?? read.created };
  checkIssuable(policy);
  const issuer = policy.issuer.toLowerCase();
  if (issuer !== 'self' && issuer !== 'unknown' && !request.vault.issuers.has(issuer)) {
    throw certificateErrors.unknownIssuer(policy.issuer);
  }
  if (isHsm(policy.kty) && request.vault.resource.sku === 'standard') throw keyErrors.hardwareKey();
  return policy;
}

/** A certificate whose first version is not issued yet: a version stands in for it, disabled, with key and secret. */
function placeholder(request: VaultRequest, { policy, key, tags }: CertificateOperation): StoredCertificate {
  const { vault, service, name, now } = request;
  const standIn: CertificateVersion = {
    id: service.versionIds.next(),
    der: undefined,
    tags,
    enabled: false,
    ...validityOf(policy, now),
    created: now,
    updated: now,
  };
  const certificate: StoredCertificate = { ...newObject(name, [standIn]), policy, operation: undefined };
  vault.certificates.add(certificate);
  linkVersion(vault, certificate, standIn, { key, certificates: [], policy });
  return certificate;
}

function accepted(request: VaultRequest, name: string, operation: CertificateOperation): Answer {
  const { baseUrl, api } = request;
  const location = `${baseUrl}/certificates/${name}/pending?api-version=${api.name}&request_id=${operation.requestId}`;
  return {
    status: 202,
    headers: { location, 'retry-after': '10' },
    body: operationBundle(request, name, operation),
  };
}
