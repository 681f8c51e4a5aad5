import { expect, expectTypeOf, it } from 'vitest';
import type { RunFlags } from '../options/runOptions.ts';
import { type Config, defineConfig } from './defineConfig.ts';

it('should have every option of a run, and give back what it is given', () => {
  expectTypeOf<keyof Config>().toEqualTypeOf<Exclude<keyof RunFlags, 'config'>>();
  const config = { target: 'lowkey-vault', kinds: 'secret', insecure: true };
  expect(defineConfig(config)).toBe(config);
});
