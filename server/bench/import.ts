import { openAsBlob } from 'node:fs'
import pg from 'pg'
import { busyStatuses, type Import } from '@common-table/shared/imports/schemas'
import { jwtSecret, type BenchDatabase } from './bench-database.ts'
import { launch, peakMemoryOf, withRunning, type Running } from './launch.ts'
import { districtId, sizes, type Size } from './load.ts'
import { cpuOf, median } from './measure.ts'
import {
  copyIn,
  digestOf,
  makeUpMeasurements,
  takeOut,
  writeMeasurementFiles,
  type MeasurementFiles,
} from './measurement-files.ts'
import { counted, rowOf } from './table.ts'

export const importName = (size: Size): string =>
  `import ${counted(sizes[size].imported)} measurements from CSV with validation`

interface Brought {
  seconds: number
  /** Milliseconds of CPU per row. */
  cpu: number
  /** The most the product held in memory, in MiB. */
  peak: number
  /** What the table and its sums hold afterwards. */
  digest: string
}

/** Sends a file as a browser does, has it brought in, and follows it to its end. */
const bringIn = async ({ port, token }: Running, path: string): Promise<Import> => {
  const ask = async (part: string, init: RequestInit = {}) => {
    const response = await fetch(`http://127.0.0.1:${port}/api/v1/imports${part}`, {
      ...init,
      headers: { authorization: `Bearer ${token}` },
    })
    if (!response.ok) throw new Error(`imports${part}: ${response.status} ${await response.text()}`)
    return response
  }
  const form = new FormData()
  form.set('file', await openAsBlob(path, { type: 'text/csv' }), 'measurements.csv')
  const sent = await ask('?kind=measurements', { method: 'POST', body: form })
  const { id } = (await sent.json()) as Import
  await ask(`/${id}/run`, { method: 'POST' })
  for (;;) {
    await (await ask(`/${id}/live`)).text()
    const found = (await (await ask(`/${id}`)).json()) as Import
    if (!busyStatuses.includes(found.status)) return found
  }
}

const byProduct = (
  { appUrl, folder, postgresPid }: BenchDatabase,
  admin: pg.Client,
  { rows, refused, csv }: MeasurementFiles,
): Promise<Brought> =>
  withRunning([launch('product.ts', appUrl, jwtSecret, folder, 'works')], async (running) => {
    const product = running[0]!
    const [began, before] = [performance.now(), cpuOf([product.pid], postgresPid)]
    const { status, failure, rowsRefused, counts } = await bringIn(product, csv)
    const seconds = (performance.now() - began) / 1000
    const cpu = (cpuOf([product.pid], postgresPid) - before) / rows
    const { new: added } = counts['measurements'] as { new: number }
    if (status !== 'done' || added !== rows || rowsRefused !== refused)
      throw new Error(`The import ended ${status}, ${added} new, ${rowsRefused} refused: ${failure}`)
    return { seconds, cpu, peak: await peakMemoryOf(product.pid), digest: await digestOf(admin) }
  })

const byCopy = async (
  { postgresPid }: BenchDatabase,
  admin: pg.Client,
  { rows, copy }: MeasurementFiles,
): Promise<Brought> => {
  const [began, before] = [performance.now(), cpuOf([], postgresPid)]
  await copyIn(admin, copy)
  const seconds = (performance.now() - began) / 1000
  const cpu = (cpuOf([], postgresPid) - before) / rows
  return { seconds, cpu, peak: NaN, digest: await digestOf(admin) }
}

const brought = (name: string, who: string, rows: number, samples: Brought[], last: string): string => {
  const seconds = median(samples.map((sample) => sample.seconds))
  const peak = median(samples.map((sample) => sample.peak))
  const cpu = median(samples.map((sample) => sample.cpu)).toFixed(3)
  const held = Number.isNaN(peak) ? '' : `, at most ${peak.toFixed(0)} MiB`
  return rowOf(
    name,
    who,
    `${counted(Math.round(rows / seconds))} rows/s`,
    `${seconds.toFixed(1)} s${held}`,
    cpu,
    last,
  )
}

/** How often a size can be brought in twice over before the patience of whoever waits is at its end. */
const most = { D: 3, S: 3, M: 2, L: 1 } as const

/** An import against a bare COPY of the same rows, each from the same state, in turns; and a fifth of it for its memory. */
export const compareImport = async (bench: BenchDatabase, rounds: number): Promise<void> => {
  const { size, folder } = bench
  const admin = new pg.Client({ connectionString: bench.adminUrl })
  admin.on('error', () => {})
  await admin.connect()
  try {
    await admin.query("select set_config('app.district_id', $1, false)", [districtId])
    await makeUpMeasurements(admin, size)
    const { imported } = sizes[size]
    const whole = await writeMeasurementFiles(admin, folder, imported)
    const fifth = await writeMeasurementFiles(admin, folder, imported / 5)
    const small = await byProduct(bench, admin, fifth)
    await takeOut(admin)
    const ways = { product: byProduct, copy: byCopy } as const
    const samples: Record<keyof typeof ways, Brought[]> = { product: [], copy: [] }
    for (let round = 0; round < Math.min(rounds, most[size]); round++)
      for (const way of round % 2 === 0 ? (['copy', 'product'] as const) : (['product', 'copy'] as const)) {
        samples[way].push(await ways[way](bench, admin, whole))
        await takeOut(admin)
      }
    const digests = new Set([...samples.product, ...samples.copy].map(({ digest }) => digest))
    if (digests.size !== 1)
      throw new Error(`COPY and the product wrote different rows:\n${[...digests].join('\n')}`)
    const [own, low] = [samples.product, samples.copy].map((all) => median(all.map(({ seconds }) => seconds)))
    const grown = median(samples.product.map(({ peak }) => peak)) / small.peak
    console.log(brought(importName(size), 'COPY', imported, samples.copy, '1'))
    console.log(brought('', 'product', imported, samples.product, `**${(low! / own!).toFixed(2)}** (≥ 0.50)`))
    console.log(
      brought('', 'product, a fifth', imported / 5, [small], `memory × **${grown.toFixed(2)}** (≤ 1.25)`),
    )
  } finally {
    await admin.end()
  }
}
