import { registerHooks } from 'node:module'

/**
 * Node 24 parses the package.json above a module anew for each file it loads, and drizzle-orm's is 179 KB above 300
 * files: most of a second at every start. Its files are modules that name each other in full, so nothing has to be
 * looked up. Until Node keeps what it has parsed, or drizzle-orm a smaller package.json.
 */
registerHooks({
  resolve: (specifier, context, next) =>
    specifier.startsWith('.') && /\/node_modules\/drizzle-orm\/.*\.js$/.test(context.parentURL ?? '')
      ? { url: new URL(specifier, context.parentURL).href, format: 'module', shortCircuit: true }
      : next(specifier, context),
})
