import { describe, expect, it } from 'vitest';
import * as texts from './texts.ts';

/** Texts that the service answered, by what they are about. */
const ANSWERED: readonly (readonly [readonly RegExp[], string])[] = [
  [texts.notFound('Secret', 'a'), 'Secret not found: a'],
  [texts.notFound('Key', 'a'), 'Key a not found'],
  [texts.notFound('Certificate', 'a'), 'Certificate not found: a/versions/0123'],
  [
    texts.notFound('Secret', 'a'),
    'A secret with (name/id) a was not found in this key vault. If you recently deleted this secret you may be able to ' +
      'recover it using the correct recovery command. For help resolving this issue, please see ' +
      'https://go.microsoft.com/fwlink/?linkid=2125182',
  ],
  [texts.deletedNotFound('Secret', 'a'), 'Deleted Secret not found: a'],
  [
    texts.deletedButRecoverable('Secret', 'a'),
    'Secret a is currently in a deleted but recoverable state, and its name cannot be reused; in this state, the secret ' +
      'can only be recovered or purged.',
  ],
  [texts.beingDeleted('Secret', 'a'), 'Secret is currently being deleted.'],
  [texts.beingDeleted('Secret', 'a'), 'Secret a is currently being deleted.'],
  [texts.beingDeleted('Key', 'a'), 'Key a is currently being deleted and cannot be re-created; retry later.'],
  [
    texts.beingRecovered('Secret', 'a'),
    'Secret a is currently being recovered and cannot be re-created; retry later.',
  ],
  [
    texts.recoveryConflict('key'),
    "There was a conflict while recovering the soft-deleted key 'https://v/keys/a/1'. This can happen when …",
  ],
  [
    texts.restoreConflict('secret', 'a'),
    'Conflict while restoring secret https://v/secrets/a/1 - secret already exists or concurrent access',
  ],
  [
    texts.restoreConflict('secret', 'a'),
    "There was a conflict restoring the secret 'https://v/secrets/a/1'. This can happen if either: a second secret …",
  ],
  [
    texts.purgeProtected(),
    'Operation "purge" is not allowed because purge protection is enabled for this vault. Key Vault service will …',
  ],
  [texts.disabled('secret'), 'Operation get is not allowed on a disabled secret.'],
  [
    texts.managed('key'),
    'Operation "delete" is not allowed as this object\'s lifetime is managed by Key Vault.',
  ],
  [
    texts.managed('secret'),
    'Operation "delete" is not allowed on this secret, since it is associated with a certificate. Perform the …',
  ],
  [texts.malformedBlob(), 'Backup blob contains invalid or corrupt version.'],
  [texts.malformedBlob(), 'Backup blob is corrupt.'],
];

describe('the texts of the service', () => {
  it.each(ANSWERED)('should be known: %2$s', (known, text) => {
    expect(known.some((pattern) => pattern.test(text))).toBe(true);
  });

  it.each(ANSWERED)('should be whole, not part of another: %2$s', (known, text) => {
    expect(known.some((pattern) => pattern.test(`Strange: ${text}`))).toBe(false);
  });

  it('should name the object that the call was about', () => {
    expect(texts.notFound('Secret', 'a').some((text) => text.test('Secret not found: b'))).toBe(false);
    expect(texts.deletedNotFound('Secret', 'a').some((text) => text.test('Secret not found: a'))).toBe(false);
  });

  it('should take a name as it is, not as a pattern', () => {
    expect(texts.notFound('Secret', 'a.c').some((text) => text.test('Secret not found: abc'))).toBe(false);
  });
});
