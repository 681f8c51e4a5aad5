import { createHmac, randomBytes } from 'node:crypto';
import forge from 'node-forge';
import { keyObject } from '../../keys/material/nodeJwk.ts';
import type { PrivateKey } from '../../keys/material/privateKey.ts';

const { asn1, md, pkcs12, util } = forge;
type Asn1 = forge.asn1.Asn1;

/** Object identifiers of RFC 7292 and RFC 2315. */
const OID = {
  data: '1.2.840.113549.1.7.1',
  keyBag: '1.2.840.113549.1.12.10.1.1',
  certificateBag: '1.2.840.113549.1.12.10.1.3',
  x509Certificate: '1.2.840.113549.1.9.22.1',
  localKeyId: '1.2.840.113549.1.9.21',
  sha1: '1.3.14.3.2.26',
} as const;

const MAC_ROUNDS = 100;

/**
 * A certificate with those that signed it and, if it is to be shown, its private key, as PKCS#12 in base64: nothing in
 * it is encrypted, and its seal has an empty password, as in the service. The library itself writes RSA keys alone.
 */
export function writePkcs12(certificates: readonly string[], key: PrivateKey | undefined): string {
  const bags = certificates.map((der, place) => certificateBag(der, place === 0));
  if (key !== undefined) bags.push(keyBag(key));
  const safe = toDer(sequence(contentInfo(toDer(sequence(...bags)))));
  return Buffer.from(toDer(sequence(integer(3), contentInfo(safe), macData(safe))), 'binary').toString(
    'base64',
  );
}

function certificateBag(der: string, ownsKey: boolean): Asn1 {
  const value = sequence(
    oid(OID.x509Certificate),
    explicit(octets(Buffer.from(der, 'base64').toString('binary'))),
  );
  return bag(OID.certificateBag, value, ownsKey);
}

function keyBag(key: PrivateKey): Asn1 {
  const der = keyObject(key).export({ format: 'der', type: 'pkcs8' }).toString('binary');
  return bag(OID.keyBag, asn1.fromDer(der), true);
}

/** A bag; that of the key and that of its certificate name each other by the same id. */
function bag(type: string, value: Asn1, ownsKey: boolean): Asn1 {
  const id = sequence(oid(OID.localKeyId), set(octets('\x01\x00\x00\x00')));
  return sequence(oid(type), explicit(value), ...(ownsKey ? [set(id)] : []));
}

function macData(safe: string): Asn1 {
  const salt = randomBytes(20).toString('binary');
  const key = pkcs12.generateKey('', util.createBuffer(salt), 3, MAC_ROUNDS, 20, md.sha1.create());
  const mac = createHmac('sha1', Buffer.from(key.getBytes(), 'binary'))
    .update(safe, 'binary')
    .digest('binary');
  const algorithm = sequence(oid(OID.sha1), asn1.create(asn1.Class.UNIVERSAL, asn1.Type.NULL, false, ''));
  return sequence(sequence(algorithm, octets(mac)), octets(salt), integer(MAC_ROUNDS));
}

function contentInfo(content: string): Asn1 {
  return sequence(oid(OID.data), explicit(octets(content)));
}

function sequence(...values: Asn1[]): Asn1 {
  return asn1.create(asn1.Class.UNIVERSAL, asn1.Type.SEQUENCE, true, values);
}

function set(...values: Asn1[]): Asn1 {
  return asn1.create(asn1.Class.UNIVERSAL, asn1.Type.SET, true, values);
}

function explicit(value: Asn1): Asn1 {
  return asn1.create(asn1.Class.CONTEXT_SPECIFIC, 0, true, [value]);
}

function octets(bytes: string): Asn1 {
  return asn1.create(asn1.Class.UNIVERSAL, asn1.Type.OCTETSTRING, false, bytes);
}

function integer(value: number): Asn1 {
  return asn1.create(asn1.Class.UNIVERSAL, asn1.Type.INTEGER, false, asn1.integerToDer(value).getBytes());
}

function oid(text: string): Asn1 {
  return asn1.create(asn1.Class.UNIVERSAL, asn1.Type.OID, false, asn1.oidToDer(text).getBytes());
}

function toDer(value: Asn1): string {
  return asn1.toDer(value).getBytes();
}
