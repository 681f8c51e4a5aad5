import { badParameter } from '../errors/badParameter.ts';
import { invalidProperty } from '../errors/invalidProperty.ts';
import { given, isBoolean, isString, type Json, section } from '../objects/objectBody.ts';

/** Under what conditions an exportable key is handed out. */
export interface ReleasePolicy {
  readonly contentType: string;
  /** The rules as JSON in base64url; kept, not judged. */
  readonly data: string;
  /** Once true, the policy can no longer be changed. */
  readonly immutable: boolean;
}

const USUAL_TYPE = 'application/json; charset=utf-8';

/** The release policy in a body. Throws a 400 for one that holds no JSON. */
export function readReleasePolicy(body: Json): ReleasePolicy | undefined {
  if (body.release_policy === undefined || body.release_policy === null) return undefined;
  const policy = section(body.release_policy);
  const data = given(policy.data, isString);
  if (data === undefined || !isJson(data)) throw invalidProperty();
  return {
    contentType: given(policy.contentType, isString) ?? USUAL_TYPE,
    data,
    immutable: given(policy.immutable, isBoolean) ?? false,
  };
}

/** Throws the service's 400 unless exactly the exportable keys have a release policy. */
export function checkExportable(exportable: boolean, policy: ReleasePolicy | undefined): void {
  if (exportable && policy === undefined) {
    throw badParameter('AKV.SKR.1004: Exportable keys must have release policy.');
  }
  if (!exportable && policy !== undefined) {
    throw badParameter('AKV.SKR.1005: Non-exportable keys must not have release policy.');
  }
}

/** Throws the service's 400 when a new policy comes where the present one is immutable, be it the same or not. */
export function checkReplaceable(present: ReleasePolicy | undefined, next: ReleasePolicy | undefined): void {
  if (present?.immutable === true && next !== undefined) {
    throw badParameter('AKV.SKR.1020: Immutable Key Release Policy cannot be modified.');
  }
}

function isJson(data: string): boolean {
  try {
    JSON.parse(Buffer.from(data, 'base64url').toString('utf8'));
    return true;
  } catch {
    return false;
  }
}
