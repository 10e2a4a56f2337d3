import { describe, expect, it } from 'vitest'
import { catalogContract } from '@common-table/shared/catalog/contract'
import { needsContract as api } from '@common-table/shared/needs/contract'
import type { NewNeed } from '@common-table/shared/needs/schemas'
import { district, otherDistrict, useApi } from '../../test/support/api.ts'

const test = useApi()

const addSchool = async (code: string, of = district): Promise<string> => {
  const [row] = await test.sql<{ id: string }>(
    `insert into schools (district_id, code, name, level, area, enrolment) values ($1, $2, 'School ' || $2::text, 'middle', 'North', 400) returning id`,
    [of, code],
  )
  return row!.id
}
const categoryId = async (code: string, of = district): Promise<string> => {
  const { items } = await test.as('viewer', { districtId: of })(catalogContract.listCategories)
  return items.find((category) => category.code === code)!.id
}
const a = async (schoolId: string, over: Partial<NewNeed> = {}): Promise<NewNeed> => ({
  schoolId,
  categoryId: await categoryId('ac_tutor'),
  severity: 3,
  title: 'Reading tutors for grade 6',
  ...over,
})

describe('a need', () => {
  it('is recorded for the current school year, by whoever may, with the usual tier of its kind', async () => {
    const school = await addSchool('n1')
    const body = await a(school, {
      studentsAffected: 45,
      grades: ['6'],
      evidence: 'Reading inventory of October',
    })
    const need = await test.as('coordinator')(api.recordNeed, { body })
    expect(need).toMatchObject({
      school: { code: 'n1', level: 'middle', area: 'North' },
      category: { code: 'ac_tutor', group: 'academic' },
      tier: 2,
      source: 'staff',
      status: 'open',
      evidence: 'Reading inventory of October',
      recordedBy: 'The coordinator',
      warnings: [],
    })
    expect(need.schoolYear).toMatch(/^20\d\d-\d\d$/)
    expect(await test.as('viewer')(api.getNeed, { params: { needId: need.id } })).toMatchObject({
      id: need.id,
    })
    await expect(test.as('viewer')(api.recordNeed, { body })).rejects.toMatchObject({ code: 'not-permitted' })
    const abroad = test.as('admin', { districtId: otherDistrict })
    await expect(abroad(api.getNeed, { params: { needId: need.id } })).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  it('names counts and never a child: a text that seems to is kept, and warned about', async () => {
    const body = await a(await addSchool('n2'), {
      title: 'Mentor for student Maria Lopez',
      details: 'OSIS 204518833, absent since October',
    })
    const { warnings, title } = await test.as('coordinator')(api.recordNeed, { body })
    expect(title).toBe('Mentor for student Maria Lopez')
    expect(warnings.map(({ field, trace }) => [field, trace])).toEqual([
      ['title', 'name'],
      ['details', 'number'],
    ])
  })

  it('of a principal is one of the own schools', async () => {
    const [own, other] = [await addSchool('p1'), await addSchool('p2')]
    const principal = test.as('school', { schools: [own] })
    const need = await principal(api.recordNeed, { body: await a(own) })
    expect(need.source).toBe('principal')
    await expect(principal(api.recordNeed, { body: await a(other) })).rejects.toMatchObject({
      fields: [{ field: 'schoolId' }],
    })
    const elsewhere = await test.as('coordinator')(api.recordNeed, { body: await a(other) })
    const ids = (await principal(api.listNeeds, { query: {} })).items.map(({ id }) => id)
    expect(ids).toEqual([need.id])
    const params = { needId: elsewhere.id }
    await expect(principal(api.getNeed, { params })).rejects.toMatchObject({ code: 'not-found' })
    await expect(
      principal(api.moveNeed, { params, ifMatch: 1, body: { status: 'met' } }),
    ).rejects.toMatchObject({ code: 'not-found' })
    await expect(principal(api.suggestNeeds)).rejects.toMatchObject({ code: 'not-permitted' })
  })

  it('refuses what does not exist, and says which field', async () => {
    const school = await addSchool('n3')
    const director = test.as('director')
    const foreign = await categoryId('ac_tutor', otherDistrict)
    await expect(
      director(api.recordNeed, { body: await a(school, { categoryId: foreign }) }),
    ).rejects.toMatchObject({ fields: [{ field: 'categoryId' }] })
    await expect(
      director(api.recordNeed, { body: await a(school, { schoolYear: '1999-00' }) }),
    ).rejects.toMatchObject({ fields: [{ field: 'schoolYear' }] })
    await expect(
      director(api.recordNeed, { body: await a(school, { severity: 6 as never }) }), // as never: out of range is the point
    ).rejects.toMatchObject({ fields: [{ field: 'severity' }] })
  })

  it('changes while it is open, by the version that was read', async () => {
    const director = test.as('director')
    const need = await director(api.recordNeed, {
      body: await a(await addSchool('n4'), { evidence: 'A list' }),
    })
    const params = { needId: need.id }
    const after = await director(api.changeNeed, {
      params,
      ifMatch: need.version,
      body: { studentsAffected: 60, evidence: 'A longer list', population: 'newcomers' },
    })
    expect(after).toMatchObject({ studentsAffected: 60, evidence: 'A longer list', population: 'newcomers' })
    await expect(
      director(api.changeNeed, { params, ifMatch: need.version, body: { severity: 5 } }),
    ).rejects.toMatchObject({ code: 'stale', current: { studentsAffected: 60 } })
  })

  it('is met, reopened and withdrawn with the reason the school is owed', async () => {
    const director = test.as('director')
    const need = await director(api.recordNeed, { body: await a(await addSchool('n5')) })
    const params = { needId: need.id }
    const step = (version: number, status: 'met' | 'open' | 'withdrawn' | 'dismissed', reason?: string) =>
      director(api.moveNeed, { params, ifMatch: version, body: { status, ...(reason && { reason }) } })
    await expect(step(1, 'dismissed', 'x')).rejects.toMatchObject({ code: 'step-not-possible' })
    const met = await step(1, 'met')
    expect(met.closedAt).not.toBeNull()
    await expect(step(met.version, 'open')).rejects.toMatchObject({ fields: [{ field: 'reason' }] })
    const again = await step(met.version, 'open', 'The tutor left')
    expect(again).toMatchObject({ status: 'open', closedAt: null, closedReason: 'The tutor left' })
    await expect(step(met.version, 'withdrawn', 'x')).rejects.toMatchObject({ code: 'stale' })
    const gone = await step(again.version, 'withdrawn', 'Entered twice')
    await expect(
      director(api.changeNeed, { params, ifMatch: gone.version, body: { severity: 1 } }),
    ).rejects.toMatchObject({ code: 'step-not-possible' })
  })

  it('is found by what it is about and paged by key in every order', async () => {
    const [one, two] = [await addSchool('f1'), await addSchool('f2')]
    const food = await categoryId('bn_food')
    const director = test.as('director')
    for (const [severity, schoolId] of [
      [2, one],
      [5, two],
      [4, one],
      [5, one],
    ] as const)
      await director(api.recordNeed, {
        body: await a(schoolId, { categoryId: food, severity, studentsAffected: severity * 10 }),
      })
    const query = { group: ['basic_needs'], schoolId: [one, two], limit: 3 }
    for (const sort of [
      '-severity',
      'severity',
      '-studentsAffected',
      'newest',
      '-newest',
      'school',
    ] as const) {
      const first = await director(api.listNeeds, { query: { ...query, sort } })
      const rest = await director(api.listNeeds, { query: { ...query, sort, cursor: first.nextCursor! } })
      expect(first.total).toBe(4)
      expect(new Set([...first.items, ...rest.items].map(({ id }) => id)).size).toBe(4)
      if (sort === '-severity') expect(first.items.map(({ severity }) => severity)).toEqual([5, 5, 4])
      if (sort === 'newest')
        expect([...first.items, ...rest.items].map(({ severity }) => severity)).toEqual([5, 4, 5, 2])
      if (sort === 'school') expect(rest.items[0]!.school.code).toBe('f2')
    }
    const severe = await director(api.listNeeds, {
      query: {
        categoryId: [food],
        severity: [5],
        level: ['middle'],
        area: ['North'],
        status: ['open'],
        source: ['staff'],
        tier: [1],
      },
    })
    expect(severe.items).toHaveLength(2)
    expect((await director(api.listNeeds, { query: { area: ['South'] } })).items).toEqual([])
  })
})
