import { availableParallelism } from 'node:os';

/** Tests are TypeScript ES modules, turned into CommonJS by swc: no types are checked here, `npm run check` does that. */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/tests'],
  testMatch: ['**/*.test.ts'],
  transform: {
    '^.+\\.(ts|tsx|mjs|js)$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript', tsx: true }, target: 'es2022', transform: { react: { runtime: 'automatic', importSource: 'preact' } } },
        module: { type: 'commonjs' },
      },
    ],
  },
  // Packages that ship ES modules only.
  transformIgnorePatterns: ['/node_modules/(?!(@noble/hashes|canonicalize|read-excel-file|write-excel-file|csv-parse|hono|@hono|fast-check|pure-rand)/)'],
  globalSetup: '<rootDir>/tests/support/made-once-folder.mjs',
  globalTeardown: '<rootDir>/tests/support/made-once-gone.mjs',
  testTimeout: 900_000,
  // Jest leaves one core free unless told; a test file needs up to a gigabyte.
  maxWorkers: Math.min(4, availableParallelism()),
};
