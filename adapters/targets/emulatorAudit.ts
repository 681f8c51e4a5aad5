import type { Json } from '../../model/json.ts';
import type { VaultRecord } from '../adapter.ts';
import { TargetTrouble } from '../targetTrouble.ts';
import type { ControlApi } from './controlApi.ts';

/**
 * Reads what the embedded emulator logged of calls to vaults and about them, each record once: what was read before is
 * not read again.
 */
export function emulatorAudit(api: ControlApi): () => Promise<readonly VaultRecord[]> {
  let since = 0;
  return async () => {
    const body = await api.call({ method: 'GET', path: `/emulator/audit?since=${since}` });
    const records = isObject(body) ? body.records : undefined;
    if (!Array.isArray(records)) throw unreadable();
    return records.flatMap((record) => {
      if (!isObject(record) || typeof record.sequence !== 'number') throw unreadable();
      since = record.sequence;
      return typeof record.vault === 'string' ? [recordOf(record, record.vault)] : [];
    });
  };
}

function recordOf(record: { readonly [field: string]: Json }, vault: string): VaultRecord {
  const { operationName, resultType, resultSignature, properties } = record;
  const status = isObject(properties) ? properties.httpStatusCode : undefined;
  if (typeof operationName !== 'string' || typeof resultSignature !== 'string') throw unreadable();
  if (typeof status !== 'number' || (resultType !== 'Success' && resultType !== 'Failed')) throw unreadable();
  return { vault, operationName, resultType, resultSignature, httpStatusCode: status };
}

function isObject(json: Json | undefined): json is { readonly [key: string]: Json } {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

function unreadable(): TargetTrouble {
  return new TargetTrouble(
    'refused',
    'GET /emulator/audit: answered no log. Is this the target that was named?',
  );
}
