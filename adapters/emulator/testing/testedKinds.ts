import type { EmulatorUnderTest, Reply } from './emulatorUnderTest.ts';
import { makeTestCertificate } from './testCertificates.ts';

const CERTIFICATE = await makeTestCertificate('EC', ['2025-01-01T00:00:00Z', '2999-01-01T00:00:00Z']);

/** A kind of objects for tests that all kinds must pass. */
export interface TestedKind {
  readonly collection: string;
  readonly title: string;
  /** Makes an object, or a new version of one that is there; answers 200 when it can. */
  make(emulator: EmulatorUnderTest, name: string): Promise<Reply>;
}

/** Every kind of object. */
export const TESTED_KINDS: readonly TestedKind[] = [
  { collection: 'secrets', title: 'Secret', make: (emulator, name) => emulator.set(name) },
  {
    collection: 'certificates',
    title: 'Certificate',
    make: (emulator, name) =>
      emulator.call('POST', `/certificates/${name}/import`, { body: { value: CERTIFICATE.pem } }),
  },
  {
    collection: 'keys',
    title: 'Key',
    make: (emulator, name) => emulator.call('POST', `/keys/${name}/create`, { body: { kty: 'EC' } }),
  },
];
