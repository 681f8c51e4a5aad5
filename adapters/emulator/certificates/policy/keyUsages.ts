import 'reflect-metadata';
import { KeyUsageFlags } from '@peculiar/x509';

/** What a certificate's key may be used for, and the bit of the extension that says so (RFC 5280, 4.2.1.3). */
export const KEY_USAGES: ReadonlyMap<string, KeyUsageFlags> = new Map([
  ['digitalSignature', KeyUsageFlags.digitalSignature],
  ['nonRepudiation', KeyUsageFlags.nonRepudiation],
  ['keyEncipherment', KeyUsageFlags.keyEncipherment],
  ['dataEncipherment', KeyUsageFlags.dataEncipherment],
  ['keyAgreement', KeyUsageFlags.keyAgreement],
  ['keyCertSign', KeyUsageFlags.keyCertSign],
  ['cRLSign', KeyUsageFlags.cRLSign],
  ['encipherOnly', KeyUsageFlags.encipherOnly],
  ['decipherOnly', KeyUsageFlags.decipherOnly],
]);

/** The operations of the key that belongs to a certificate, by what the certificate's key may be used for. */
export function keyOpsOf(keyUsage: readonly string[]): string[] {
  const has = (...usages: string[]): boolean => usages.some((usage) => keyUsage.includes(usage));
  return [
    'sign',
    'verify',
    ...(has('dataEncipherment') ? ['encrypt', 'decrypt'] : []),
    ...(has('keyEncipherment', 'keyAgreement') ? ['wrapKey', 'unwrapKey'] : []),
  ];
}
