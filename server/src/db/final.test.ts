import { expect, it } from 'vitest'
import { district, useApi } from '../../test/support/api.ts'
import { notYetFinal, type Db } from './db.ts'
import { bulkStatement } from './statement.ts'

const test = useApi()
const author = { kind: 'system', id: null, name: 'a test', requestId: null } as const
const write = <T>(work: (db: Db) => Promise<T>): Promise<T> => test.services.write(district, author, work)
const category = (code: string) =>
  bulkStatement<{ code: string }>(
    `insert into categories (district_id, code, group_code, name) values (app_district(), '${code}', 'basic_needs', 'Final') returning code`,
  )
const kept = async (): Promise<string[]> =>
  (await test.sql<{ code: string }>("select code from categories where name = 'Final' order by code")).map(
    ({ code }) => code,
  )

it('commits with the last statement, whatever happens afterwards', async () => {
  const late = write(async (db) => {
    await db.one(category('first'))
    await db.final(category('last'))
    throw new Error('too late')
  })
  await expect(late).rejects.toThrow('too late')
  expect(await kept()).toEqual(['first', 'last'])
})

it('leaves nothing of a transaction whose last statement fails', async () => {
  const failed = write(async (db) => {
    await db.one(category('before'))
    return db.final(category('last'))
  })
  await expect(failed).rejects.toThrow(/categories/)
  expect(await kept()).toEqual(['first', 'last'])
})

it('refuses a statement behind the last one', async () => {
  const behind = write(async (db) => {
    await db.final(category('ended'))
    await db.one(category('behind'))
  })
  await expect(behind).rejects.toThrow('the last of its transaction')
  expect(await kept()).toEqual(['ended', 'first', 'last'])
})

it('is not the last of a larger piece of work', async () => {
  const larger = write(async (db) => {
    await notYetFinal(db).final(category('part'))
    throw new Error('in time')
  })
  await expect(larger).rejects.toThrow('in time')
  expect(await kept()).not.toContain('part')
})
