import { cpus, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import { jwtSecret, openBenchDatabase } from './bench-database.ts'
import { compareFirstLook, firstLookName } from './first-look.ts'
import { compareImport, importName } from './import.ts'
import type { Size } from './load.ts'
import { operations } from './operations.ts'
import { compareReplicas, replicasName } from './replicas.ts'
import { compareRequests } from './requests.ts'
import { tableHead } from './table.ts'

const { values: said } = parseArgs({
  options: {
    sizes: { type: 'string', default: 'S,M' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '3' },
    only: { type: 'string', default: '' },
  },
})
const pace = { rounds: Number(said.rounds), seconds: Number(said.seconds) }
const wanted = (name: string): boolean => name.includes(said.only)

const benchSize = async (size: Size): Promise<void> => {
  const bench = await openBenchDatabase(size)
  try {
    const notes: string[] = []
    console.log(tableHead)
    const requests = operations(size, jwtSecret).filter(({ name }) => wanted(name))
    if (requests.length > 0) notes.push(await compareRequests(bench, requests, pace))
    if (size === 'D' && wanted(firstLookName)) notes.push(await compareFirstLook(bench))
    if (wanted(replicasName)) notes.push(await compareReplicas(bench, pace))
    if (wanted(importName(size))) await compareImport(bench, pace.rounds)
    if (notes.length > 0) console.log(`\n${notes.join(' ')}`)
  } finally {
    await bench.close()
  }
}

console.log(
  `Machine: ${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB; Node ${process.version}; PostgreSQL 18 embedded; ${said.rounds} rounds of ${said.seconds} s, medians, 32 connections unless said, everything on one machine.`,
)
// Ending takes the database and its folder along.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
for (const size of said.sizes.split(',') as Size[]) await benchSize(size)
