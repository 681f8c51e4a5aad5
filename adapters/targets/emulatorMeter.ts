import type { MeteredMonth, MeterReading } from '../../model/billing/meterReading.ts';
import type { Json } from '../../model/json.ts';
import { TargetTrouble } from '../targetTrouble.ts';
import type { ControlApi } from './controlApi.ts';

/**
 * Reads what the embedded emulator metered of a vault; nothing was metered where it does not know the vault.
 * @throws TargetTrouble when it cannot be asked, or answers something else
 */
export async function readEmulatorMeter(api: ControlApi, vault: string): Promise<MeterReading> {
  const path = `/emulator/meter?vault=${encodeURIComponent(vault)}`;
  const body = await api.call({ method: 'GET', path });
  const vaults = listIn(body, 'vaults');
  const reading = vaults.find((one) => isObject(one) && one.vault === vault);
  return { months: reading === undefined ? [] : listIn(reading, 'months').map(monthOf) };
}

function monthOf(json: Json): MeteredMonth {
  if (!isObject(json) || typeof json.month !== 'string') throw unreadable();
  const hsm = json.hsmKeyVersions;
  if (!isObject(hsm)) throw unreadable();
  return {
    month: json.month,
    operations: countOf(json.operations),
    advancedKeyOperations: countOf(json.advancedKeyOperations),
    certificateRenewals: countOf(json.certificateRenewals),
    keyRotations: countOf(json.keyRotations),
    hsmKeyVersions: { rsa2048: countOf(hsm.rsa2048), advanced: countOf(hsm.advanced) },
  };
}

function listIn(json: Json | undefined, field: string): readonly Json[] {
  const list = isObject(json) ? json[field] : undefined;
  if (!Array.isArray(list)) throw unreadable();
  return list;
}

function countOf(json: Json | undefined): number {
  if (typeof json !== 'number') throw unreadable();
  return json;
}

function isObject(json: Json | undefined): json is { readonly [key: string]: Json } {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

function unreadable(): TargetTrouble {
  return new TargetTrouble(
    'refused',
    'GET /emulator/meter: answered no meter. Is this the target that was named?',
  );
}
