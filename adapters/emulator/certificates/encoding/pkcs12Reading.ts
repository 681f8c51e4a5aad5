import { createPrivateKey, type KeyObject } from 'node:crypto';
import forge from 'node-forge';
import type { CertificateContent } from './pem.ts';

const { asn1, pkcs12, pki, util } = forge;

/**
 * Certificates and a private key out of PKCS#12, be they sealed with the ciphers of today or of thirty years ago.
 * Throws an error when it is no PKCS#12 or the password is wrong.
 */
export function readPkcs12(bytes: Buffer, password: string): CertificateContent {
  const file = pkcs12.pkcs12FromAsn1(
    asn1.fromDer(util.createBuffer(bytes.toString('binary'))),
    false,
    password,
  );
  const bags = file.safeContents.flatMap(({ safeBags }) => safeBags);
  const keyBag = bags.find(({ type }) => type === pki.oids.keyBag || type === pki.oids.pkcs8ShroudedKeyBag);
  const key = keyBag === undefined ? undefined : keyOf(keyBag);
  const certificates = bags.filter(({ type }) => type === pki.oids.certBag).map(certificateOf);
  return { certificates: leafFirst(certificates, bags, keyBag), key };
}

/** A bag's key: the library reads RSA keys alone and hands out the others as they are. */
function keyOf(bag: forge.pkcs12.Bag): KeyObject {
  const info = bag.key == null ? bag.asn1 : pki.wrapRsaPrivateKey(pki.privateKeyToAsn1(bag.key));
  return createPrivateKey({ key: derOf(info), format: 'der', type: 'pkcs8' });
}

/** A bag's certificate: the library reads those with RSA keys alone and hands out the others as they are. */
function certificateOf(bag: forge.pkcs12.Bag): string {
  return derOf(bag.cert == null ? bag.asn1 : pki.certificateToAsn1(bag.cert)).toString('base64');
}

/** The certificate that names the same key as the key's bag comes first. */
function leafFirst(
  certificates: readonly string[],
  bags: readonly forge.pkcs12.Bag[],
  keyBag: forge.pkcs12.Bag | undefined,
): string[] {
  const id = idOf(keyBag);
  const place = bags
    .filter(({ type }) => type === pki.oids.certBag)
    .findIndex((bag) => id !== undefined && idOf(bag) === id);
  const leaf = certificates[Math.max(place, 0)];
  return leaf === undefined ? [] : [leaf, ...certificates.filter((each) => each !== leaf)];
}

function idOf(bag: forge.pkcs12.Bag | undefined): string | undefined {
  const ids: unknown = bag?.attributes?.localKeyId;
  return Array.isArray(ids) ? String(ids[0]) : undefined;
}

function derOf(value: forge.asn1.Asn1): Buffer {
  return Buffer.from(asn1.toDer(value).getBytes(), 'binary');
}
