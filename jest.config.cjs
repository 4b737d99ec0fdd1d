const { existsSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

const read = (...path) => JSON.parse(readFileSync(join(__dirname, ...path), 'utf8'));

/** Where packages stand that are ES modules: Jest does not load them as they are. */
function modulePaths() {
  const paths = Object.keys(read('package-lock.json').packages).filter((path) =>
    existsSync(join(__dirname, path, 'package.json')),
  );
  return paths.filter((path) => path !== '' && read(path, 'package.json').type === 'module');
}

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  globalSetup: '<rootDir>/tests/browser/build-widget.cjs',
  testMatch: ['<rootDir>/{tests,conformance}/**/*.test.ts'],
  coverageProvider: 'v8',
  // A test that starts the whole house loads Bot Framework and builds the index: seconds on a busy machine.
  testTimeout: 60_000,
  maxWorkers: '100%',
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
