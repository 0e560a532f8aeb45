const IO_LIBRARIES =
  '^(node:)?(fs|fs/promises|net|http|https|child_process|worker_threads)$|node_modules/(amqplib|redis|@redis|dockerode|sharp|@napi-rs|axios|better-sqlite3|ws)/';
const pure = '^packages/(contracts|overlay|kometa)/';

/** The arrows of ARCHITECTURE.md, enforced. */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'contracts-import-nothing-of-ours',
      severity: 'error',
      from: { path: '^packages/contracts/' },
      to: { path: '^(packages/(?!contracts/)|services|standalone|web)/' },
    },
    {
      name: 'core-rooms-do-not-know-each-other',
      severity: 'error',
      from: {
        path: '^packages/(overlay|kometa|service-kit|plex|stand-ins)/src',
        pathNot: '\\.test\\.ts$|/testing/',
      },
      to: { path: '^packages/(?!contracts/)', pathNot: '^packages/$1/' },
    },
    {
      name: 'packages-do-not-know-services',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^(services|standalone|web)/' },
    },
    {
      name: 'services-never-import-each-other',
      severity: 'error',
      from: { path: '^services/([^/]+)/' },
      to: { path: '^(services/(?!$1/)|standalone/|web/)' },
    },
    {
      name: 'services-use-stand-ins-in-tests-only',
      severity: 'error',
      from: { path: '^services/', pathNot: '\\.test\\.ts$|/testing/' },
      to: { path: '^packages/(stand-ins|testing)/' },
    },
    {
      name: 'web-uses-pure-packages-only',
      severity: 'error',
      from: { path: '^web/src/' },
      to: { path: '^(packages/(?!contracts/|overlay/|kometa/)|services|standalone)/' },
    },
    {
      name: 'pure-packages-do-no-io',
      severity: 'error',
      // What builds the text engine is no part of the package that ships.
      from: { path: pure, pathNot: '\\.test\\.ts$|^packages/overlay/freetype/' },
      to: { path: IO_LIBRARIES },
    },
    {
      name: 'services-do-io-in-adapters-only',
      severity: 'error',
      from: { path: '^services/[^/]+/src/', pathNot: '/(adapters|testing)/|/main\\.ts$|\\.test\\.ts$' },
      to: { path: IO_LIBRARIES, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'tests-are-not-imported',
      severity: 'error',
      from: { pathNot: '\\.test\\.tsx?$' },
      to: { path: '\\.test\\.tsx?$' },
    },
    {
      name: 'everything-resolves',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\.css$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|node_modules)/' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
