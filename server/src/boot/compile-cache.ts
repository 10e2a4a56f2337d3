import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

/**
 * Compiled modules are kept beside the packages they come from: reading, stripping and compiling a thousand of them is
 * a third of what a start computes. Node ignores what does not fit a changed file, and a folder it may not write to.
 */
enableCompileCache(fileURLToPath(new URL('../../../node_modules/.cache/compiled', import.meta.url)))
