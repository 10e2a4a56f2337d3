import { BootFailure } from './boot/failure.ts'
import { settingTable, type Setting } from './settings-table.ts'

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
  if (Boolean(settings.oidcIssuer) !== Boolean(settings.oidcClientId))
    throw new SettingsError('OIDC_ISSUER and OIDC_CLIENT_ID belong together; set both, or neither.')
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
