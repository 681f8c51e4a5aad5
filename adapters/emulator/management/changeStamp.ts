import { DEFAULT_PRINCIPAL } from '../identity/defaultIds.ts';
import type { ChangeStamp } from '../vaults/vaultResource.ts';
import type { ArmRequest } from './armRequest.ts';

/** That the caller changes something now; where any token will do, the principal that every emulator knows. */
export function stampOf({ caller, now }: ArmRequest): ChangeStamp {
  return { by: caller?.appId ?? DEFAULT_PRINCIPAL.clientId, byType: 'Application', at: now };
}
