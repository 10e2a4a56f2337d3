import { jwtSecret, type BenchDatabase } from './bench-database.ts'
import { launch, memoryOf, withRunning, type Running } from './launch.ts'
import { sizes } from './load.ts'
import { contest } from './lost-updates.ts'
import { alternate } from './measure.ts'
import { partnershipId, spread } from './operations.ts'
import { shotAt, type Pace } from './requests.ts'
import { compareAnswers } from './same-answers.ts'
import { comparedRows, counted, rowOf } from './table.ts'

export const replicasName = 'two replicas on one database'

const list = '/partnerships?stage=active&sort=name&limit=50'
const contests = 500

const verdict = (faults: readonly string[]): string => {
  if (faults.length === 0) return '**0** (0)'
  process.exitCode = 1
  console.error(faults.slice(0, 10).join('\n'))
  return `**${faults.length} failed** (0)`
}

/** Two products beside each other on one database: the same answers, no lost update, no slower than one. */
export const compareReplicas = (
  { size, appUrl, postgresPid }: BenchDatabase,
  pace: Pace,
): Promise<string> => {
  const start = () => launch('product.ts', appUrl, jwtSecret)
  return withRunning([start(), start()], async (running) => {
    const replicas = running as [Running, Running]
    const records = spread(100, sizes[size].partnerships).map((n) => `/partnerships/${partnershipId(n)}`)
    const paths = [...records, '/outcomes/dashboard', '/gap-board']
    const before = await compareAnswers(replicas, list, paths)
    const { rounds, wins, faults } = await contest(replicas, records[0]!, contests)
    const after = await compareAnswers(replicas, list, paths)
    const asked = counted(before.asked + after.asked)
    console.log(
      rowOf(
        `${replicasName}: answers that differ`,
        'both',
        `${asked} asked of both`,
        '–',
        '–',
        verdict([...before.differing, ...after.differing]),
      ),
    )
    console.log(
      rowOf(
        `${replicasName}: lost updates`,
        'both',
        `${counted(rounds)} rounds, ${wins[0]} + ${wins[1]} won`,
        '–',
        '–',
        verdict(faults),
      ),
    )
    const ask = { paths: [`/api/v1${list}`] }
    const [one, two] = await alternate(
      [shotAt([replicas[0]], ask, postgresPid), shotAt(replicas, ask, postgresPid)],
      pace,
    )
    const samples = [['one, 32 connections', one] as const, ['two, 16 + 16', two] as const]
    console.log(
      comparedRows(
        `${replicasName}: list 50`,
        samples.map(([who, sample]) => [who, sample]),
        '≥ 1.00',
      ),
    )
    const memory = await Promise.all(replicas.map(({ pid }) => memoryOf(pid)))
    return `Memory of two replicas after the load: ${memory.map((held) => held.toFixed(0)).join(' and ')} MiB.`
  })
}
