import 'reflect-metadata';
import { AsnConvert } from '@peculiar/asn1-schema';
import { Name as AsnName } from '@peculiar/asn1-x509';
import { Name } from '@peculiar/x509';
import { badParameter } from '../../errors/badParameter.ts';

/** Reads a subject such as `CN=example.org, O=Example`. Throws a 400 when it is none. */
export function readSubject(subject: string): AsnName {
  const name = parse(subject);
  if (name === undefined || (name.length === 0 && subject !== '')) {
    throw badParameter(`The subject '${subject}' of the certificate policy is not a valid X.500 name.`);
  }
  return name;
}

function parse(subject: string): AsnName | undefined {
  try {
    // The service's own spelling of a state is S; the library knows it as ST.
    return AsnConvert.parse(new Name(subject.replace(/(^|,\s*)S=/g, '$1ST=')).toArrayBuffer(), AsnName);
  } catch {
    return undefined;
  }
}

/** A certificate's subject as the service writes it: the last part first, and a state as S. */
export function describeSubject(name: Name): string {
  const parts = name
    .toJSON()
    .flatMap((part) => Object.entries(part).map(([type, values]) => ({ type, values })));
  return parts
    .reverse()
    .flatMap(({ type, values }) => values.map((value) => `${type === 'ST' ? 'S' : type}=${quoted(value)}`))
    .join(', ');
}

function quoted(value: string): string {
  return /[,+"\\<>;=]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
