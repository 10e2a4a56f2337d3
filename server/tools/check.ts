import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { home } from './programs.ts'
import { allSteps, type Step } from './steps.ts'

interface Result {
  readonly passed: number
  readonly failed: number
  readonly output: string
  readonly summary: string
}

interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
}

const quarterHour = 15 * 60_000

const runScript = (script: string[], env: Record<string, string>): Promise<{ ok: boolean; output: string }> =>
  new Promise((resolve) => {
    const options = {
      cwd: home,
      env: { ...process.env, ...env },
      maxBuffer: 256 * 1024 * 1024,
      timeout: quarterHour,
    }
    execFile(process.execPath, script, options, (error, stdout, stderr) =>
      resolve({
        ok: error === null,
        output: stdout + stderr + (error?.killed ? '\nStopped after 15 minutes.' : ''),
      }),
    )
  })

const runTests = async (script: string[], env: Record<string, string>): Promise<Result> => {
  const folder = await mkdtemp(join(tmpdir(), 'common-table-check-'))
  const file = join(folder, 'report.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const { ok, output } = await runScript([...script, ...reporters], env)
  const report = await readFile(file, 'utf8').then(
    (text) => JSON.parse(text) as Report,
    () => undefined,
  )
  await rm(folder, { recursive: true, force: true })
  const passed = report?.numPassedTests ?? 0
  // A file that does not load, or an error outside any test, fails the run without failing a test.
  const failed = Math.max(report?.numFailedTests ?? 0, ok ? 0 : 1)
  return { passed, failed, output, summary: `${passed} passed${failed ? `, ${failed} failed` : ''}` }
}

const runStep = async (step: Step): Promise<Result> => {
  try {
    const env = { FORCE_COLOR: '0', ...(await step.env?.()) }
    if (step.tests) return await runTests(step.script(), env)
    const { ok, output } = await runScript(step.script(), env)
    return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, output, summary: '' }
  } catch (error) {
    return {
      passed: 0,
      failed: 1,
      output: error instanceof Error ? error.message : String(error),
      summary: '',
    }
  }
}

const timed = async (step: Step): Promise<Result> => {
  const began = performance.now()
  const result = await runStep(step)
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.log(
    `${result.failed ? '✗' : '✓'} ${step.name.padEnd(28)}${seconds.padStart(7)} s  ${result.summary}`.trimEnd(),
  )
  if (result.failed) console.log(`\n${result.output.trim()}\n`)
  return result
}

/** Light steps two at a time, the others alone; a failing step does not keep the next from being told about. */
const runAll = async (steps: Step[]): Promise<Result[]> => {
  const results: Result[] = []
  const light = steps.filter((step) => step.light)
  const lane = async (): Promise<void> => {
    for (let step = light.shift(); step; step = light.shift()) results.push(await timed(step))
  }
  await Promise.all([lane(), lane()])
  for (const step of steps.filter(({ light }) => !light)) results.push(await timed(step))
  return results
}

const results = await runAll(allSteps(process.argv.includes('--quick')))
const sum = (of: 'passed' | 'failed'): number => results.reduce((total, result) => total + result[of], 0)
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
process.exitCode = sum('failed') > 0 ? 1 : 0
