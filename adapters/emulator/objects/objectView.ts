import type { VaultRequest } from '../requests/vaultRequest.ts';
import type { ObjectKind } from './objectKind.ts';

/** What the description of an object depends on besides itself: the vault's settings, the client's authority, the API version. */
export type ObjectView = Pick<VaultRequest, 'vault' | 'baseUrl' | 'api'>;

/** The address of an object, or of one of its versions. */
export function objectId(view: ObjectView, kind: ObjectKind, name: string, version?: string): string {
  const id = `${view.baseUrl}/${kind.collection}/${name}`;
  return version === undefined ? id : `${id}/${version}`;
}
