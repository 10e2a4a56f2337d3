const features =
  '(people|district|calendar|catalog|priorities|schools|organizations|partnerships|needs|outcomes|imports|search|clients|mail|audit|notifications|views|links|compliance|vision|agreements|obligations|pipeline|lifecycle|investments|choices)'
const platform = '(server/src/(http|db|jobs|files|docs|boot)|client/src/(platform|ui))'
const test = '\\.test(-d)?\\.ts$'

/** The house rules between files. Each name is what the error says. */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Two files that need each other are one idea, or three.',
      from: {},
      // A type, or a page loaded later, that comes back is no cycle when the program loads.
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only', 'dynamic-import'] } },
    },
    {
      name: 'shared-imports-only-typebox',
      severity: 'error',
      comment: 'What is true must not depend on where it runs.',
      from: { path: '^shared/src/', pathNot: test },
      to: { pathNot: ['^shared/src/', 'node_modules/typebox'] },
    },
    {
      name: 'client-and-server-never-meet',
      severity: 'error',
      comment: 'They meet in shared. Journeys look at both from outside.',
      from: { path: '^client/src/' },
      to: { path: '^server/' },
    },
    {
      name: 'server-never-imports-client',
      severity: 'error',
      from: { path: '^server/src/' },
      to: { path: '^client/' },
    },
    {
      name: 'platform-knows-no-feature',
      severity: 'error',
      comment: 'What carries the features must outlive each of them. Only the start assembles them.',
      from: {
        path: `^${platform}/`,
        pathNot: [test, '/testing\\.ts$', '^server/src/boot/(assemble|demo|run)\\.ts$'],
      },
      to: { path: `^(server|client)/src/${features}/` },
    },
    {
      name: 'features-meet-at-the-door',
      severity: 'error',
      comment: 'Another feature is used through its index.ts, so its inside can change.',
      from: { path: `^(server|client)/src/${features}/`, pathNot: test },
      to: { path: `^$1/src/${features}/`, pathNot: ['^$1/src/$2/', '/index\\.ts$'] },
    },
    {
      name: 'only-http-knows-fastify',
      severity: 'error',
      comment: 'A handler speaks the domain, not HTTP.',
      from: { path: `^server/src/${features}/`, pathNot: test },
      to: { path: 'node_modules/(@fastify/|fastify/)' },
    },
    {
      name: 'only-queries-and-tables-know-sql',
      severity: 'error',
      comment: 'SQL of a feature stands in queries.ts and table.ts, or in files named for what they query.',
      from: {
        path: `^server/src/${features}/`,
        pathNot: ['[/-](queries|table|tables)\\.ts$', '/queries-[a-z-]+\\.ts$', test],
      },
      to: { path: 'node_modules/(drizzle-orm|pg|@types/pg|pg-copy-streams|@types/pg-copy-streams)/' },
    },
    {
      name: 'samples-are-for-tests-and-seeds',
      severity: 'error',
      comment: 'An invented record must never reach a real district.',
      from: {
        pathNot: [
          test,
          '/samples\\.ts$',
          '/testing\\.ts$',
          '^server/src/seed/',
          '^server/(test|bench)/',
          '^client/(journeys|src/app/kit)/',
        ],
      },
      to: { path: '/samples\\.ts$' },
    },
    {
      name: 'charts-only-in-ui-charts',
      severity: 'error',
      comment: 'Every chart comes with its table; the wrapper sees to it.',
      from: { path: '^client/src/', pathNot: '^client/src/ui/charts/' },
      to: { path: 'node_modules/chart\\.js/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(client/dist|\\.data)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'shared/tsconfig.base.json' },
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      extensions: ['.ts', '.vue', '.js', '.mjs', '.json', '.d.ts'],
    },
  },
}
