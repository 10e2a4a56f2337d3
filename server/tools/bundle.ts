import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { rolldown, type Plugin } from 'rolldown'

/**
 * Writes the server in a few files: `node server/tools/bundle.ts <folder>`, and beside the folder what looks for it. Ours,
 * drizzle-orm and typebox, nine hundred modules, are joined; every other package stays where it is and as it is.
 */
const joined = /^(?:[./]|[a-z]:|@common-table\/|drizzle-orm|typebox)/i

/** A joined module still says where it stands: the files beside it, and threads, are found from there. */
const places: Plugin = {
  name: 'places',
  transform: {
    filter: { id: /\.ts$/, code: 'import.meta.' },
    handler: (code, id) =>
      code
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href))
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(id))),
  },
}

/** Joins one module of the start, with all it needs of ours, into `folder`. */
const joinModule = async (name: string, folder: string): Promise<void> => {
  const bundle = await rolldown({
    input: join(import.meta.dirname, '..', 'src', 'boot', `${name}.ts`),
    platform: 'node',
    external: (id) => !joined.test(id),
    plugins: [places],
    treeshake: false,
  })
  await bundle.write({
    dir: folder,
    format: 'esm',
    entryFileNames: '[name].mjs',
    chunkFileNames: '[name]-[hash].mjs',
  })
}

const write = async (folder: string): Promise<void> => {
  const unfinished = `${folder}.${randomUUID()}`
  await joinModule('run', unfinished)
  await joinModule('quick', unfinished)
  // Whole or not at all: a start may look for it at this moment, or another may have made the same.
  await rename(join(unfinished, 'quick.mjs'), join(dirname(folder), 'quick.mjs'))
  await rename(unfinished, folder).catch(() => rm(unfinished, { recursive: true }))
}

/** A product still running from an older one may yet read a part of it: the newest few stay. */
const keep = 3

const tidy = async (all: string): Promise<void> => {
  const folders = (await readdir(all, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(all, name))
  const aged = await Promise.all(folders.map(async (path) => ({ path, made: (await stat(path)).mtimeMs })))
  const old = aged.sort((one, other) => other.made - one.made).slice(keep)
  await Promise.all(old.map(({ path }) => rm(path, { recursive: true, force: true })))
}

const [folder] = process.argv.slice(2)
if (!folder) throw new Error('Say which folder to write: node server/tools/bundle.ts <folder>')
await mkdir(dirname(folder), { recursive: true })
await write(folder)
await tidy(dirname(folder))
