import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { findBrowser } from './browser.ts'
import { home, scriptOf } from './programs.ts'

export interface Step {
  readonly name: string
  /** What Node runs, asked for when it is the step's turn. */
  readonly script: () => string[]
  readonly env?: () => Promise<Record<string, string>>
  /** Its tests are counted one by one. */
  readonly tests?: true
  /** May run beside another step; the others need the machine for themselves. */
  readonly light?: true
  /** Left out by `--quick`. */
  readonly slow?: true
}

const at = (...path: string[]): string => join(home, ...path)
const vitest = (room: 'client' | 'server' | 'shared', folder: string = room): string[] => [
  scriptOf('vitest', room),
  'run',
  '--root',
  at(folder),
]

const checks: Step[] = [
  {
    name: 'format',
    script: () => [scriptOf('prettier'), '--check', '--log-level', 'warn', '.'],
    light: true,
  },
  { name: 'lint', script: () => [scriptOf('oxlint'), '--deny-warnings'], light: true },
  { name: 'file names', script: () => [scriptOf('@ls-lint/ls-lint', '.', 'ls-lint')], light: true },
  {
    name: 'types of shared',
    script: () => [scriptOf('typescript', 'server', 'tsc'), '-p', at('shared')],
    light: true,
  },
  {
    name: 'types of the shared tests',
    script: () => [scriptOf('typescript', 'server', 'tsc'), '-p', at('shared', 'tsconfig.test.json')],
    light: true,
  },
  {
    name: 'types of server',
    script: () => [scriptOf('typescript', 'server', 'tsc'), '-p', at('server')],
    light: true,
  },
  { name: 'types of client', script: () => [scriptOf('vue-tsc', 'client'), '-p', at('client')], light: true },
  {
    name: 'boundaries',
    script: () => [
      scriptOf('dependency-cruiser', 'server', 'depcruise'),
      '--config',
      at('.dependency-cruiser.cjs'),
      'shared/src',
      'server',
      'client/src',
    ],
    light: true,
  },
  { name: 'dead code', script: () => [scriptOf('knip', 'server')], light: true },
]

const build: Step[] = [
  { name: 'build', script: () => [at('server', 'tools', 'build.ts')], slow: true },
  { name: 'budget', script: () => [at('client', 'budget.ts')], slow: true },
]

const journeys: Step = {
  name: 'browser journeys',
  script: () => vitest('client', 'client/journeys'),
  env: async () => ({ CHROME_PATH: await findBrowser() }),
  tests: true,
  slow: true,
}

const tests: Step[] = [
  { name: 'tests of shared', script: () => vitest('shared'), tests: true },
  { name: 'tests of server', script: () => vitest('server'), tests: true },
  { name: 'tests of client', script: () => vitest('client'), tests: true },
]

/** Everything a change must pass, cheap things first. */
export const allSteps = (quick: boolean): Step[] =>
  [...checks, ...build, ...tests, ...(existsSync(at('client', 'journeys')) ? [journeys] : [])].filter(
    (step) => !(quick && step.slow),
  )
