const { existsSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

const read = (...path) => JSON.parse(readFileSync(join(__dirname, ...path), 'utf8'));

/** Packages that import() what they need when they need it, which Jest does not do either. */
const IMPORTS = new Set(['node_modules/@opentelemetry/otlp-exporter-base']);

/** Where packages stand that are ES modules: Jest does not load them as they are. */
function modulePaths() {
  const paths = Object.keys(read('package-lock.json').packages).filter((path) =>
    existsSync(join(__dirname, path, 'package.json')),
  );
  return paths.filter((path) => path !== '' && (read(path, 'package.json').type === 'module' || IMPORTS.has(path)));
}

const project = {
  testEnvironment: 'node',
  transformIgnorePatterns: [`^(?!<rootDir>/(?:${modulePaths().join('|')})/(?!node_modules/)).*/node_modules/`],
  transform: {
    '^.+\\.[tj]s$': [
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

/** @type {import('jest').Config} */
module.exports = {
  coverageProvider: 'v8',
  // A test that starts the whole house loads Bot Framework and builds the index: seconds on a busy machine.
  testTimeout: 60_000,
  maxWorkers: '100%',
  projects: [
    {
      ...project,
      displayName: 'passerelle',
      globalSetup: '<rootDir>/tests/browser/build-widget.cjs',
      testMatch: ['<rootDir>/{tests,conformance}/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/tests/processes/'],
    },
    {
      ...project,
      // The suites of the storage once more, on the server's engine.
      displayName: 'postgres',
      globalSetup: '<rootDir>/tests/storage/start-postgres.mjs',
      globalTeardown: '<rootDir>/tests/storage/stop-postgres.mjs',
      globals: { STORAGE_ENGINE: 'postgres' },
      testMatch: [
        '<rootDir>/tests/storage/{sql-*,schema,read-item,trim-conversation,unit-of-work,sealed-key-ring}.test.ts',
        '<rootDir>/tests/processes/*.test.ts',
      ],
    },
  ],
};
