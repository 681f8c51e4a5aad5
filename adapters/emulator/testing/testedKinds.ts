import type { EmulatorUnderTest, Reply } from './emulatorUnderTest.ts';

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
    collection: 'keys',
    title: 'Key',
    make: (emulator, name) => emulator.call('POST', `/keys/${name}/create`, { body: { kty: 'EC' } }),
  },
];
