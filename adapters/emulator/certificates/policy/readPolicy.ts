import { badParameter } from '../../errors/badParameter.ts';
import { invalidProperty } from '../../errors/invalidProperty.ts';
import { CURVES, type Curve, KEY_TYPES, RSA_SIZES } from '../../keys/keyType.ts';
import { given, isBoolean, isString, isStrings, type Json, section } from '../../objects/objectBody.ts';
import type { CertificatePolicy } from './certificatePolicy.ts';
import { KEY_USAGES } from './keyUsages.ts';
import { readLifetimeActions, usualActions } from './lifetimeActions.ts';
import { readNames } from './readNames.ts';

const SERVER_AND_CLIENT: readonly string[] = ['1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.2'];
const USUAL_USAGE: readonly string[] = ['digitalSignature', 'keyEncipherment'];
const CONTENT_TYPES: readonly string[] = ['application/x-pkcs12', 'application/x-pem-file'];

/** What a policy starts from where nobody spoke. */
function usualPolicy(now: number): CertificatePolicy {
  return {
    exportable: true,
    kty: 'RSA',
    keySize: 2048,
    curve: undefined,
    reuseKey: false,
    contentType: 'application/x-pkcs12',
    subject: '',
    names: undefined,
    extendedUses: SERVER_AND_CLIENT,
    keyUsage: USUAL_USAGE,
    validityMonths: 12,
    isAuthority: false,
    lifetimeActions: [],
    issuer: 'Unknown',
    certificateType: undefined,
    transparency: undefined,
    created: now,
    updated: now,
  };
}

/**
 * The policy that a body speaks of. Throws a 400 for values that the service would not take.
 * @param present what it changes; where there is none, what is left out has its usual value.
 */
export function readPolicy(body: Json, now: number, present?: CertificatePolicy): CertificatePolicy {
  const base = present ?? usualPolicy(now);
  const issuer = section(body.issuer);
  const next: CertificatePolicy = {
    ...base,
    ...readKeyPart(section(body.key_props), base),
    contentType: oneOf(CONTENT_TYPES, section(body.secret_props).contentType) ?? base.contentType,
    ...readX509Part(section(body.x509_props), base),
    issuer: given(issuer.name, isString) ?? base.issuer,
    certificateType: given(issuer.cty, isString) ?? base.certificateType,
    transparency: given(issuer.cert_transparency, isBoolean) ?? base.transparency,
    updated: now,
  };
  const actions = readLifetimeActions(body.lifetime_actions);
  return { ...next, lifetimeActions: actions ?? present?.lifetimeActions ?? usualActions(next.issuer) };
}

function readKeyPart(part: Json, base: CertificatePolicy): Partial<CertificatePolicy> {
  const kty = oneOf(KEY_TYPES, part.kty) ?? base.kty;
  const own = {
    exportable: given(part.exportable, isBoolean) ?? base.exportable,
    reuseKey: given(part.reuse_key, isBoolean) ?? base.reuseKey,
    kty,
  };
  if (kty.startsWith('RSA')) {
    const keySize = part.key_size ?? (base.curve === undefined ? base.keySize : RSA_SIZES[0]);
    if (!RSA_SIZES.some((bits) => bits === keySize)) throw invalidProperty();
    return { ...own, keySize: Number(keySize), curve: undefined };
  }
  const curve = oneOf(CURVES, part.crv) ?? curveOfSize(part.key_size) ?? base.curve ?? 'P-256';
  return { ...own, keySize: sizeOf(curve), curve };
}

function readX509Part(part: Json, base: CertificatePolicy): Partial<CertificatePolicy> {
  const months = part.validity_months ?? base.validityMonths;
  if (typeof months !== 'number' || !Number.isInteger(months) || months < 1 || months > 1200) {
    throw invalidProperty();
  }
  const usage = given(part.key_usage, isStrings) ?? base.keyUsage;
  if (!usage.every((each) => KEY_USAGES.has(each))) throw invalidProperty();
  return {
    subject: given(part.subject, isString) ?? base.subject,
    names: part.sans === undefined || part.sans === null ? base.names : readNames(section(part.sans)),
    extendedUses: given(part.ekus, isStrings) ?? base.extendedUses,
    keyUsage: [...new Set(usage)].sort(),
    validityMonths: months,
    isAuthority: given(section(part.basic_constraints).ca, isBoolean) ?? base.isAuthority,
  };
}

/** Throws a 400 for a policy that no certificate can be made by: one without any name. */
export function checkIssuable(policy: CertificatePolicy): void {
  const named = Object.values(policy.names ?? {}).some((names) => names.length > 0);
  if (policy.subject === '' && !named) {
    throw badParameter('The policy must have a subject or a subject alternative name.');
  }
}

function oneOf<Value extends string>(known: readonly Value[], value: unknown): Value | undefined {
  if (value === undefined || value === null) return undefined;
  const found = known.find((each) => each === value);
  if (found === undefined) throw invalidProperty();
  return found;
}

function sizeOf(curve: Curve): number {
  if (curve === 'P-384') return 384;
  return curve === 'P-521' ? 521 : 256;
}

function curveOfSize(size: unknown): Curve | undefined {
  if (size === undefined || size === null) return undefined;
  const curve = CURVES.find((each) => sizeOf(each) === size);
  if (curve === undefined) throw invalidProperty();
  return curve;
}
