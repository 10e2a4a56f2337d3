import { beforeAll, describe, expect, it } from 'vitest'
import { agreementsContract as api } from '@common-table/shared/agreements/contract'
import { isInForce, standingOn, termEnd, type Term } from '@common-table/shared/agreements/term'
import { stuckAfter, usualDays, type ClockedStage } from '@common-table/shared/agreements/clock'
import { gapBoardContract } from '@common-table/shared/needs/board-contract'
import { district, id, otherDistrict, useApi } from '../../test/support/api.ts'
import { chanceFrom } from '../seed/chance.ts'
import { agreementsInForce } from './index.ts'

const [organization, partnership, school, service] = [31, 51, 41, 81].map(id) as [
  string,
  string,
  string,
  string,
]

describe('agreements and the clock, as the database knows them', () => {
  const test = useApi()
  const d = `'${district}'::uuid`

  beforeAll(async () => {
    await test.sql("insert into organizations (district_id, id, name) values ($1, $2, 'Harvest Table')", [
      district,
      organization,
    ])
    await test.sql(
      "insert into schools (district_id, id, code, name, enrolment) values ($1, $2, '041', 'Lincoln', 400)",
      [district, school],
    )
    await test.sql(
      "insert into partnerships (district_id, id, organization_id, name, stage, scope, formality) values ($1, $2, $3, 'Tutoring', 'active', 'district', 'formal')",
      [district, partnership, organization],
    )
  })
  const insert = (more: Record<string, unknown> = {}, districtId = district) => {
    const row: Record<string, unknown> = {
      district_id: districtId,
      partnership_id: partnership,
      title: 'Paper',
      type: 'moa',
      intensity: 'low',
      money: 'none',
      uses_space: false,
      data: 'none',
      contact: 'none',
      worksite: false,
      grassroots: false,
      ...more,
    }
    const names = Object.keys(row)
    return test.sql<{ id: string }>(
      `insert into agreements (${names.join()}) values (${names.map((_, at) => `$${at + 1}`).join()}) returning id`,
      Object.values(row),
    )
  }

  it('say the same as the shared rules on any day', async () => {
    const chance = chanceFrom(11)
    const day = (from: number, to: number) =>
      new Date(Date.UTC(2025, 0, 1 + chance.whole(from, to))).toISOString().slice(0, 10)
    for (let n = 0; n < 150; n++) {
      const startsOn = day(0, 400)
      const endsOn = new Date(Date.parse(startsOn) + chance.whole(1, 700) * 86_400_000)
        .toISOString()
        .slice(0, 10)
      const term: Term = {
        stage: chance.pick(['signed', 'signed', 'signatures']),
        startsOn,
        endsOn,
        renews: chance.next() < 0.5,
        termMonths: chance.whole(1, 24),
        noticeDays: 30,
        ...(chance.next() < 0.3
          ? { lastDay: day(0, 900), endReason: chance.pick(['notice', 'early', 'replaced']) }
          : { lastDay: null, endReason: null }),
      }
      const on = day(-20, 2600)
      const [row] = await test.sql<{ in_force: boolean; ends: string | null; standing: string }>(
        `select agreement_in_force(a, $1) as in_force, agreement_term_end(a, $1)::text as ends, agreement_standing(a, $1) as standing
         from (select (jsonb_populate_record(null::agreements, $2)).*) a`,
        [
          on,
          JSON.stringify({
            stage: term.stage,
            starts_on: startsOn,
            ends_on: endsOn,
            renews: term.renews,
            term_months: term.termMonths,
            notice_days: 30,
            last_day: term.lastDay,
            end_reason: term.endReason,
          }),
        ],
      )
      expect(row, JSON.stringify({ term, on })).toEqual({
        in_force: isInForce(term, on),
        ends: termEnd(term, on),
        standing: standingOn(term, on),
      })
    }
  })

  it('answer which agreement is in force on a day, for other features', async () => {
    const [made] = await insert({ stage: 'signed', starts_on: '2025-07-01', ends_on: '2026-06-30' })
    const on = (day: string) =>
      agreementsInForce(test.services.read(district), { day, partnershipId: partnership })
    expect(await on('2025-12-01')).toMatchObject([{ id: made!.id, type: 'moa', termEndsOn: '2026-06-30' }])
    expect(await on('2026-07-01')).toEqual([])
    expect(await agreementsInForce(test.services.read(otherDistrict), { day: '2025-12-01' })).toEqual([])
    await test.sql('delete from agreements where id = $1', [made!.id])
  })

  it('make the places of a formal partnership count when it is signed, and stand on paper when it ends', async () => {
    const [category] = await test.sql<{ id: string }>(
      `select id from categories where district_id = ${d} and code = 'ac_tutor'`,
    )
    await test.sql(
      'insert into services (district_id, id, organization_id, name, category_id, tier, capacity_unit) values ($1, $2, $3, $4, $5, 2, $6)',
      [district, service, organization, 'Tutoring', category!.id, 'students'],
    )
    await test.sql(
      'insert into service_sites (district_id, service_id, school_id, capacity_maximum, verified_on) values ($1, $2, $3, 40, current_date - 1)',
      [district, service, school],
    )
    const supply = () =>
      test.sql(`select verified::integer, paper::integer from coverage_supply where district_id = ${d}`)
    const doubt = async () => {
      const cell = await test.as('viewer')(gapBoardContract.getGapCell, {
        query: { schoolId: school, categoryId: category!.id },
      })
      return cell.services.map((one) => one.doubt)
    }
    expect(await supply()).toEqual([{ verified: 0, paper: 40 }])
    expect(await doubt()).toEqual(['no_agreement'])
    const [made] = await insert({ starts_on: '2025-01-01', ends_on: '2099-12-31' })
    expect(await supply()).toEqual([{ verified: 0, paper: 40 }])
    await test.sql("update agreements set stage = 'signed' where id = $1", [made!.id])
    expect(await supply()).toEqual([{ verified: 40, paper: 0 }])
    expect(await doubt()).toEqual([null])
    await test.sql("update agreements set last_day = '2025-06-30', end_reason = 'early' where id = $1", [
      made!.id,
    ])
    expect(await supply()).toEqual([{ verified: 0, paper: 40 }])
    await test.sql("update partnerships set formality = 'informal' where id = $1", [partnership])
    expect(await supply()).toEqual([{ verified: 40, paper: 0 }])
  })

  it('know how long each stage takes, by intensity, and what is stuck in it', async () => {
    await test.sql('delete from agreements where district_id = $1', [district])
    const [standard] = await test
      .sql<Record<ClockedStage, number>>(
        `select json_object_agg(s, stage_standard_days(s)) as days from unnest('{draft,legal,risk,board,signatures}'::text[]) s`,
      )
      .then((rows) => rows.map((row) => (row as unknown as { days: Record<ClockedStage, number> }).days))
    expect(standard).toEqual(usualDays)
    const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString()
    const [old] = await insert({
      title: 'Old',
      stage: 'signed',
      starts_on: '2025-01-01',
      ends_on: '2099-01-01',
    })
    for (const [intensity, days] of [
      ...[4, 6, 20, 22, 30].map((n) => ['high', n] as const),
      ['low', 3] as const,
    ])
      await test.sql(
        `insert into agreement_stays (district_id, agreement_id, stage, intensity, entered_at, left_at, outcome) values ($1, $2, 'legal', $3, $4, $5, 'approved')`,
        [district, old!.id, intensity, ago(days + 40), ago(40)],
      )
    await insert({ title: 'Fresh', stage: 'legal', intensity: 'high', stage_since: ago(12) })
    await insert({ title: 'Stuck', stage: 'legal', intensity: 'high', stage_since: ago(26) })
    await insert({ title: 'Stuck low', stage: 'legal', intensity: 'low', stage_since: ago(12) })
    await insert({ title: 'Young draft', stage_since: ago(2) })
    const list = async (query: object) =>
      (await test.as('director')(api.listAgreements, { query })).items.map(({ title }) => title)
    expect(await list({ stuck: true })).toEqual(['Stuck', 'Stuck low'])
    expect(await list({ stage: ['legal'], sort: 'title' })).toEqual(['Fresh', 'Stuck', 'Stuck low'])
    const { items } = await test.as('director')(api.listAgreements, { query: { q: 'Stuck', sort: 'title' } })
    expect(items).toMatchObject([
      {
        title: 'Stuck',
        daysInStage: 26,
        limitDays: stuckAfter({ medianDays: 20, finished: 5, standardDays: 10 }),
        stuck: true,
      },
      { title: 'Stuck low', limitDays: 10, stuck: true },
    ])
    const clock = await test.as('viewer')(api.getStageClock)
    expect(clock.map(({ stage }) => stage)).toEqual(['draft', 'legal', 'risk', 'board', 'signatures'])
    expect(clock[1]).toMatchObject({
      open: 3,
      stuck: 2,
      longestDays: 26,
      standardDays: 10,
      finished: 6,
      byIntensity: [
        { intensity: 'low', finished: 1, limitDays: 10 },
        { intensity: 'medium', medianDays: null, finished: 0, limitDays: 10 },
        { intensity: 'high', medianDays: 20, finished: 5, limitDays: 20 },
      ],
    })
  })

  it('take the days a district sets as its own standard, and keep them from other districts', async () => {
    const days = { draft: 60, legal: 25, risk: 7, board: 40, signatures: 5 }
    const clock = await test.as('director')(api.setStageStandards, { body: days })
    expect(clock[1]).toMatchObject({ standardDays: 25, stuck: 1 })
    await expect(test.as('coordinator')(api.setStageStandards, { body: days })).rejects.toMatchObject({
      code: 'not-permitted',
    })
    const elsewhere = await test.as('director', { districtId: otherDistrict })(api.getStageClock)
    expect(elsewhere[1]).toMatchObject({ standardDays: usualDays.legal, open: 0, finished: 0 })
  })

  it('list by what holds, what is over, and what ends soon, page by page', async () => {
    await insert({ title: 'Ended', stage: 'signed', starts_on: '2024-01-01', ends_on: '2024-06-30' })
    await insert({ title: 'Later', stage: 'signed', starts_on: '2098-01-01', ends_on: '2098-06-30' })
    const list = async (query: object) =>
      (await test.as('director')(api.listAgreements, { query: { sort: 'title', ...query } })).items.map(
        ({ title }) => title,
      )
    expect(await list({ standing: 'over' })).toEqual(['Ended'])
    expect(await list({ standing: 'upcoming' })).toEqual(['Later'])
    expect(await list({ standing: 'in_force' })).toEqual(['Old'])
    expect(await list({ endsBefore: '2099-06-01' })).toEqual(['Old'])
    expect(await list({ endsBefore: '2030-06-01' })).toEqual([])
    const all = await list({ limit: 200 })
    for (const sort of ['stageSince', 'title', 'endsOn'] as const)
      for (const descending of [false, true]) {
        const seen: string[] = []
        let cursor: string | null | undefined
        do {
          const page = await test.as('director')(api.listAgreements, {
            query: { sort, descending, limit: 2, ...(cursor && { cursor }) },
          })
          seen.push(...page.items.map(({ title }) => title))
          cursor = page.nextCursor
        } while (cursor)
        expect(seen.toSorted()).toEqual(all.toSorted())
      }
  })
})
