import 'reflect-metadata';
import { AsnConvert } from '@peculiar/asn1-schema';
import { Extension as AsnExtension, Extensions } from '@peculiar/asn1-x509';
import {
  BasicConstraintsExtension,
  ExtendedKeyUsageExtension,
  type Extension,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
} from '@peculiar/x509';
import type { AlternativeNames, CertificatePolicy } from '../policy/certificatePolicy.ts';
import { KEY_USAGES } from '../policy/keyUsages.ts';

/** The extensions that a policy asks for. */
export function extensionsOf(policy: CertificatePolicy): Extensions {
  const names = generalNames(policy.names ?? {});
  const usage = policy.keyUsage.reduce((flags, each) => flags | (KEY_USAGES.get(each) ?? 0), 0);
  const wanted: Extension[] = [
    new BasicConstraintsExtension(policy.isAuthority, undefined, true),
    ...(usage === 0 ? [] : [new KeyUsagesExtension(usage, true)]),
    ...(policy.extendedUses.length === 0 ? [] : [new ExtendedKeyUsageExtension([...policy.extendedUses])]),
    ...(names.length === 0 ? [] : [new SubjectAlternativeNameExtension(names)]),
  ];
  return new Extensions(wanted.map(({ rawData }) => AsnConvert.parse(rawData, AsnExtension)));
}

function generalNames(names: AlternativeNames): { type: 'email' | 'dns' | 'upn'; value: string }[] {
  const { emails = [], dns_names = [], upns = [] } = names;
  return [
    ...emails.map((value) => ({ type: 'email' as const, value })),
    ...dns_names.map((value) => ({ type: 'dns' as const, value })),
    ...upns.map((value) => ({ type: 'upn' as const, value })),
  ];
}
