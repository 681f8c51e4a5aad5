import type { KeyObject } from 'node:crypto';
import { badParameter } from '../../errors/badParameter.ts';
import { fromNodeJwk } from '../../keys/material/nodeJwk.ts';
import type { PrivateKey } from '../../keys/material/privateKey.ts';
import { given, isString, type Json, section } from '../../objects/objectBody.ts';
import { certificateErrors } from '../certificateErrors.ts';
import { type CertificateContent, readPem } from '../encoding/pem.ts';
import { readPkcs12 } from '../encoding/pkcs12Reading.ts';
import { publicKeyDer } from '../issuing/signedDer.ts';
import { type DescribedCertificate, describeCertificate } from './describedCertificate.ts';

/** What an import brings. */
export interface ImportedCertificate {
  /** In base64 of DER: the certificate itself, then those that signed it. */
  readonly certificates: readonly [string, ...string[]];
  readonly key: PrivateKey;
  /** Of the secret. */
  readonly contentType: string;
  readonly described: DescribedCertificate;
}

const PKCS12 = 'application/x-pkcs12';
const PEM = 'application/x-pem-file';

/**
 * Reads the value of an import: PEM, as it is or in base64, or PKCS#12 in base64. Throws a 400 when it cannot be read,
 * when certificate and key do not belong together, and when the certificate has expired at `now` (Unix seconds).
 */
export function readImport(body: Json, now: number): ImportedCertificate {
  const value = given(body.value, isString);
  if (value === undefined) throw badParameter('The parameter value is not specified.');
  const asked = given(section(section(body.policy).secret_props).contentType, isString);
  const pem = pemIn(value);
  if (asked === PEM && pem === undefined) throw unreadablePem();
  const content = pem === undefined ? pkcs12(value, given(body.pwd, isString) ?? '') : textOf(pem);
  const [leaf, ...others] = content.certificates;
  if (leaf === undefined) throw pem === undefined ? unreadablePkcs12() : unreadablePem();
  const key = privateKey(content.key);
  const described = describe(leaf);
  if (!described.publicKey.equals(publicKeyDer(key))) throw certificateErrors.otherKey();
  if (described.expires <= now) throw certificateErrors.expired();
  const contentType = asked ?? (pem === undefined ? PKCS12 : PEM);
  return { certificates: [leaf, ...others], key, contentType, described };
}

/** The PEM in a value, be it the value itself or what the value holds in base64. */
function pemIn(value: string): string | undefined {
  if (value.includes('-----BEGIN ')) return value;
  const text = Buffer.from(value, 'base64').toString('latin1');
  return text.includes('-----BEGIN ') ? text : undefined;
}

function textOf(pem: string): CertificateContent {
  try {
    return readPem(pem);
  } catch {
    throw unreadablePem();
  }
}

function pkcs12(value: string, password: string): CertificateContent {
  try {
    return readPkcs12(Buffer.from(value, 'base64'), password);
  } catch {
    throw unreadablePkcs12();
  }
}

function describe(der: string): DescribedCertificate {
  try {
    return describeCertificate(der);
  } catch {
    throw certificateErrors.unreadable();
  }
}

function privateKey(key: KeyObject | undefined): PrivateKey {
  if (key === undefined)
    throw badParameter('Private key is not specified in the specified X.509 certificate content.');
  try {
    return fromNodeJwk(key.export({ format: 'jwk' }));
  } catch {
    throw badParameter(
      'The private key in the specified X.509 certificate content is of a kind that is not supported.',
    );
  }
}

function unreadablePem(): Error {
  return badParameter(
    'The specified PEM X.509 certificate content is in an unexpected format. Please check if certificate is in valid PEM format.',
  );
}

function unreadablePkcs12(): Error {
  return badParameter(
    'The specified PKCS#12 X.509 certificate content can not be read. Please check if certificate is in valid PKCS#12 format.',
  );
}
