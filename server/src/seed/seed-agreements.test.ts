import { expect, it } from 'vitest'
import { agreementsContract } from '@common-table/shared/agreements/contract'
import { createCaller } from '@common-table/shared/contract/caller'
import { outlookContract } from '@common-table/shared/outlook/contract'
import { obligationsContract } from '@common-table/shared/obligations/contract'
import { sendTo, useApi } from '../../test/support/api.ts'
import { chanceFrom } from './chance.ts'
import { demoSchools } from './demo-schools.ts'
import { seedAgreements } from './seed-agreements.ts'
import { seedOutlook } from './seed-outlook.ts'
import { seedOrganizations } from './seed-organizations.ts'
import { seedPartnerships } from './seed-partnerships.ts'
import { seedSchools } from './seed-schools.ts'

const test = useApi()

it('agreements in every state, signed by both sides, with promises kept and missed, and a second run that changes nothing', async () => {
  await test.sql("update users set name = 'Priya Raman' where role = 'school'")
  const call = createCaller(sendTo(test.app, test.token('admin')))
  const context = {
    call,
    holding: (token: string) => createCaller(sendTo(test.app, `Link ${token}`)),
    chance: chanceFrom(2024),
    schools: demoSchools.length,
    today: new Date().toISOString().slice(0, 10),
  }
  for (const seed of [seedSchools, seedOrganizations, seedPartnerships, seedAgreements, seedOutlook])
    await seed(context)
  const { items } = await call(agreementsContract.listAgreements, { query: { limit: 200 } })
  expect(new Set(items.map(({ stage }) => stage))).toEqual(
    new Set(['draft', 'legal', 'board', 'signatures', 'signed']),
  )
  expect(new Set(items.map(({ standing }) => standing))).toEqual(new Set(['unsigned', 'in_force', 'expired']))
  const { items: dues } = await call(obligationsContract.listDues, { query: { limit: 200 } })
  expect([...new Set(dues.map(({ standing }) => standing))]).toEqual(
    expect.arrayContaining(['kept', 'late', 'overdue']),
  )
  const outlooks = await call(outlookContract.listOutlooks, { query: { limit: 200 } })
  expect(new Set(outlooks.items.map(({ verdict }) => verdict))).toEqual(
    new Set(['renew', 'revise', 'exit', null]),
  )
  await seedAgreements(context)
  await seedOutlook(context)
  const reviews = () => test.sql('select count(*)::integer as n from quality_reviews')
  expect(await reviews()).toEqual([{ n: 9 }])
  const again = await call(agreementsContract.listAgreements, { query: { limit: 200 } })
  expect(again.items.length).toBe(items.length)
})
