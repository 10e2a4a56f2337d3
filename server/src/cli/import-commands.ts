import { createInterface } from 'node:readline/promises'
import { ProblemError } from '@common-table/shared/contract/problem'
import { noteSentence } from '@common-table/shared/imports/note-sentences'
import { problemName } from '@common-table/shared/imports/problem-names'
import { problemSentence } from '@common-table/shared/imports/problem-sentences'
import type { RowProblemCode } from '@common-table/shared/imports/problems'
import type { Import } from '@common-table/shared/imports/schemas'
import type { Services } from '../http/services.ts'
import {
  performHere,
  problemsOf,
  takeInFile,
  writeRefusedRows,
  type ImportTask,
  type ProgressNow,
} from '../imports/index.ts'
import { CliRefusal, command } from './command.ts'
import { districtOption, findDistrict } from './find-district.ts'

type Say = (line: string) => void

/** `Column=field;Other=field` as a record. */
const pairs = (text: string | undefined): Record<string, string> =>
  Object.fromEntries(
    (text ?? '')
      .split(';')
      .filter((pair) => pair.includes('='))
      .map((pair) => {
        const at = pair.lastIndexOf('=')
        return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()]
      }),
  )

const said = async <T>(work: Promise<T>): Promise<T> =>
  work.catch((error: unknown) => {
    throw error instanceof ProblemError ? new CliRefusal(error.message) : error
  })

const progressLine = ({ phase, rowsRead, share, rowsPerSecond, secondsLeft }: ProgressNow): string =>
  `${phase === 'reading' ? 'Reading' : 'Writing'}: ${rowsRead} rows, ${Math.round(share * 100)} %, ${rowsPerSecond} rows/s${secondsLeft === null ? '' : `, about ${secondsLeft} s left`}`

const follower = (say: Say) => {
  let told = 0
  return (now: ProgressNow): void => {
    if (process.stdout.isTTY) process.stdout.write(`\r\u001b[K${progressLine(now)}`)
    else if (performance.now() - told > 5000) {
      told = performance.now()
      say(progressLine(now))
    }
  }
}

const report = async (
  services: Services,
  districtId: string,
  done: Import,
  task: ImportTask,
  say: Say,
): Promise<void> => {
  if (process.stdout.isTTY) process.stdout.write('\r\u001b[K')
  if (done.failure !== null) throw new CliRefusal(done.failure)
  say(
    `${done.rowsTotal} rows: ${done.rowsKept} kept, ${done.rowsRefused} refused, ${done.rowsRepeated} that only repeat another.`,
  )
  for (const [name, counts] of Object.entries(done.counts)) {
    if (name === 'undo') continue
    const { new: added, updated, unchanged } = counts as { new: number; updated: number; unchanged: number } // what every kind counts
    say(`  ${name}: ${added} new, ${updated} changed, ${unchanged} as they were`)
  }
  for (const note of done.notes) say(`  ${noteSentence(note)}`)
  for (const { code, refused, n } of done.problems)
    say(`  ${refused ? 'refused' : 'kept, with a note'}: ${problemName(code)} × ${n}`)
  const examples = await problemsOf(
    services.read(districtId),
    done.id,
    { refused: true, limit: 5 },
    undefined,
  )
  const shown = JSON.parse(examples?.items ?? '[]') as {
    row: number
    code: RowProblemCode
    column: string
    value: string
    params: Record<string, string>
  }[]
  for (const { row, ...problem } of shown) say(`  row ${row}: ${problemSentence(problem)}`)
  say(
    `${task === 'check' ? 'Checked' : 'Done'} in ${(done.seconds ?? 0).toFixed(1)} s, peak memory ${Math.round((done.peakBytes ?? 0) / 1_048_576)} MB.`,
  )
}

const agreed = async (): Promise<boolean> => {
  if (!process.stdin.isTTY) throw new CliRefusal('Add --yes to bring it in, or --dry-run to only look.')
  const asking = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await asking.question('Bring it in? [y/N] ')
  asking.close()
  return /^y/i.test(answer)
}

export const importCommands = [
  command({
    name: 'import',
    summary:
      'Bring in a CSV, TSV, XLSX or JSON file: schools, measurements, delivery_measurements, organizations or program_sites.',
    files: 'KIND FILE',
    options: {
      district: districtOption,
      map: {
        summary: 'Columns that are not guessed right: "Column=field;Other=field"; "Column=" leaves one out.',
        value: 'PAIRS',
      },
      option: {
        summary: 'Choices of this kind of import: "existing=update;partnerships=no".',
        value: 'PAIRS',
      },
      refused: {
        summary: 'Where to write the refused rows with what to do; fix them and import that file.',
        value: 'FILE',
      },
      'dry-run': { summary: 'Go through the whole file and say what would happen; write nothing.' },
      yes: { summary: 'Do not ask before writing.' },
    },
    run: async (
      { app: { services }, ownerUrl, say },
      { district, map, option, refused, 'dry-run': dryRun, yes },
      files,
    ) => {
      const [kind, path, extra] = files
      if (kind === undefined || path === undefined || extra !== undefined)
        throw new CliRefusal('Say the kind and one file: pnpm cli import schools FILE --district NAME.')
      const { id: districtId, name } = await findDistrict(ownerUrl, district)
      const { importId, columns } = await said(
        takeInFile(services, { districtId, kind, path, map: pairs(map), options: pairs(option) }),
      )
      const width = Math.max(...columns.map(({ header }) => header.length))
      for (const { header, field, label, sample } of columns)
        say(
          `  ${header.padEnd(width)}  ${field === null ? '(left out)' : `${label} [${field}]`}${sample === '' ? '' : `  e.g. ${sample}`}`,
        )
      const perform = async (task: ImportTask): Promise<void> => {
        const done = await said(performHere(services, districtId, importId, task, follower(say)))
        await report(services, districtId, done, task, say)
        if (done.rowsRefused === 0) return
        if (refused === undefined)
          return say(
            '--refused FILE writes the refused rows with what to do, to be fixed and brought in again.',
          )
        await said(writeRefusedRows(services, districtId, importId, refused))
        say(`The refused rows are in ${refused}. Fix them and bring that file in.`)
      }
      if (dryRun) return perform('check')
      if (!yes && !(await agreed())) return say('Nothing was brought in.')
      await perform('run')
      say(`pnpm cli undo-import ${importId} --district "${name}" takes it back.`)
    },
  }),
  command({
    name: 'undo-import',
    summary: 'Take back what an import brought in, except what people changed since.',
    files: 'IMPORT_ID',
    options: { district: districtOption },
    run: async ({ app: { services }, ownerUrl, say }, { district }, [importId]) => {
      if (importId === undefined)
        throw new CliRefusal('Say which import: its id stands at the end of what the import printed.')
      const { id: districtId } = await findDistrict(ownerUrl, district)
      const done = await said(performHere(services, districtId, importId, 'undo', () => {}))
      if (done.failure !== null) throw new CliRefusal(done.failure)
      for (const [name, counts] of Object.entries(
        (done.counts.undo ?? {}) as Record<string, Record<string, number>>,
      ))
        // written by the undo itself
        say(
          `  ${name}: ${counts.removed} removed, ${counts.restored} restored, ${counts.kept} kept as they were changed since`,
        )
    },
  }),
]
