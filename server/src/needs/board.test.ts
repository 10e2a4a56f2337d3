import { describe, expect, it } from 'vitest'
import { at } from '@common-table/shared/needs/board'
import { gapBoardContract as board } from '@common-table/shared/needs/board-contract'
import type { GapBoard } from '@common-table/shared/needs/board-schemas'
import { needsContract } from '@common-table/shared/needs/contract'
import { organizationsContract as organizations } from '@common-table/shared/organizations/contract'
import { partnershipsContract } from '@common-table/shared/partnerships/contract'
import { district, otherDistrict, useApi } from '../../test/support/api.ts'

const test = useApi()
const d = `'${district}'::uuid`
const ids = new Map<string, string>()
const idOf = async (table: string, code: string, column = 'code'): Promise<string> =>
  (
    await test.sql<{ id: string }>(
      `select id from ${table} where district_id = ${d} and ${column} = '${code}'`,
    )
  )[0]!.id

/** Cells as `school/category/tier: status demand verified paper unmet`. */
const lines = ({ schools, categories, statuses, cells }: GapBoard): string[] =>
  cells.map(
    (cell) =>
      `${schools[cell[at.school]]![1]}/${categories[cell[at.category]]![1]}/${cell[at.tier]}: ${statuses[cell[at.status]]} ${cell[at.demand]} ${cell[at.verified]} ${cell[at.paper]} ${cell[at.unmet]}`,
  )
const see = async (query = {}, who = test.as('viewer')) => lines(await who(board.getGapBoard, { query }))

describe('the gap board', () => {
  it('begins empty, then shows a need where it is', async () => {
    await test.sql(`insert into schools (district_id, code, name, level, area, enrolment)
      values (${d}, 'A', 'Alpha', 'middle', 'North', 400), (${d}, 'B', 'Beta', 'high', 'South', 900)`)
    for (const code of ['A', 'B']) ids.set(code, await idOf('schools', code))
    const empty = await test.as('viewer')(board.getGapBoard, { query: {} })
    expect(empty).toMatchObject({ capacityFreshDays: 90, cells: [] })
    expect(empty.schools.map(([, code]) => code)).toEqual(['A', 'B'])
    await test.as('coordinator')(needsContract.recordNeed, {
      body: {
        schoolId: ids.get('A')!,
        categoryId: await idOf('categories', 'ac_tutor'),
        severity: 4,
        studentsAffected: 60,
        title: 'Reading tutors',
      },
    })
    expect(await see()).toEqual(['A/ac_tutor/2: unmet 60 0 0 60'])
  })

  it('takes help for paper until a partnership is in force and somebody confirmed it', async () => {
    await test.sql(`insert into organizations (district_id, name) values (${d}, 'Tutor Corps')`)
    const organizationId = await idOf('organizations', 'Tutor Corps', 'name')
    await test.sql(`insert into services (district_id, organization_id, name, category_id, tier, capacity_unit)
      select ${d}, '${organizationId}', 'High-dosage tutoring', id, 2, 'hours_per_week' from categories where district_id = ${d} and code = 'ac_tutor'`)
    const serviceId = await idOf('services', 'High-dosage tutoring', 'name')
    await test.sql(`insert into service_sites (district_id, service_id, school_id, capacity_maximum, verified_on)
      values (${d}, '${serviceId}', '${ids.get('A')}', 60, current_date - 3)`)
    expect(await see()).toEqual(['A/ac_tutor/2: unverified 60 0 40 60'])
    const coordinator = test.as('coordinator')
    const partnership = await coordinator(partnershipsContract.createPartnership, {
      body: { organizationId, name: 'Tutoring at Alpha', stage: 'active', schoolIds: [ids.get('A')!] },
    })
    expect(await see()).toEqual(['A/ac_tutor/2: partly_met 60 40 0 20'])
    await coordinator(partnershipsContract.changePartnershipStage, {
      params: { partnershipId: partnership.id },
      ifMatch: partnership.version,
      body: { stage: 'paused', reason: 'funding' },
    })
    expect(await see()).toEqual(['A/ac_tutor/2: unverified 60 0 40 60'])
    const cell = await test.as('viewer')(board.getGapCell, {
      query: { schoolId: ids.get('A')!, categoryId: await idOf('categories', 'ac_tutor') },
    })
    expect(cell).toMatchObject({
      services: [{ name: 'High-dosage tutoring', capacity: 60, students: 40, doubt: 'no_partnership' }],
      partnerships: [{ name: 'Tutoring at Alpha', stage: 'paused', inForce: false }],
      needs: [{ title: 'Reading tutors' }],
    })
    await test.sql(`update partnerships set stage = 'active' where district_id = ${d}`)
    await test.sql(`update service_sites set verified_on = current_date - 200 where district_id = ${d}`)
    expect(await see()).toEqual(['A/ac_tutor/2: unverified 60 0 40 60'])
    const late = await test.as('viewer')(board.getGapCell, {
      query: { schoolId: ids.get('A')!, categoryId: await idOf('categories', 'ac_tutor') },
    })
    expect(late.services[0]!.doubt).toBe('verified_long_ago')
    expect(late.tiers[1]).toMatchObject({
      gap: { status: 'unverified', unmet: 60 },
      ifVerified: { status: 'partly_met', unmet: 20 },
    })
    expect(late.missingDeeperTiers).toEqual([])
    await test.as('admin')(
      (await import('@common-table/shared/district/contract')).districtContract.changeDistrict,
      {
        body: { capacityFreshDays: 365 },
        ifMatch: (await test.sql<{ version: number }>(`select version from districts where id = ${d}`))[0]!
          .version,
      },
    )
    expect(await see()).toEqual(['A/ac_tutor/2: partly_met 60 40 0 20'])
  })

  it('is cut down by tier, group, level, area and status, and help without a need comes when asked for', async () => {
    await test.sql(`insert into service_sites (district_id, service_id, school_id, capacity_maximum)
      select ${d}, s.id, '${ids.get('B')}', 30 from services s where s.district_id = ${d}`)
    await test.as('coordinator')(needsContract.recordNeed, {
      body: {
        schoolId: ids.get('B')!,
        categoryId: await idOf('categories', 'bn_food'),
        severity: 5,
        title: 'Weekend food',
      },
    })
    expect(await see()).toEqual(['A/ac_tutor/2: partly_met 60 40 0 20', 'B/bn_food/1: unmet 810 0 0 810'])
    expect(await see({ level: ['high'] })).toEqual(['B/bn_food/1: unmet 810 0 0 810'])
    expect(await see({ area: ['North'], status: ['unmet'] })).toEqual([])
    expect(await see({ group: ['academic'], tier: [2] })).toEqual(['A/ac_tutor/2: partly_met 60 40 0 20'])
    expect(await see({ status: ['no_need'] })).toEqual(['B/ac_tutor/2: no_need 0 0 20 0'])
    expect(await see({ schoolYear: '2013-14' })).toEqual([])
  })

  it('of a principal holds the own schools; another district sees none of it', async () => {
    const principal = test.as('school', { schools: [ids.get('B')!] })
    const own = await principal(board.getGapBoard, { query: {} })
    expect(own.schools.map(([, code]) => code)).toEqual(['B'])
    expect(lines(own)).toEqual(['B/bn_food/1: unmet 810 0 0 810'])
    const query = { schoolId: ids.get('A')!, categoryId: await idOf('categories', 'ac_tutor') }
    await expect(principal(board.getGapCell, { query })).rejects.toMatchObject({ code: 'not-found' })
    const abroad = test.as('admin', { districtId: otherDistrict })
    expect((await abroad(board.getGapBoard, { query: {} })).schools).toEqual([])
    await expect(abroad(board.getGapCell, { query })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('counts nothing of an organisation that stopped working, and counts it again when it is back', async () => {
    const organizationId = await idOf('organizations', 'Tutor Corps', 'name')
    const coordinator = test.as('coordinator')
    const status = async (next: 'inactive' | 'active') => {
      const { version } = await coordinator(organizations.getOrganization, { params: { organizationId } })
      await coordinator(organizations.changeOrganization, {
        params: { organizationId },
        ifMatch: version,
        body: { status: next },
      })
    }
    const query = { schoolId: ids.get('A')!, categoryId: await idOf('categories', 'ac_tutor') }
    const cell = async () =>
      (await test.as('viewer')(board.getGapCell, { query })).services.map(({ name }) => name)
    const before = await see({ status: ['partly_met', 'no_need', 'unmet'] })
    expect(before).toContain('A/ac_tutor/2: partly_met 60 40 0 20')
    await status('inactive')
    expect(await see({ status: ['partly_met', 'no_need', 'unmet'] })).toEqual([
      'A/ac_tutor/2: unmet 60 0 0 60',
      'B/bn_food/1: unmet 810 0 0 810',
    ])
    expect(await cell()).toEqual([])
    await status('active')
    expect(await see({ status: ['partly_met', 'no_need', 'unmet'] })).toEqual(before)
    expect(await cell()).toEqual(['High-dosage tutoring'])
  })

  it('leaves as a file with the same lines', async () => {
    const get = (path: string) =>
      test.app.inject({
        url: `/api/v1/gap-board/export/${path}`,
        headers: { authorization: `Bearer ${test.token('viewer')}` },
      })
    const { body } = await get('csv?tier=2')
    expect(body.split('\r\n')[0]).toContain(
      'Places needed,Estimated,Confirmed places,Places on paper,Places missing,',
    )
    expect(body.replace('\uFEFF', '').trim().split('\r\n').slice(1)).toEqual([
      'A,Alpha,North,400,Tutoring,2,Partly met,60,no,40,0,20,1,4,1'.replace(
        'Tutoring',
        body.split('\r\n')[1]!.split(',')[4]!,
      ),
    ])
    expect((await get('xlsx')).rawPayload.subarray(0, 2).toString()).toBe('PK')
  })

  it('follows the name of a school, and is not made anew without a reason', async () => {
    const stamp = () =>
      test.sql(
        `select key, made_at from district_documents where district_id = ${d} and kind = 'gap_board' order by key`,
      )
    await see()
    const before = await stamp()
    await see()
    expect(await stamp()).toEqual(before)
    await test.sql(`update schools set name = 'Omega' where district_id = ${d} and code = 'A'`)
    expect(
      (await test.as('viewer')(board.getGapBoard, { query: {} })).schools.map(([, , name]) => name),
    ).toEqual(['Beta', 'Omega'])
  })
})
