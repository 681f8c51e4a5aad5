import { badParameter } from '../../errors/badParameter.ts';
import { given, isBoolean, isStrings, readObjectProperties, section } from '../../objects/objectBody.ts';
import type { Answer } from '../../requests/answer.ts';
import type { VaultRequest } from '../../requests/vaultRequest.ts';
import { certificateBundle, certificateId } from '../certificateBundle.ts';
import { certificateErrors } from '../certificateErrors.ts';
import { type DescribedCertificate, describeCertificate } from '../importing/describedCertificate.ts';
import { publicKeyDer } from '../issuing/signedDer.ts';
import { pendingCertificate } from '../pending/pendingCertificate.ts';
import { completeOperation } from '../pending/settleOperations.ts';
import { LONGEST_TAG } from '../tagLength.ts';

/** POST /certificates/{name}/pending/merge: completes what is being made with the certificate that somebody else issued. */
export function mergeCertificate(request: VaultRequest): Answer {
  const { vault, now } = request;
  const body = request.body();
  const { tags } = readObjectProperties(body, LONGEST_TAG);
  const enabled = given(section(body.attributes).enabled, isBoolean);
  const [leaf, ...others] = given(body.x5c, isStrings) ?? [];
  if (leaf === undefined) throw badParameter('The parameter x5c is not specified.');
  const { certificate, operation } = pendingCertificate(request);
  if (operation.status !== 'inProgress') throw certificateErrors.notInProgress(certificate.name);
  if (operation.issuer.toLowerCase() !== 'unknown') throw certificateErrors.mergeWithIssuer(operation.issuer);
  const described = read(leaf);
  if (!described.publicKey.equals(publicKeyDer(operation.key))) throw certificateErrors.otherKey();
  const wanted = { ...operation, tags: tags ?? operation.tags, enabled: enabled ?? operation.enabled };
  const { notBefore, expires } = described;
  const version = completeOperation(vault, certificate, wanted, {
    certificates: [leaf, ...others],
    notBefore,
    expires,
    now,
  });
  certificate.operation = wanted;
  vault.unsettled.delete(certificate);
  return {
    status: 201,
    headers: { location: certificateId(request, certificate.name, version) },
    body: certificateBundle(request, certificate),
  };
}

function read(der: string): DescribedCertificate {
  try {
    return describeCertificate(der);
  } catch {
    throw certificateErrors.unreadable();
  }
}
