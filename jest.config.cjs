/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  globalSetup: '<rootDir>/tests/browser/build-widget.cjs',
  testMatch: ['<rootDir>/{tests,conformance}/**/*.test.ts'],
  coverageProvider: 'v8',
  // A test that starts the whole house loads Bot Framework and builds the index: seconds on a busy machine.
  testTimeout: 60_000,
  maxWorkers: '100%',
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
};
