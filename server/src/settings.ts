import { BootFailure } from './boot/failure.ts'
import * as read from './settings-readers.ts'

interface Setting<T> {
  readonly meaning: string
  /** The text that stands for an absent setting. */
  readonly fallback?: string
  /** What the README says about absence, where that is more than a value. */
  readonly absent?: string
  /** Turns the text into the value; undefined means it is not one. */
  readonly read: (text: string) => T | undefined
  /** Ends the sentence "PORT must be …". */
  readonly must: string
}

const setting = <T, S extends Setting<T>>(value: S & Setting<T>): S => value

/** Every setting of the server, read from the environment. This table is the only place that knows them. */
export const settingTable = {
  HOST: setting({
    meaning: 'The address the server listens on. `0.0.0.0` lets other machines in.',
    fallback: '127.0.0.1',
    read: read.word,
    must: 'an address such as 127.0.0.1 or 0.0.0.0',
  }),
  PORT: setting({
    meaning: 'The port of API and web pages.',
    fallback: '4310',
    read: read.wholeNumber(0, 65_535),
    must: 'a whole number from 0 to 65535 (0 takes any free port)',
  }),
  DATA_DIR: setting({
    meaning:
      'Where everything kept on disk lives: the embedded database, uploads, the outbox, generated secrets.',
    fallback: '.data',
    read: read.text,
    must: 'a folder',
  }),
  DATABASE_URL: setting({
    meaning:
      'The PostgreSQL 18 the server uses, with the login it signs in as. That login must own nothing and bypass nothing.',
    absent: 'the embedded PostgreSQL in `DATA_DIR`',
    read: read.url('postgres:', 'postgresql:'),
    must: 'like postgres://common_table_app:password@host:5432/common_table',
  }),
  DATABASE_ADMIN_URL: setting({
    meaning:
      'The login that migrates the same database. When it may, it makes the roles that are missing, `DATABASE_URL`’s login among them.',
    absent: '`DATABASE_URL` migrates, and the server takes the role `common_table_app` on its connections',
    read: read.url('postgres:', 'postgresql:'),
    must: 'like postgres://postgres:password@host:5432/common_table',
  }),
  SMTP_URL: setting({
    meaning: 'The mail server, with its login.',
    absent: 'mail is kept in the outbox, which admins can read',
    read: read.url('smtp:', 'smtps:'),
    must: 'like smtps://user:password@mail.example.org:465',
  }),
  MAIL_FROM: setting({
    meaning: 'The sender of every mail.',
    fallback: 'Common Table <no-reply@common-table.example>',
    read: read.sender,
    must: 'an address such as "Common Table <partnerships@district.example>"',
  }),
  PUBLIC_URL: setting({
    meaning:
      'The address people type. Links in mail follow it; when it is https, the sign-in cookie travels over HTTPS only.',
    absent: '`http://HOST:PORT`',
    read: read.origin,
    must: 'like https://partnerships.district.example, without a path',
  }),
  DEMO: setting({
    meaning:
      'Whether the first start makes a fictional district with people to sign in as: `on`, `off`, or `auto` (on, except in production).',
    fallback: 'auto',
    read: read.oneOf('auto', 'on', 'off'),
    must: 'auto, on or off',
  }),
  DEMO_PASSWORD: setting({
    meaning: 'The password of the demo people, at least 12 characters.',
    absent: 'a random one, kept in `DATA_DIR` and printed at each start',
    read: read.atLeast(12),
    must: 'at least 12 characters long',
  }),
  JWT_SECRET: setting({
    meaning:
      'What access tokens are signed with and the secrets of authenticator apps are sealed with, at least 32 characters; the same on every server of one installation. Required in production with `DATABASE_URL`. With another one everybody signs in anew, and second factors are passed with a recovery code and set up again.',
    absent: 'a random one, kept in `DATA_DIR`',
    read: read.atLeast(32),
    must: 'at least 32 characters long',
  }),
  NODE_ENV: setting({
    meaning: '`production` makes no demo people unless told to.',
    fallback: 'development',
    read: read.oneOf('production', 'development', 'test'),
    must: 'production, development or test',
  }),
  LOG_LEVEL: setting({
    meaning: 'How much the server writes about requests: `silent`, `error`, `warn`, `info` or `debug`.',
    fallback: 'warn',
    read: read.oneOf('silent', 'error', 'warn', 'info', 'debug'),
    must: 'silent, error, warn, info or debug',
  }),
  METRICS_TOKEN: setting({
    meaning: 'The bearer token that reads `/metrics`, at least 16 characters.',
    absent: 'there is no `/metrics`',
    read: read.atLeast(16),
    must: 'at least 16 characters long',
  }),
  TRUST_PROXY: setting({
    meaning:
      'Which proxies may say who the client is: `off`, the number of proxies in front, or their addresses with commas between.',
    fallback: 'off',
    read: read.proxies,
    must: 'off, a number from 1 to 9, or addresses with commas between',
  }),
  RATE_LIMIT_FACTOR: setting({
    meaning:
      'How many times the usual number of requests a caller may send; raise it for a system that synchronises a lot.',
    fallback: '1',
    read: read.wholeNumber(1, 1_000_000),
    must: 'a whole number from 1 to 1000000',
  }),
  UPLOAD_LIMIT_MB: setting({
    meaning: 'The largest file that may be uploaded, in megabytes.',
    fallback: '256',
    read: read.wholeNumber(1, 4096),
    must: 'a whole number from 1 to 4096',
  }),
}

type Table = typeof settingTable
type Camel<S extends string> = S extends `${infer Head}_${infer Tail}`
  ? `${Lowercase<Head>}${Capitalize<Camel<Tail>>}`
  : Lowercase<S>
type Value<S> = S extends { read: (text: string) => infer T }
  ? S extends { fallback: string }
    ? Exclude<T, undefined>
    : T | undefined
  : never

/** The checked settings, named as in the environment but in camel case: `DATA_DIR` is `dataDir`. */
export type Settings = { readonly [Name in keyof Table as Camel<Name & string>]: Value<Table[Name]> }

/** A setting that cannot be used; the sentence names it and says what to do. */
export class SettingsError extends BootFailure {
  override name = 'SettingsError'
}

const camel = (name: string): string =>
  name.toLowerCase().replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** Reads and checks every setting; an empty one counts as absent. The value itself is never repeated: it may be a secret. */
export const readSettings = (env: Readonly<Record<string, string | undefined>>): Settings => {
  const values: Record<string, unknown> = {}
  for (const [name, { fallback, read, must }] of Object.entries<Setting<unknown>>(settingTable)) {
    const text = env[name]?.trim() || fallback
    const value = text === undefined ? undefined : read(text)
    if (text !== undefined && value === undefined)
      throw new SettingsError(`${name} must be ${must}; correct it or leave it out.`)
    values[camel(name)] = value
  }
  const settings = values as Settings // the loop above fills exactly the table's names
  checkTogether(settings)
  return settings
}

const checkTogether = (settings: Settings): void => {
  if (settings.databaseAdminUrl && !settings.databaseUrl)
    throw new SettingsError(
      'DATABASE_ADMIN_URL is set but DATABASE_URL is not; set both, or neither for the embedded database.',
    )
  if (settings.nodeEnv === 'production' && settings.databaseUrl && !settings.jwtSecret)
    throw new SettingsError(
      'JWT_SECRET is required in production with DATABASE_URL; set it to at least 32 random characters, the same on every server.',
    )
}

/** The address people type, without a last slash: what links in mail begin with. */
export const publicAddress = ({ publicUrl, host, port }: Settings): string =>
  publicUrl ?? `http://${host === '0.0.0.0' ? 'localhost' : host}:${port}`

/** The settings as a Markdown table, for the README. */
export const settingsMarkdown = (): string =>
  [
    '| setting | meaning | when absent |',
    '|---|---|---|',
    ...Object.entries<Setting<unknown>>(settingTable).map(
      ([name, { meaning, fallback, absent }]) =>
        `| \`${name}\` | ${meaning} | ${absent ?? `\`${fallback}\``} |`,
    ),
  ].join('\n')
