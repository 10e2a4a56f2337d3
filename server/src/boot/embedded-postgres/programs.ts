import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { type Account, identity } from './account.ts'

/** Without the caller's PG* variables (they would redirect the programs) and in English (their words are read). */
const environment = (): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name))),
  LC_MESSAGES: 'C',
})

export interface Outcome {
  readonly ok: boolean
  readonly output: string
}

/** Runs one of PostgreSQL's programs as the account and gives back what it said; never throws. */
export const runProgram = async (
  program: string,
  parameters: string[],
  account: Account,
): Promise<Outcome> => {
  try {
    const { stdout, stderr } = await promisify(execFile)(program, parameters, {
      ...identity(account),
      env: environment(),
      windowsHide: true,
    })
    return { ok: true, output: stdout + stderr }
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string } // what execFile rejects with
    return { ok: false, output: stdout + stderr || String(error) }
  }
}
