import type { Pattern, Strictness } from '../../pattern/pattern.ts';
import * as texts from '../errors/texts.ts';

/** Statuses of refusals whose number no source shows. */
const ANY_4XX: readonly number[] = Array.from({ length: 51 }, (_, i) => 400 + i);

function refused(status: readonly number[], codes: readonly string[], messages?: readonly RegExp[]): Pattern {
  return { status, refusal: { codes, inner: 'none', ...(messages && { messages }) } };
}

/** ER-09 on the management plane: no such vault, or no such resource group. */
export function vaultNotFound(name: string): Pattern {
  return refused([404], ['ResourceNotFound', 'ResourceGroupNotFound'], texts.vaultNotFound(name));
}

/** VT-09: no such resource group. */
export function groupNotFound(): Pattern {
  return refused([404], ['ResourceGroupNotFound']);
}

/** No deleted vault of this name: `DeletedVaultNotFound` since 2023, `ResourceNotFound` before. */
export function deletedVaultNotFound(name: string): Pattern {
  return refused([404], ['DeletedVaultNotFound', 'ResourceNotFound'], texts.deletedVaultNotFound(name));
}

/** VT-05: recover with nothing to recover; a log shows 400, which no document tells. */
export function nothingToRecover({ service }: Strictness): Pattern {
  return refused(service ? [400] : [400, 404, 409], ['SoftDeletedVaultDoesNotExist']);
}

/** NR-05, NR-06, ER-15: the name is taken, by a deleted vault of the caller's or by another vault. */
export function nameTaken(): Pattern {
  return refused([409], ['ConflictError', 'VaultAlreadyExists', 'Conflict']);
}

/** NR-06: the vault of this id is in another location; Azure Resource Manager has a code of its own for that. */
export function locatedElsewhere(): Pattern {
  return refused([409], ['InvalidResourceLocation', 'ConflictError', 'VaultAlreadyExists', 'Conflict']);
}

/** PP-06, ER-16: the number is not shown by any source, the code is. */
export function vaultPurgeForbidden(): Pattern {
  return refused(ANY_4XX, ['MethodNotAllowed']);
}

/** RT-03, PP-04, SD-04: a setting that cannot be changed, or a value that it cannot have. */
export function badRequest(): Pattern {
  return { status: [400], refusal: { inner: 'none' } };
}

/** VT-01: a name that no vault may have. */
export function vaultNameInvalid(): Pattern {
  return refused([400], ['VaultNameNotValid']);
}
