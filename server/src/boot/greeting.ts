import { demoPeople } from '../seed/demo-people.ts'
import type { Demo } from './demo.ts'

interface Running {
  readonly address: string
  readonly dataDir: string
  readonly database: string
  readonly demo: Demo | undefined
}

const people = ({ password }: Demo): string[] => [
  '',
  password
    ? `  Sign in with the password  ${password}  as`
    : '  Sign in with the password given at the first start as',
  ...demoPeople.map(({ email, title }) => `    ${email.padEnd(28)}${title}`),
]

/** What a newcomer needs to go on, and nothing else. */
export const greeting = ({ address, dataDir, database, demo }: Running): string =>
  [
    '',
    `Common Table is ready at ${address}`,
    ...(demo ? people(demo) : []),
    '',
    `  Data      ${dataDir}`,
    `  Database  ${database}`,
    '  Stop      Ctrl-C',
    '',
  ].join('\n')
