import { parseArgs } from 'node:util'
import { CliRefusal, type Command } from './command.ts'

const flag = (name: string, value: string | undefined): string => `--${name}${value ? ` ${value}` : ''}`

/** All commands, one a line. */
export const overview = (commands: readonly Command[]): string => {
  const width = Math.max(...commands.map(({ name }) => name.length)) + 2
  return [
    'Usage: pnpm cli COMMAND [OPTIONS]',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}${summary}`),
    '',
    'pnpm cli COMMAND --help tells the options of one. The database is the one the settings name; a running server shares it.',
  ].join('\n')
}

/** One command with its options. */
export const helpOf = ({ name, summary, files, options }: Command): string => {
  const all = Object.entries(options)
  const width = Math.max(0, ...all.map(([option, { value }]) => flag(option, value).length)) + 2
  return [
    `Usage: pnpm cli ${name}${files ? ` ${files}` : ''}${all.map(([option, { value, required }]) => (required ? ` ${flag(option, value)}` : ` [${flag(option, value)}]`)).join('')}`,
    '',
    summary,
    ...(all.length > 0 ? [''] : []),
    ...all.map(([option, { value, summary: meaning }]) => `  ${flag(option, value).padEnd(width)}${meaning}`),
  ].join('\n')
}

export type Asked =
  | { help: string }
  | {
      command: Command
      values: Record<string, string | boolean | undefined>
      files: string[]
    }

/** What the words after `pnpm cli` ask for. Throws CliRefusal with what to do about it. */
export const readArguments = (commands: readonly Command[], words: readonly string[]): Asked => {
  const [name, ...rest] = words[0] === '--' ? words.slice(1) : words
  if (name === undefined || name === 'help' || name === '--help' || name === '-h')
    return { help: overview(commands) }
  const command = commands.find((one) => one.name === name)
  if (!command)
    throw new CliRefusal(`There is no command "${name}". pnpm cli --help lists the ones there are.`)
  if (rest.includes('--help') || rest.includes('-h')) return { help: helpOf(command) }
  const { values, positionals } = parsed(command, rest)
  for (const [option, { required, value }] of Object.entries(command.options))
    if (required && !values[option])
      throw new CliRefusal(`${command.name} needs ${flag(option, value)}. Add it and try again.`)
  if (positionals.length > 0 && command.files === undefined)
    throw new CliRefusal(`${command.name} does not know what to do with "${positionals[0]}".`)
  return { command, values, files: positionals }
}

const parsed = (command: Command, words: readonly string[]) => {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: Object.fromEntries(
        Object.entries(command.options).map(([option, { value }]) => [
          option,
          { type: value ? ('string' as const) : ('boolean' as const) },
        ]),
      ),
    })
  } catch (error) {
    const reason = (error as Error).message.split('. ')[0] // parseArgs throws errors only
    throw new CliRefusal(`${reason}. pnpm cli ${command.name} --help tells the options.`)
  }
}
