import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSettings, settingsMarkdown } from './settings.ts'
import { settingTable } from './settings-table.ts'

describe('settings', () => {
  it('need nothing to be set', () => {
    expect(readSettings({})).toMatchObject({
      host: '127.0.0.1',
      port: 4310,
      dataDir: '.data',
      databaseUrl: undefined,
      demo: 'auto',
      nodeEnv: 'development',
      trustProxy: false,
      uploadLimitMb: 256,
    })
  })

  it('take an empty value as absent, as a compose file passes it', () => {
    expect(readSettings({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({
      port: 4310,
      databaseUrl: undefined,
    })
  })

  it.each([
    ['HOST', 'not a host'],
    ['PORT', '70000'],
    ['PORT', '80a'],
    ['DATABASE_URL', 'mysql://host/db'],
    ['DATABASE_ADMIN_URL', 'host:5432'],
    ['SMTP_URL', 'mail.example.org'],
    ['MAIL_FROM', 'Common Table'],
    ['MAIL_FROM', 'A <a@b.example>\r\nBcc: c@d.example'],
    ['PUBLIC_URL', 'https://a.example/path'],
    ['PUBLIC_URL', 'javascript:alert(1)'],
    ['DEMO', 'yes'],
    ['DEMO_PASSWORD', 'short'],
    ['JWT_SECRET', 'too-short'],
    ['OIDC_ISSUER', 'http://login.district.example'],
    ['OIDC_ISSUER', 'login.district.example'],
    ['OIDC_CLIENT_SECRET', 'short'],
    ['NODE_ENV', 'staging'],
    ['LOG_LEVEL', 'loud'],
    ['METRICS_TOKEN', 'short'],
    ['TRUST_PROXY', 'everyone'],
    ['UPLOAD_LIMIT_MB', '0'],
  ])('refuse %s=%j in one sentence that names it', (name, value) => {
    const refuse = (): unknown => readSettings({ [name]: value })
    expect(refuse).toThrow(new RegExp(`^${name} must be [^\n]+; correct it or leave it out\\.$`))
  })

  it('never repeat a value, which may be a secret', () => {
    expect(() => readSettings({ DATABASE_URL: 'postgrs://app:hunter2@db/x' })).toThrow(/^(?!.*hunter2)/)
  })

  it('refuse an admin login without a database, and production on a shared database without a signing secret', () => {
    const databaseUrl = 'postgres://app:secret@db/common_table'
    expect(() => readSettings({ DATABASE_ADMIN_URL: databaseUrl })).toThrow(/^DATABASE_ADMIN_URL is set but/)
    expect(() => readSettings({ NODE_ENV: 'production', DATABASE_URL: databaseUrl })).toThrow(
      /^JWT_SECRET is/,
    )
  })

  it('take an identity provider with its client, on https or on this machine', () => {
    const both = { OIDC_ISSUER: 'http://127.0.0.1:4400', OIDC_CLIENT_ID: 'common-table' }
    expect(readSettings(both)).toMatchObject({ oidcIssuer: both.OIDC_ISSUER, oidcLabel: expect.any(String) })
    expect(() => readSettings({ OIDC_ISSUER: 'https://login.example' })).toThrow(/belong together/)
    expect(() => readSettings({ OIDC_CLIENT_ID: 'common-table' })).toThrow(/belong together/)
  })

  it.each([
    ['off', false],
    ['2', 2],
    ['10.0.0.1, 10.1.0.0/16', ['10.0.0.1', '10.1.0.0/16']],
  ])('read TRUST_PROXY=%s', (text, value) => {
    expect(readSettings({ TRUST_PROXY: text }).trustProxy).toEqual(value)
  })

  it('stand in the README exactly as the table has them', async () => {
    const readme = await readFile(join(import.meta.dirname, '..', 'README.md'), 'utf8')
    expect(readme).toContain(settingsMarkdown())
    expect(readme.match(/^\| `[A-Z]/gm)).toHaveLength(Object.keys(settingTable).length)
  })
})
