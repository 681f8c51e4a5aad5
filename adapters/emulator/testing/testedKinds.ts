import { generateKeyPairSync } from 'node:crypto';
import type { EmulatorUnderTest, Reply } from './emulatorUnderTest.ts';
import { makeTestCertificate } from './testCertificates.ts';

const CERTIFICATE = await makeTestCertificate('EC', ['2025-01-01T00:00:00Z', '2999-01-01T00:00:00Z']);

/** A kind of objects for tests that all kinds must pass. */
export interface TestedKind {
  readonly collection: string;
  readonly title: string;
  /** Makes an object, or a new version of one that is there; answers 200 when it can. */
  make(emulator: EmulatorUnderTest, name: string): Promise<Reply>;
  /** Makes one the other way that there is, if there is one; answers `made` when it can. */
  makeOtherwise(emulator: EmulatorUnderTest, name: string): Promise<Reply>;
  /** Status of an answer to `makeOtherwise`. */
  readonly made: 200 | 202;
}

const POLICY = {
  key_props: { kty: 'EC', crv: 'P-256' },
  x509_props: { subject: 'CN=test.example' },
  issuer: { name: 'Self' },
};

function newJwk(): object {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
}

/** Every kind of object. */
export const TESTED_KINDS: readonly TestedKind[] = [
  {
    collection: 'secrets',
    title: 'Secret',
    make: (emulator, name) => emulator.set(name),
    makeOtherwise: (emulator, name) => emulator.set(name, ''),
    made: 200,
  },
  {
    collection: 'certificates',
    title: 'Certificate',
    make: (emulator, name) =>
      emulator.call('POST', `/certificates/${name}/import`, { body: { value: CERTIFICATE.pem } }),
    makeOtherwise: (emulator, name) =>
      emulator.call('POST', `/certificates/${name}/create`, { body: { policy: POLICY } }),
    made: 202,
  },
  {
    collection: 'keys',
    title: 'Key',
    make: (emulator, name) => emulator.call('POST', `/keys/${name}/create`, { body: { kty: 'EC' } }),
    makeOtherwise: (emulator, name) => emulator.call('PUT', `/keys/${name}`, { body: { key: newJwk() } }),
    made: 200,
  },
];
