import { beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '@common-table/shared/calendar/dates'
import { barriersContract } from '@common-table/shared/barriers/contract'
import type { BarrierChange } from '@common-table/shared/barriers/schemas'
import { needsContract } from '@common-table/shared/needs/contract'
import { plansContract } from '@common-table/shared/plans/contract'
import { district, otherDistrict, useApi } from '../../test/support/api.ts'

const test = useApi()
const today = new Date().toISOString().slice(0, 10)
let school: string
let other: string
let needId: string
let food: string

beforeAll(async () => {
  const add = async (code: string) =>
    (
      await test.sql<{ id: string }>(
        'insert into schools (district_id, code, name, enrolment) values ($1, $2, $2, 400) returning id',
        [district, code],
      )
    )[0]!.id
  ;[school, other] = [await add('Lincoln'), await add('Adams')]
  food = (
    await test.sql<{ id: string }>("select id from categories where district_id = $1 and code = 'bn_food'", [
      district,
    ])
  )[0]!.id
  needId = (
    await test.as('coordinator')(needsContract.recordNeed, {
      body: { schoolId: school, categoryId: food, severity: 4, title: 'Weekend food', studentsAffected: 30 },
    })
  ).id
})

describe('the plan of a need (D12)', () => {
  it('has several prongs from different sides, the next due first, and says which are late', async () => {
    const add = (body: object) =>
      test.as('coordinator')(plansContract.addProng, {
        params: { needId },
        body: { what: 'x', side: 'school', kind: 'own_means', ...body },
      })
    await add({ what: 'Backpacks on Fridays', side: 'partner', kind: 'service', dueOn: addDays(today, 20) })
    const late = await add({ what: 'A shelf in the office', dueOn: addDays(today, -3), owner: 'Ms. Lee' })
    await add({ what: 'Ask the county', side: 'district', kind: 'outreach' })
    const { prongs } = await test.as('viewer')(plansContract.getPlan, { params: { needId } })
    expect(prongs.map(({ what, overdue }) => [what, overdue])).toEqual([
      ['A shelf in the office', true],
      ['Backpacks on Fridays', false],
      ['Ask the county', false],
    ])
    const done = await test.as('school', { schools: [school] })(plansContract.changeProng, {
      params: { prongId: late.id },
      body: { status: 'done' },
      ifMatch: late.version,
    })
    expect(done).toMatchObject({ overdue: false, doneOn: expect.any(String), owner: 'Ms. Lee' })
    await expect(
      test.as('coordinator')(plansContract.changeProng, {
        params: { prongId: late.id },
        body: { dueOn: null },
        ifMatch: late.version,
      }),
    ).rejects.toMatchObject({ code: 'stale', current: { status: 'done' } })
  })

  it('belongs to the need’s school: another principal, another district and a viewer change nothing', async () => {
    const body = { what: 'x', side: 'school', kind: 'own_means' } as const
    for (const call of [
      test.as('school', { schools: [other] }),
      test.as('director', { districtId: otherDistrict }),
    ]) {
      await expect(call(plansContract.getPlan, { params: { needId } })).rejects.toMatchObject({
        code: 'not-found',
      })
      await expect(call(plansContract.addProng, { params: { needId }, body })).rejects.toMatchObject({
        code: 'not-found',
      })
    }
    await expect(
      test.as('viewer')(plansContract.addProng, { params: { needId }, body }),
    ).rejects.toMatchObject({ code: 'not-permitted' })
    await expect(
      test.as('coordinator')(plansContract.addProng, {
        params: { needId },
        body: { ...body, serviceId: school },
      }),
    ).rejects.toMatchObject({ code: 'invalid-input' })
  })
})

describe('barriers to attendance (B4)', () => {
  it('lead from a barrier to needs, kinds of help, partners and the metric, with counts', async () => {
    await test.as('school', { schools: [school] })(barriersContract.setNeedBarriers, {
      params: { needId },
      body: { codes: ['food'] },
    })
    await test.sql(
      `with o as (insert into organizations (district_id, name) values ($1, 'Harvest Table') returning id)
       insert into services (district_id, organization_id, name, category_id) select $1, id, 'Backpacks', $2 from o`,
      [district, food],
    )
    const { items } = await test.as('viewer')(barriersContract.listBarriers)
    const hunger = items.find(({ code }) => code === 'food')!
    expect(hunger).toMatchObject({
      standard: true,
      needs: { open: 1, schools: 1, students: 30 },
      metric: { code: 'chronic_absence_rate' },
    })
    expect(hunger.categories[0]).toMatchObject({ code: 'bn_food', partners: 1, openNeeds: 1 })
    const elsewhere = await test.as('school', { schools: [other] })(barriersContract.listBarriers)
    expect(elsewhere.items.find(({ code }) => code === 'food')!.needs.open).toBe(0)
    const { items: found } = await test.as('viewer')(needsContract.listNeeds, {
      query: { barrier: ['food'] },
    })
    expect(found.map(({ id }) => id)).toEqual([needId])
    await expect(
      test.as('coordinator')(barriersContract.setNeedBarriers, {
        params: { needId },
        body: { codes: ['nothing'] },
      }),
    ).rejects.toMatchObject({ fields: [{ field: 'codes', rule: 'reference' }] })
    await expect(
      test.as('director', { districtId: otherDistrict })(barriersContract.getNeedBarriers, {
        params: { needId },
      }),
    ).rejects.toMatchObject({ code: 'not-found' })
  })

  it('are said in the district’s words, one version after the other, and added to', async () => {
    const body: BarrierChange = {
      family: 'barriers',
      name: 'Hungry at the weekend',
      categoryIds: [food],
      active: true,
    }
    const director = test.as('director')
    const changed = await director(barriersContract.changeBarrier, {
      body: { ...body, code: 'food' },
      ifMatch: 1,
    })
    expect(changed).toMatchObject({ standard: false, name: 'Hungry at the weekend', metric: null })
    const again = await director(barriersContract.changeBarrier, {
      body: { ...body, code: 'food', active: false },
      ifMatch: changed.version,
    })
    await expect(
      director(barriersContract.changeBarrier, { body: { ...body, code: 'food' }, ifMatch: changed.version }),
    ).rejects.toMatchObject({ code: 'stale', current: { version: again.version } })
    const added = await director(barriersContract.changeBarrier, {
      body: { ...body, name: 'Flooded road' },
      ifMatch: 1,
    })
    expect(added.code).toBe('flooded_road')
    await expect(
      test.as('coordinator')(barriersContract.changeBarrier, { body, ifMatch: 1 }),
    ).rejects.toMatchObject({ code: 'not-permitted' })
  })
})
