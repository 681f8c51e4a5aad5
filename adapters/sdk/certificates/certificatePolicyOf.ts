import type {
  CertificateContentType,
  CertificateKeyType,
  CertificatePolicy,
  CertificatePolicyAction,
  LifetimeAction,
} from '@azure/keyvault-certificates';
import type { Json, JsonObject } from '../../../model/json.ts';
import { given } from '../given.ts';
import { flagOf, itemsOf, membersOf, numberOf, textOf, textsOf } from '../typedField.ts';

/** A certificate's policy in the form that the library wants: all its parts in one object. */
export function certificatePolicyOf(field: Json | undefined): CertificatePolicy {
  const { key_props, secret_props, x509_props, lifetime_actions, issuer } = membersOf(field);
  const { name, cty, cert_transparency } = membersOf(issuer);
  const policy = {
    contentType: textOf(membersOf(secret_props).contentType) as CertificateContentType,
    issuerName: textOf(name),
    certificateType: textOf(cty),
    certificateTransparency: flagOf(cert_transparency),
    lifetimeActions: itemsOf(lifetime_actions)?.map(lifetimeActionOf),
    ...keyOf(membersOf(key_props)),
    ...subjectOf(membersOf(x509_props)),
  };
  return given(policy) as CertificatePolicy;
}

function keyOf({ kty, key_size, reuse_key, crv, exportable }: JsonObject): object {
  return {
    keyType: textOf(kty) as CertificateKeyType | undefined,
    keySize: numberOf(key_size),
    reuseKey: flagOf(reuse_key),
    keyCurveName: textOf(crv),
    exportable: flagOf(exportable),
  };
}

function subjectOf({ subject, ekus, sans, key_usage, validity_months }: JsonObject): object {
  const { emails, dns_names, upns } = membersOf(sans);
  return {
    subject: textOf(subject),
    enhancedKeyUsage: textsOf(ekus),
    keyUsage: textsOf(key_usage),
    validityInMonths: numberOf(validity_months),
    ...(sans !== undefined && {
      subjectAlternativeNames: given({
        emails: textsOf(emails),
        dnsNames: textsOf(dns_names),
        userPrincipalNames: textsOf(upns),
      }),
    }),
  };
}

function lifetimeActionOf(item: Json): LifetimeAction {
  const { trigger, action } = membersOf(item);
  const { lifetime_percentage, days_before_expiry } = membersOf(trigger);
  return given({
    lifetimePercentage: numberOf(lifetime_percentage),
    daysBeforeExpiry: numberOf(days_before_expiry),
    action: textOf(membersOf(action).action_type) as CertificatePolicyAction | undefined,
  });
}
