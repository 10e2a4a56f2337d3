import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { readyDataFolder } from '../src/boot/data-folder.ts'
import { openDatabase } from '../src/boot/database.ts'
import { BootFailure } from '../src/boot/failure.ts'
import { checkPort } from '../src/boot/port.ts'
import { endOnSignal } from '../src/boot/signals.ts'
import { readSettings } from '../src/settings.ts'
import { home, scriptOf } from './programs.ts'

const webPort = 5173

/** Both sides with hot reload: Vite for the pages, `node --watch` for the server, one database under both that outlives restarts. */
const develop = async (): Promise<void> => {
  const settings = readSettings(process.env)
  const dataDir = await readyDataFolder(settings.dataDir)
  await checkPort(settings.host, settings.port)
  await checkPort('127.0.0.1', webPort)
  const database = await openDatabase(settings, dataDir, console.log)
  const children: ChildProcess[] = []
  const run = (parameters: string[], env: Record<string, string>): void => {
    const child = spawn(process.execPath, parameters, {
      cwd: home,
      stdio: 'inherit',
      env: { ...process.env, ...env },
    })
    children.push(child)
  }
  endOnSignal(
    async () => {
      await Promise.all(
        children.map(
          (child) =>
            new Promise<void>((resolve) => {
              if (child.exitCode !== null || child.signalCode !== null) return resolve()
              child.once('exit', () => resolve())
              child.kill('SIGTERM')
            }),
        ),
      )
      await database.stop()
    },
    () => {
      for (const child of children) child.kill('SIGKILL')
      database.stopNow()
    },
  )
  const web = `http://127.0.0.1:${webPort}`
  console.log(`Web pages with hot reload: ${web}   (the address below is the API alone)`)
  run(['--watch', '--watch-preserve-output', join(import.meta.dirname, 'dev-server.ts')], {
    PUBLIC_URL: settings.publicUrl ?? web,
  })
  run(
    [
      scriptOf('vite', 'client'),
      'client',
      '--port',
      String(webPort),
      '--strictPort',
      '--clearScreen',
      'false',
    ],
    {
      API_PORT: String(settings.port),
    },
  )
}

await develop().catch((error: unknown) => {
  console.error(error instanceof BootFailure ? error.message : error)
  process.exit(1)
})
