import { STATUS_CODES } from 'node:http';
import type { FastifyRequest } from 'fastify';
import type { AuditedCall } from '../audit/auditLog.ts';
import type { EmulatedService } from '../emulatedService.ts';
import { ServiceError } from '../errors/serviceError.ts';
import type { Caller } from '../identity/caller.ts';

/** What has come out about a call so far, for its record in the log. */
export interface CallNote {
  /** Undefined for calls that leave no record. */
  operationName: string | undefined;
  vault: string | undefined;
  caller: Caller | undefined;
}

/** Does a call and records it, be it answered or refused. */
export async function recorded<Result extends { readonly status: number }>(
  service: EmulatedService,
  request: FastifyRequest,
  work: (note: CallNote) => Promise<Result>,
): Promise<Result> {
  const note: CallNote = { operationName: 'Authentication', vault: undefined, caller: undefined };
  try {
    const result = await work(note);
    record(service, request, note, result.status, undefined);
    return result;
  } catch (error) {
    const refusal = error instanceof ServiceError ? error : undefined;
    record(service, request, note, refusal?.status ?? 500, refusal?.innerCode ?? refusal?.code);
    throw error;
  }
}

function record(
  { audit, clock }: EmulatedService,
  request: FastifyRequest,
  { operationName, vault, caller }: CallNote,
  status: number,
  reason: string | undefined,
): void {
  if (operationName === undefined) return;
  const path = request.raw.url?.split('?')[0] ?? '/';
  const call: AuditedCall = {
    operationName,
    resultType: status < 400 ? 'Success' : 'Failed',
    resultSignature: STATUS_CODES[status] ?? String(status),
    ...(reason !== undefined && { resultDescription: reason }),
    callerIpAddress: request.ip,
    identity: caller === undefined ? {} : { claim: { oid: caller.objectId, appid: caller.appId } },
    ...(vault !== undefined && { vault }),
    properties: {
      id: `https://${request.headers.host ?? 'localhost'}${path}`,
      clientInfo: request.headers['user-agent'] ?? '',
      httpStatusCode: status,
    },
  };
  audit.record(clock.now(), call);
}
