import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, matchesGlob } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { startEmbedded } from '../src/boot/embedded-postgres/start-embedded.ts'
import { listIn, readStages, type Instruction, type Stage } from './dockerfile.ts'
import { home } from './programs.ts'

// Does what building and starting the image does, without a container engine: each stage is a plain folder, each COPY
// takes what .dockerignore lets through, each RUN runs there. It proves the steps and their order, not the base image.

const root = mkdtempSync(join(tmpdir(), 'common-table-image-'))
chmodSync(root, 0o755)
const ignored = readFileSync(join(home, '.dockerignore'), 'utf8').split('\n').filter(Boolean)
const context = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
  cwd: home,
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => path && existsSync(join(home, path)))
  .filter((path) => !ignored.some((glob) => matchesGlob(path, glob) || matchesGlob(path, `${glob}/**`)))

const environment: Record<string, string> = {}

const copy = (stage: Stage, text: string): void => {
  const words = text.split(/\s+/)
  const from = words.find((word) => word.startsWith('--from='))?.slice('--from='.length)
  const [target = '', ...sources] = words.filter((word) => !word.startsWith('--')).reverse()
  const place = join(root, stage.name, target.startsWith('/') ? target : join('app', target))
  for (const source of sources) {
    if (from) {
      cpSync(join(root, from, source), place, { recursive: true, verbatimSymlinks: true })
      continue
    }
    const files = context.filter((path) => path === source || path.startsWith(`${source}/`))
    if (files.length === 0) throw new Error(`COPY ${source}: the context has no such file.`)
    for (const file of files) {
      const isFolder = target.endsWith('/') || sources.length > 1
      const inside =
        file === source ? (isFolder ? join(place, file) : place) : join(place, file.slice(source.length))
      mkdirSync(dirname(inside), { recursive: true })
      cpSync(join(home, file), inside)
    }
  }
}

const apply = (stage: Stage, { word, text }: Instruction): void => {
  console.log(`${stage.name.padEnd(10)}${word} ${text}`)
  const cwd = join(root, stage.name, 'app')
  mkdirSync(cwd, { recursive: true })
  if (word === 'COPY') copy(stage, text)
  if (word === 'RUN') execFileSync('/bin/sh', ['-c', text], { cwd, stdio: ['ignore', 'ignore', 'inherit'] })
  if (word === 'ENV') environment[text.split('=')[0] ?? ''] = text.slice(text.indexOf('=') + 1)
}

const build = (stages: Stage[]): void => {
  for (const stage of stages) {
    if (existsSync(join(root, stage.from)))
      cpSync(join(root, stage.from), join(root, stage.name), { recursive: true, verbatimSymlinks: true })
    for (const instruction of stage.instructions) apply(stage, instruction)
  }
}

const commandOf = (stage: Stage, word: string): string[] =>
  listIn(stage.instructions.find((instruction) => instruction.word === word)?.text ?? '[]')

const tryOut = async (image: Stage): Promise<void> => {
  const database = await startEmbedded({ dataDir: join(root, 'database'), durable: false })
  const admin = new URL(database.adminUrl)
  const env = {
    ...environment,
    PATH: process.env.PATH,
    HOST: '127.0.0.1',
    PORT: '4389',
    DATA_DIR: join(root, image.name, 'data'),
    DATABASE_URL: database.appUrl,
    DATABASE_ADMIN_URL: Object.assign(admin, { pathname: new URL(database.appUrl).pathname }).href,
    JWT_SECRET: 'only for this trial, thirty-two characters and more',
    DEMO: 'on',
  }
  const cwd = join(root, image.name, 'app')
  const [, ...command] = commandOf(image, 'CMD')
  const [, ...health] = commandOf(image, 'HEALTHCHECK')
  const server = spawn(process.execPath, command, { cwd, env, stdio: ['ignore', 'inherit', 'inherit'] })
  const ended = new Promise((resolve) => server.once('exit', resolve))
  const healthy = async (): Promise<boolean> => {
    const check = spawn(process.execPath, health, { cwd, env })
    return (await new Promise((resolve) => check.once('exit', resolve))) === 0
  }
  try {
    for (let tries = 0; !(await healthy()); tries++) {
      if (tries > 60 || server.exitCode !== null)
        throw new Error('The image’s server does not become healthy.')
      await wait(500)
    }
    const page = await fetch('http://127.0.0.1:4389/')
    if (!page.ok || !(await page.text()).includes('<div id="app">'))
      throw new Error('The image serves no web pages.')
  } finally {
    server.kill('SIGTERM')
    await ended
    await database.stop()
  }
}

try {
  const stages = readStages(readFileSync(join(home, 'server', 'Dockerfile'), 'utf8'))
  build(stages)
  const image = stages.at(-1)
  if (!image) throw new Error('The Dockerfile has no stage.')
  const size = execFileSync('du', ['-sm', join(root, image.name)], { encoding: 'utf8' }).split('\t')[0]
  await tryOut(image)
  console.log(`The image's steps work; its own files take ${size} MB.`)
} finally {
  rmSync(root, { recursive: true, force: true })
}
