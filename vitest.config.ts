import { defineConfig, type ViteUserConfig } from 'vitest/config';

const config: ViteUserConfig = defineConfig({
  test: {
    include: ['**/*.test.ts', '**/*.property.ts'],
    // Most of the tests speak to a server of their own, or start the command line: machines of CI are slow at it.
    // All cores: much of what the tests do is waiting for targets that are slow on purpose.
    maxWorkers: '100%',
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});

export default config;
