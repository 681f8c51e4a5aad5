import { type ObjectView, objectId } from '../../objects/objectView.ts';
import { CERTIFICATE } from '../certificateKind.ts';
import type { CertificateOperation } from './certificateOperation.ts';

const TO_MERGE = 'Pending certificate created. Please Perform Merge to complete the request.';
const TO_WAIT =
  'Pending certificate created. Certificate request is in progress. This may take some time based on the issuer provider. Please check again later.';

/** The making of a certificate, as every answer about it shows it. */
export function operationBundle(view: ObjectView, name: string, operation: CertificateOperation): object {
  const { status, issuer, csr, requestId, cancellationRequested } = operation;
  const id = objectId(view, CERTIFICATE, name);
  return {
    id: `${id}/pending`,
    issuer: { name: issuer },
    csr,
    cancellation_requested: cancellationRequested,
    status,
    status_details:
      status === 'inProgress' ? (issuer.toLowerCase() === 'unknown' ? TO_MERGE : TO_WAIT) : undefined,
    target: status === 'completed' ? id : undefined,
    request_id: requestId,
  };
}
