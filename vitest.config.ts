import { defineConfig, type ViteUserConfig } from 'vitest/config';

const config: ViteUserConfig = defineConfig({
  test: {
    include: ['**/*.test.ts', '**/*.property.ts'],
    // Most of the tests speak to a server of their own, or start the command line: machines of CI are slow at it.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});

export default config;
