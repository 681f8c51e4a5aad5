import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Why a blob was not opened: not one of this emulator's at all, or one that was changed or sealed with another key. */
type SealFault = 'unknown' | 'corrupt';

/** What opening a blob gives. */
export type Opened = { readonly content: string } | { readonly fault: SealFault };

const HEADER = Buffer.from('KeyVaultEmulatorBackupV1.');
const NONCE_LENGTH = 12;
const TAG_LENGTH = 16;
const KEY_LENGTH = 32;

/** Encrypts backups, so that clients can keep them but neither read nor change them: AES-256-GCM under the emulator's own key. */
export class BackupSeal {
  readonly #key: Buffer;

  /** @param key 32 bytes; a new random key if not given. */
  constructor(key: Buffer = randomBytes(KEY_LENGTH)) {
    this.#key = key;
  }

  /** The blob of a backup, in base64url. */
  seal(content: string): string {
    const nonce = randomBytes(NONCE_LENGTH);
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce).setAAD(HEADER);
    const sealed = Buffer.concat([cipher.update(content, 'utf8'), cipher.final()]);
    return Buffer.concat([HEADER, nonce, cipher.getAuthTag(), sealed]).toString('base64url');
  }

  /** What was sealed in a blob. */
  open(blob: string): Opened {
    const bytes = Buffer.from(blob, 'base64url');
    const start = HEADER.length + NONCE_LENGTH + TAG_LENGTH;
    if (bytes.length < start || !bytes.subarray(0, HEADER.length).equals(HEADER)) return { fault: 'unknown' };
    const nonce = bytes.subarray(HEADER.length, HEADER.length + NONCE_LENGTH);
    const tag = bytes.subarray(HEADER.length + NONCE_LENGTH, start);
    const decipher = createDecipheriv('aes-256-gcm', this.#key, nonce).setAAD(HEADER).setAuthTag(tag);
    try {
      const content = Buffer.concat([decipher.update(bytes.subarray(start)), decipher.final()]);
      return { content: content.toString('utf8') };
    } catch {
      return { fault: 'corrupt' };
    }
  }

  /** The key, for the state file alone. */
  key(): Buffer {
    return this.#key;
  }
}
