import { execFile } from 'node:child_process'
import { existsSync, globSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { scriptOf } from './programs.ts'

const run = promisify(execFile)

const usual: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'].map(
    (name) => `/usr/bin/${name}`,
  ),
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) => [
    `/Applications/${name}.app/Contents/MacOS/${name}`,
    join(homedir(), `Applications/${name}.app/Contents/MacOS/${name}`),
  ]),
  win32: [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    .filter((folder) => folder !== undefined)
    .flatMap((folder) => [
      join(folder, 'Google/Chrome/Application/chrome.exe'),
      join(folder, 'Chromium/Application/chrome.exe'),
      join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ]),
}

/** Where Playwright keeps the browsers it installed, newest first. */
const cached = (): string[] => {
  const home =
    process.env.PLAYWRIGHT_BROWSERS_PATH ??
    {
      darwin: join(homedir(), 'Library/Caches/ms-playwright'),
      win32: join(process.env.LOCALAPPDATA ?? homedir(), 'ms-playwright'),
    }[process.platform as string] ??
    join(homedir(), '.cache/ms-playwright')
  const program = {
    darwin: '*/*.app/Contents/MacOS/*',
    win32: '*/chrome.exe',
  }[process.platform as string]
  return globSync(join(home, 'chromium-*', program ?? '*/chrome'))
    .sort()
    .reverse()
}

/** A file that is there may still lack what it needs to run; Windows' browsers open a window when asked their version. */
const runs = async (path: string): Promise<boolean> => {
  if (!existsSync(path)) return false
  if (process.platform === 'win32') return true
  return run(path, ['--version'], { timeout: 30_000 }).then(
    () => true,
    () => false,
  )
}

const present = async (): Promise<string | undefined> => {
  const named = process.env.CHROME_PATH
  if (named) {
    if (await runs(named)) return named
    throw new Error(`CHROME_PATH names ${named}, which does not run; correct it or leave it out.`)
  }
  for (const path of [...(usual[process.platform] ?? []), ...cached()]) if (await runs(path)) return path
  return undefined
}

/** The ways to get one, each tried once. */
const installations: (() => Promise<unknown>)[] = [
  () =>
    run(process.execPath, [scriptOf('playwright-core', 'client'), 'install', 'chromium'], {
      timeout: 600_000,
    }),
  async () => {
    if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) throw new Error('not root on Debian')
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    await run('apt-get', ['update'], { env, timeout: 300_000 })
    await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { env, timeout: 600_000 })
  },
]

/** A Chromium that runs: the system's, Playwright's, or one installed now. Fails with what to install by hand. */
export const findBrowser = async (): Promise<string> => {
  const found = await present()
  if (found) return found
  for (const install of installations) {
    const installed = await install().then(present, () => undefined)
    if (installed) return installed
  }
  throw new Error(
    'The browser journeys need Chromium and none could be found or installed; install Chrome or Chromium, or set CHROME_PATH to one.',
  )
}
