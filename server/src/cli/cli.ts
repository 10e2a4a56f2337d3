import { BootFailure } from '../boot/failure.ts'
import { commands } from './commands.ts'
import { readArguments } from './read-arguments.ts'
import { withApp } from './with-app.ts'

// Whoever reads the beginning and leaves (`| head`) has what they want; the work goes on to its end.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

try {
  const asked = readArguments(commands, process.argv.slice(2))
  if ('help' in asked) console.log(asked.help)
  else await withApp((context) => asked.command.run(context, asked.values as never, asked.files)) // typed by `command`
} catch (error) {
  console.error(error instanceof BootFailure ? error.message : error)
  process.exitCode = 1
}
