import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { MODEL_VERSION } from './modelVersion.ts';

it('should be the version of the package', () => {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  expect(JSON.parse(text)).toMatchObject({ version: MODEL_VERSION });
});
