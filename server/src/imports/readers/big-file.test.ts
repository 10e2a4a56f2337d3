import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const reader = fileURLToPath(new URL('./open-table.ts', import.meta.url))

// 60 MB through a heap of 40 MB: what grew with the file would end the process.
const script = `
import { Readable } from 'node:stream'
import { openTable } from ${JSON.stringify(reader)}
const line = (n) => '01M' + (n % 1000) + ',2023-24,chronic_absent_rate,' + (n % 100) + ',"' + (n % 100) + '% of students, chronically absent"\\n'
function* file() {
  yield Buffer.from('code,year,metric,value,label\\n')
  for (let n = 0; n < 900_000; n += 1000) yield Buffer.from(Array.from({ length: 1000 }, (_none, at) => line(n + at)).join(''))
}
const table = await openTable(Readable.from(file()))
let rows = 0
for await (const batch of table) rows += batch.length
process.stdout.write(JSON.stringify({ rows, bytes: table.bytesRead() }))
`

test('a 60 MB file passes through a heap smaller than itself', () => {
  const run = spawnSync(
    process.execPath,
    ['--max-old-space-size=40', '--max-semi-space-size=4', '--input-type=module', '-e', script],
    {
      encoding: 'utf8',
    },
  )
  expect(run.stderr).toBe('')
  const { rows, bytes } = JSON.parse(run.stdout) as { rows: number; bytes: number } // written by the script above
  expect(rows).toBe(900_000)
  expect(bytes).toBeGreaterThan(58_000_000)
})
