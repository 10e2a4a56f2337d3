import * as read from './settings-readers.ts'

export interface Setting<T> {
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
  OIDC_ISSUER: setting({
    meaning:
      'The OpenID Connect provider people may sign in with, such as the district’s own directory. The provider must prove e-mail addresses (`email_verified`); only people whom the district has invited come in, and a second factor is asked by the provider, not here again. Register `PUBLIC_URL/oauth/callback` there as the redirect address.',
    absent: 'people sign in with e-mail and password',
    read: read.issuer,
    must: 'an https address such as https://login.district.example, as the provider names itself',
  }),
  OIDC_CLIENT_ID: setting({
    meaning: 'What the provider calls this installation.',
    absent: 'needed with `OIDC_ISSUER`',
    read: read.text,
    must: 'the client ID the provider gave',
  }),
  OIDC_CLIENT_SECRET: setting({
    meaning: 'The secret the provider gave this installation.',
    absent: 'the installation is a public client, held by PKCE alone',
    read: read.atLeast(8),
    must: 'at least 8 characters long',
  }),
  OIDC_LABEL: setting({
    meaning: 'What the button on the sign-in page calls the provider.',
    fallback: 'the district’s sign-in',
    read: read.text,
    must: 'a few words',
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
