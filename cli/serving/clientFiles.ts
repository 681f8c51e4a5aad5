import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { explainFileFault } from '../../reports/files/fileError.ts';
import { UsageError } from '../usageError.ts';

/** Files that a served emulator leaves for its clients. */
export class ClientFiles {
  #folder: string | undefined;

  /**
   * Writes the certificate to trust; without a file of the user's into a temporary folder.
   * @returns where it is, from whatever folder clients look for it.
   */
  writeCertificate(file: string | undefined, pem: string): string {
    this.#folder = file === undefined ? mkdtempSync(join(tmpdir(), 'keyvault-emulator-')) : undefined;
    const path = resolve(file ?? join(this.#folder ?? '', 'ca.pem'));
    write('--ca-file', path, pem, 0o644);
    return path;
  }

  /** Writes the environment of clients, for its owner alone: a secret is in it. */
  writeEnvironment(file: string, lines: string): void {
    write('--write-env', file, lines, 0o600);
  }

  /** Removes what is in a temporary folder. */
  remove(): void {
    if (this.#folder !== undefined) rmSync(this.#folder, { recursive: true, force: true });
  }
}

function write(option: string, file: string, text: string, mode: number): void {
  try {
    writeFileSync(file, text, { mode });
  } catch (error) {
    throw new UsageError(`${option} ${file} cannot be written: ${explainFileFault(error)}`);
  }
}
