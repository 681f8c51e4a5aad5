import { given, isBoolean } from '../../objects/objectBody.ts';
import { type Answer, ok } from '../../requests/answer.ts';
import type { VaultRequest } from '../../requests/vaultRequest.ts';
import { certificateErrors } from '../certificateErrors.ts';
import { operationBundle } from '../pending/operationBundle.ts';
import { pendingCertificate } from '../pending/pendingCertificate.ts';

/** PATCH /certificates/{name}/pending: asks for the making to be cancelled, or takes that back while it has not happened. */
export function updateOperation(request: VaultRequest): Answer {
  const { vault, service, now } = request;
  const requested = given(request.body().cancellation_requested, isBoolean) ?? false;
  const { certificate, operation } = pendingCertificate(request);
  if (operation.status !== 'inProgress') throw certificateErrors.notInProgress(certificate.name);
  operation.cancellationRequested = requested;
  if (requested && operation.settlesAt === undefined) {
    const subject = `${vault.name}/certificates/${certificate.name.toLowerCase()}/${operation.requestId}`;
    operation.settlesAt = now + service.settling('issue', subject);
    vault.unsettled.add(certificate);
  } else if (!requested && operation.issued === undefined) {
    operation.settlesAt = undefined;
  }
  return ok(operationBundle(request, certificate.name, operation));
}
