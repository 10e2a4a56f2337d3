import type { Readable } from 'node:stream'
import * as yauzl from 'yauzl'
import type { TableLimits } from './table.ts'
import { TableProblem } from './table-problem.ts'

/** A zip archive of which only named parts are read, as streams; nothing is ever written to a path it names. */
export type Archive = {
  has: (name: string) => boolean
  names: () => string[]
  read: (name: string) => Promise<AsyncIterable<Buffer>>
  close: () => void
}

const broken = (cause?: unknown): TableProblem =>
  new TableProblem(
    'broken_workbook',
    'The workbook is damaged. Open it in a spreadsheet program, save it again and send it.',
    { cause },
  )

const bomb = (): TableProblem =>
  new TableProblem(
    'zip_bomb',
    'The workbook would unpack to far more than it should. Save the sheet as CSV and send that.',
  )

const openZip = (path: string): Promise<yauzl.ZipFile> =>
  new Promise((resolve, reject) => {
    yauzl.open(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (problem, zip) => {
      if (problem !== null) reject(broken(problem))
      else resolve(zip)
    })
  })

const listEntries = (zip: yauzl.ZipFile, limits: TableLimits): Promise<Map<string, yauzl.Entry>> =>
  new Promise((resolve, reject) => {
    const entries = new Map<string, yauzl.Entry>()
    let inflated = 0
    let count = 0
    zip.on('error', (problem) => reject(broken(problem)))
    zip.on('end', () => resolve(entries))
    zip.on('entry', (entry: yauzl.Entry) => {
      count++
      inflated += entry.uncompressedSize
      const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize)
      const swollen = entry.uncompressedSize > 1_000_000 && ratio > limits.inflationRatio
      if (count > limits.entries || inflated > limits.inflatedBytes || swollen) return reject(bomb())
      if (entry.isEncrypted())
        return reject(
          new TableProblem(
            'encrypted_workbook',
            'The workbook is protected by a password. Save it without one and send it again.',
          ),
        )
      entries.set(entry.fileName.replace(/^\//, ''), entry)
      zip.readEntry()
    })
    zip.readEntry()
  })

const openEntry = (zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Readable> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (problem, stream) => {
      if (problem !== null) reject(broken(problem))
      else resolve(stream)
    })
  })

/** Opens an archive after checking what it declares; what it really unpacks to is counted while it is read. */
export const openArchive = async (path: string, limits: TableLimits): Promise<Archive> => {
  const zip = await openZip(path)
  let inflated = 0
  const count = (bytes: number): void => {
    inflated += bytes
    if (inflated > limits.inflatedBytes) throw bomb()
  }
  try {
    const entries = await listEntries(zip, limits)
    return {
      has: (name) => entries.has(name),
      names: () => [...entries.keys()],
      read: async (name) => {
        const entry = entries.get(name)
        if (entry === undefined) throw broken()
        const stream = await openEntry(zip, entry)
        return counted(stream, count)
      },
      close: () => zip.close(),
    }
  } catch (problem) {
    zip.close()
    throw problem
  }
}

async function* counted(stream: Readable, count: (bytes: number) => void): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of stream) {
      const bytes = chunk as Buffer // the stream has no encoding set
      count(bytes.length)
      yield bytes
    }
  } catch (problem) {
    throw problem instanceof TableProblem ? problem : broken(problem)
  } finally {
    stream.destroy()
  }
}
