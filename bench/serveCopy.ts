import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { EmulatorOptions } from '../adapters/emulator/emulatorOptions.ts';

/**
 * `node serveCopy.ts FOLDER OPTIONS`: starts the emulator whose source is in FOLDER, with options as JSON, and prints
 * its URL. It ends with its standard input, so that it never outlives who started it.
 */
const [folder = '', options = '{}'] = process.argv.slice(2);
const source = (await import(
  pathToFileURL(join(folder, 'startEmulator.ts')).href
)) as typeof import('../adapters/emulator/startEmulator.ts');
const { url } = await source.startEmulator(JSON.parse(options) as EmulatorOptions);
process.stdout.write(`${url}\n`);
process.stdin.resume().on('end', () => process.exit());
