import { OPERATIONS, type Operation } from '../../model/operations.ts';
import { operationName } from '../../model/oracle/operationName.ts';
import { type AuditRecord, auditRecord } from '../../model/rules/events/auditRecord.ts';
import { neededPermission } from '../../model/rules/permissions/neededPermission.ts';
import type { Told } from './told.ts';

/** The operation of a name, in whatever case it is written: `getdeletedsecret`; undefined where there is none. */
export function operationNamed(name: string): Operation | undefined {
  return OPERATIONS.find((operation) => operationName(operation).toLowerCase() === name.toLowerCase());
}

/** An operation: the permission that it needs, and the record that it leaves in the logs of its vault. */
export function explainOperation(operation: Operation): Told {
  const name = operationName(operation);
  const plane = operation.kind === 'vault' ? 'management' : 'data';
  const permission = neededPermission(operation);
  const audit = auditRecord(operation, { status: 200 });
  return {
    json: {
      operation: { name, plane, ...(permission && { permission }), audit: audit ?? null },
    },
    title: `${name}: ${plane} plane`,
    lines: [
      ...(permission === undefined
        ? []
        : [
            `access policy: ${permission.policy.join(' or ')} on ${permission.collection} (PM-01)`,
            `role: ${permission.actions.map((action) => `Microsoft.KeyVault/vaults/${action}`).join(' or ')} (PM-01)`,
          ]),
      auditLine(audit),
    ],
  };
}

/** The audit record that a call must leave, in a line. */
export function auditLine(audit: AuditRecord | undefined): string {
  if (audit === undefined) return 'audit record: the documents name none for this operation (EV-04)';
  const { operationName: logged, resultType, resultSignature, httpStatusCode, rule } = audit;
  return `audit record: ${logged}, ${resultType}, ${resultSignature} (${httpStatusCode}) by ${rule}`;
}
