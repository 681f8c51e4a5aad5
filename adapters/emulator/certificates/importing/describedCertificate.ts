import 'reflect-metadata';
import {
  BasicConstraintsExtension,
  ExtendedKeyUsageExtension,
  type GeneralNameType,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  X509Certificate,
} from '@peculiar/x509';
import { after } from '../../keys/rotation/duration.ts';
import { describeSubject } from '../issuing/subjectName.ts';
import type { AlternativeNames, CertificatePolicy } from '../policy/certificatePolicy.ts';
import { KEY_USAGES } from '../policy/keyUsages.ts';

/** What a certificate says of itself, in the words of a policy. */
export interface DescribedCertificate {
  readonly policy: Pick<
    CertificatePolicy,
    'subject' | 'names' | 'extendedUses' | 'keyUsage' | 'validityMonths' | 'isAuthority'
  >;
  /** Unix seconds. */
  readonly notBefore: number;
  readonly expires: number;
  /** The public key in DER. */
  readonly publicKey: Buffer;
}

/** The longest validity that a policy shows. */
const MOST_MONTHS = 1200;

/** Reads a certificate. Throws an error when it is none. */
export function describeCertificate(der: string): DescribedCertificate {
  const certificate = new X509Certificate(Buffer.from(der, 'base64'));
  const notBefore = Math.floor(certificate.notBefore.getTime() / 1000);
  const expires = Math.floor(certificate.notAfter.getTime() / 1000);
  const usages = certificate.getExtension(KeyUsagesExtension)?.usages ?? 0;
  return {
    policy: {
      subject: describeSubject(certificate.subjectName),
      names: namesOf(certificate),
      extendedUses: (certificate.getExtension(ExtendedKeyUsageExtension)?.usages ?? []).map(String),
      keyUsage: [...KEY_USAGES].flatMap(([name, flag]) => ((usages & flag) === 0 ? [] : [name])).sort(),
      validityMonths: monthsBetween(notBefore, expires),
      isAuthority: certificate.getExtension(BasicConstraintsExtension)?.ca ?? false,
    },
    notBefore,
    expires,
    publicKey: Buffer.from(certificate.publicKey.rawData),
  };
}

function namesOf(certificate: X509Certificate): AlternativeNames | undefined {
  const names = certificate.getExtension(SubjectAlternativeNameExtension)?.names.items;
  if (names === undefined) return undefined;
  const ofType = (wanted: GeneralNameType): string[] =>
    names.filter(({ type }) => type === wanted).map(({ value }) => value);
  return { emails: ofType('email'), dns_names: ofType('dns'), upns: ofType('upn') };
}

/** Whole months that a validity takes, the last one begun; a year to the second counts thirteen, as in the service. */
function monthsBetween(from: number, to: number): number {
  const [start, end] = [new Date(from * 1000), new Date(to * 1000)];
  const estimate =
    (end.getUTCFullYear() - start.getUTCFullYear()) * 12 + end.getUTCMonth() - start.getUTCMonth();
  const months = after(from, { months: Math.max(estimate, 0), days: 0 }) > to ? estimate : estimate + 1;
  return Math.min(Math.max(months, 1), MOST_MONTHS);
}
