import { describe, expect, it } from 'vitest'
import { commands } from './commands.ts'
import { readArguments } from './read-arguments.ts'

const read = (line: string) => readArguments(commands, line.split(' ').filter(Boolean))

describe('pnpm cli', () => {
  it.each(['', '--help', '-h', 'help'])('answers %j with every command', (line) => {
    const { help } = read(line) as { help: string } // a request for help
    for (const { name, summary } of commands) expect(help).toMatch(new RegExp(`^  ${name} +${summary}$`, 'm'))
  })

  it('tells the options of one command', () => {
    expect(read('create-district --help')).toMatchObject({
      help: expect.stringContaining(
        'pnpm cli create-district --name NAME --admin-email ADDRESS [--admin-name NAME]',
      ),
    })
  })

  it('reads options with spaces and equal signs', () => {
    expect(
      readArguments(commands, ['create-district', '--name', 'New York City', '--admin-email=a@b.example']),
    ).toMatchObject({ values: { name: 'New York City', 'admin-email': 'a@b.example' } })
  })

  it.each([
    ['fly', /no command "fly"/],
    ['create-district --name X', /needs --admin-email ADDRESS/],
    ['list-districts --loud', /Unknown option '--loud'.*--help/],
    ['list-districts here', /does not know what to do with "here"/],
    ['reset-password --email', /--help/],
  ])('refuses %j in a sentence', (line, sentence) => {
    expect(() => read(line)).toThrow(sentence)
  })
})
