import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { queues } from '../jobs/queues.ts'
import { migrate } from './migrate.ts'

const folders: string[] = []
const { adminUrl, ownerUrl, appUrl } = inject('database')

const ask = async <Row extends object>(url: string, sql: string): Promise<Row[]> => {
  const client = new Client({ connectionString: url })
  await client.connect()
  return client
    .query<Row>(sql)
    .then(({ rows }) => rows)
    .finally(() => client.end())
}

const inDatabase = (url: string, name: string): string =>
  Object.assign(new URL(url), { pathname: `/${name}` }).href

const folderOf = async (files: Record<string, string>): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'common-table-[migrations]-'))
  folders.push(folder)
  for (const [name, sql] of Object.entries(files)) await writeFile(join(folder, name), sql)
  return folder
}

const two = {
  '0001.do.first.sql': 'create table first (id int primary key);\ninsert into first values (1);',
  '0002.do.second.sql': 'create table second (id int references first);',
}

describe('migrating', () => {
  let owner = ''
  let app = ''
  beforeEach(async () => {
    const name = `migrate_${crypto.randomUUID().replaceAll('-', '')}`
    await ask(adminUrl, `create database ${name} owner common_table_owner`)
    owner = inDatabase(ownerUrl, name)
    app = inDatabase(appUrl, name)
  })
  afterAll(async () => {
    for (const folder of folders) await rm(folder, { recursive: true, force: true })
  })

  it('applies every file in order, once', async () => {
    const folder = await folderOf(two)
    expect(await migrate(owner, folder)).toEqual(['0001.do.first.sql', '0002.do.second.sql'])
    expect(await migrate(owner, folder)).toEqual([])
    await writeFile(join(folder, '0003.do.third.sql'), 'create table third ()')
    expect(await migrate(owner, folder)).toEqual(['0003.do.third.sql'])
  })

  it('leaves nothing of a file that fails, keeps those before it, and goes on when it is corrected', async () => {
    const folder = await folderOf({
      ...two,
      '0003.do.third.sql':
        'create table third (id int);\ninsert into third values (1);\nselect no_such_column;',
    })
    await expect(migrate(owner, folder)).rejects.toThrow(
      /^The migration 0003\.do\.third\.sql, line 3 failed and left nothing behind: column "no_such_column" does not exist\. .+\.$/,
    )
    expect(
      await ask(owner, "select to_regclass('second')::text as second, to_regclass('third')::text as third"),
    ).toEqual([{ second: 'second', third: null }])
    await writeFile(join(folder, '0003.do.third.sql'), 'create table third (id int)')
    expect(await migrate(owner, folder)).toEqual(['0003.do.third.sql'])
  })

  it('keeps in the database from which files it was made, and only while that is so', async () => {
    const known = "select obj_description('public.schema_migrations'::regclass, 'pg_class') as sources"
    const folder = await folderOf(two)
    await migrate(owner, folder)
    const [first] = await ask<{ sources: string }>(owner, known)
    expect(first!.sources).toMatch(/^[0-9a-f]{64}$/)
    await writeFile(join(folder, '0003.do.third.sql'), 'select no_such_column')
    await expect(migrate(owner, folder)).rejects.toThrow('0003.do.third.sql')
    expect(await ask(owner, known)).toEqual([{ sources: null }])
    await rm(join(folder, '0003.do.third.sql'))
    expect(await migrate(owner, folder)).toEqual([])
    expect(await ask(owner, known)).toEqual([first])
  })

  it('refuses a file that was changed after it was applied, but not for its line ends', async () => {
    const folder = await folderOf(two)
    await migrate(owner, folder)
    await writeFile(join(folder, '0001.do.first.sql'), two['0001.do.first.sql'].replaceAll('\n', '\r\n'))
    expect(await migrate(owner, folder)).toEqual([])
    await writeFile(join(folder, '0001.do.first.sql'), 'create table other ()')
    await expect(migrate(owner, folder)).rejects.toThrow(
      '0001.do.first.sql was changed after it was applied; put it back as it was and write a new migration instead.',
    )
  })

  it('refuses a database that a newer release has migrated', async () => {
    const folder = await folderOf(two)
    await migrate(owner, folder)
    await rm(join(folder, '0002.do.second.sql'))
    await expect(migrate(owner, folder)).rejects.toThrow(
      'The database was migrated to 2 by a newer release and this one ends at 1; start the newer release.',
    )
  })

  it('lets two servers that start together migrate one after the other', async () => {
    const folder = await folderOf({
      ...two,
      '0001.do.first.sql': `select pg_sleep(0.2); ${two['0001.do.first.sql']}`,
    })
    const applied = await Promise.all([migrate(owner, folder), migrate(owner, folder)])
    expect(applied.map((files) => files.length).sort()).toEqual([0, 2])
  })

  it('makes the job queues, which the server may use and not change', async () => {
    await migrate(owner, await folderOf(two))
    expect(await ask(app, 'select name from pgboss.queue order by name')).toEqual(
      Object.keys(queues)
        .sort()
        .map((name) => ({ name })),
    )
    await expect(ask(app, 'create table pgboss.mine ()')).rejects.toMatchObject({ code: '42501' })
    await expect(ask(app, 'drop table pgboss.job')).rejects.toMatchObject({ code: '42501' })
  })
})
