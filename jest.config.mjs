const transform = {
  '^.+\\.(t|j)sx?$': [
    '@swc/jest',
    {
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic' } },
      },
      module: { type: 'commonjs' },
    },
  ],
};

const project = (displayName, roots, more = {}) => ({
  displayName,
  roots: roots.map((root) => `<rootDir>/${root}`),
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  transform,
  testEnvironment: 'node',
  ...more,
  setupFilesAfterEnv: ['<rootDir>/tools/seed-properties.cjs', ...(more.setupFilesAfterEnv ?? [])],
});

export default {
  // A test is right or wrong, not fast or slow: on a busy machine each takes its time.
  testTimeout: 90_000,
  projects: [
    project('unit', ['packages', 'services', 'standalone', 'tools', 'defaults']),
    project('web', ['web/src'], {
      testEnvironment: '<rootDir>/web/src/testing/jsdom-with-fetch.ts',
      setupFilesAfterEnv: ['<rootDir>/web/src/testing/setup.ts'],
      moduleNameMapper: { '\\.css$': '<rootDir>/web/src/testing/empty-style.ts' },
      testEnvironmentOptions: { customExportConditions: ['node', 'node-addons'] },
    }),
    project('e2e', ['e2e']),
  ],
};
