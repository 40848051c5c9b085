import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'eval/**/*.test.mjs'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    reporters:
      process.env.CI && !process.argv.includes('--reporter=dot')
        ? ['default', ['json', { outputFile: 'artefacts/vitest.json' }]]
        : ['default'],
  },
});
