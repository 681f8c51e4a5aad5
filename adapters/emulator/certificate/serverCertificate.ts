import 'reflect-metadata';
import type { webcrypto } from 'node:crypto';
import { isIP } from 'node:net';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsageExtension,
  type Extension,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  type X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';

/** What an HTTPS server needs, and what its clients need to trust it. All PEM. */
export interface ServerCertificate {
  /** The certificate of the authority that was made for this one server. Clients may take it as a CA file. */
  readonly caPem: string;
  /** The server's own certificate, then the authority's. */
  readonly chainPem: string;
  /** The private key of the server's certificate. */
  readonly keyPem: string;
}

const NAMES: readonly string[] = [
  'localhost',
  '*.localhost',
  '*.vault.localhost',
  '*.vault.azure.net',
  '127.0.0.1',
  '::1',
];

const KEYS = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' } as const;
const DAY_MS = 86_400_000;

/** Bits of the key usage extension (RFC 5280, 4.2.1.3). */
const DIGITAL_SIGNATURE = 1;
const KEY_CERT_SIGN = 32;
const CRL_SIGN = 64;
const SERVER_AUTH = '1.3.6.1.5.5.7.3.1';

/**
 * Makes an authority and a server certificate signed by it, both new and valid from yesterday for one year of real
 * time: some clients take no certificate that is its own authority. The authority's private key is forgotten at once.
 * @param host a further name or address to be valid for, besides localhost and the vaults' host names.
 */
export async function makeServerCertificate(host: string): Promise<ServerCertificate> {
  const authorityKeys = await crypto.subtle.generateKey(KEYS, false, ['sign', 'verify']);
  const serverKeys = await crypto.subtle.generateKey(KEYS, true, ['sign', 'verify']);
  const validity = {
    notBefore: new Date(Date.now() - DAY_MS),
    notAfter: new Date(Date.now() + 365 * DAY_MS),
  };
  const authority = await X509CertificateGenerator.createSelfSigned({
    ...validity,
    name: 'CN=Key Vault emulator authority',
    keys: authorityKeys,
    signingAlgorithm: SIGNING,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KEY_CERT_SIGN | CRL_SIGN, true),
      await SubjectKeyIdentifierExtension.create(authorityKeys.publicKey),
    ],
  });
  const server = await X509CertificateGenerator.create({
    ...validity,
    subject: 'CN=localhost',
    issuer: authority.subject,
    publicKey: serverKeys.publicKey,
    signingKey: authorityKeys.privateKey,
    signingAlgorithm: SIGNING,
    extensions: await serverExtensions(host, serverKeys.publicKey, authority),
  });
  const key = await crypto.subtle.exportKey('pkcs8', serverKeys.privateKey);
  const caPem = authority.toString('pem');
  return {
    caPem: `${caPem}\n`,
    chainPem: `${server.toString('pem')}\n${caPem}\n`,
    keyPem: PemConverter.encode(key, PemConverter.PrivateKeyTag),
  };
}

async function serverExtensions(
  host: string,
  publicKey: webcrypto.CryptoKey,
  authority: X509Certificate,
): Promise<Extension[]> {
  const names = NAMES.includes(host) ? NAMES : [...NAMES, host];
  return [
    new BasicConstraintsExtension(false, undefined, true),
    new KeyUsagesExtension(DIGITAL_SIGNATURE, true),
    new ExtendedKeyUsageExtension([SERVER_AUTH]),
    new SubjectAlternativeNameExtension(
      names.map((value) => ({ type: isIP(value) === 0 ? ('dns' as const) : ('ip' as const), value })),
    ),
    await SubjectKeyIdentifierExtension.create(publicKey),
    await AuthorityKeyIdentifierExtension.create(authority.publicKey),
  ];
}
