import { registerHooks } from 'node:module'
import './compile-cache.ts'

const here = new URL('../../../', import.meta.url).href
const shared = '@common-table/shared/'
const fullyNamed = /\/node_modules\/(drizzle-orm|typebox)\/.*\.m?js$/

/** The file a module names in full, where it does; nothing has to be looked up for it. */
const named = (specifier: string, parent: string): { url: string; format: string } | undefined => {
  const ours = parent.startsWith(here) && parent.endsWith('.ts') && !parent.includes('/node_modules/')
  if (ours && specifier.startsWith(shared))
    return {
      url: `${here}shared/src/${specifier.slice(shared.length)}.ts`,
      format: 'module-typescript',
    }
  if (!specifier.startsWith('.')) return undefined
  if (ours && specifier.endsWith('.ts'))
    return { url: new URL(specifier, parent).href, format: 'module-typescript' }
  return fullyNamed.test(parent) ? { url: new URL(specifier, parent).href, format: 'module' } : undefined
}

/**
 * Node 24 looks at the disk several times for each module and parses the package.json above it anew; drizzle-orm's is
 * 179 KB above 300 files. That was a quarter of what a start computed, for files that are named in full: ours carry their
 * ending, what is shared is `@common-table/shared/` and its path, drizzle-orm and typebox write theirs out. Until Node
 * keeps what it has looked up.
 */
registerHooks({
  resolve: (specifier, context, next) => {
    const file = named(specifier, context.parentURL ?? '')
    return file ? { ...file, shortCircuit: true } : next(specifier, context)
  },
})
