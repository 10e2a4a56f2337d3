import { enableCompileCache, registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'

/**
 * Compiled modules are kept beside the packages they come from: reading, stripping and compiling a thousand of them is
 * a third of what a start computes. Node ignores what does not fit a changed file, and a folder it may not write to.
 */
enableCompileCache(fileURLToPath(new URL('../../../node_modules/.cache/compiled', import.meta.url)))

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
