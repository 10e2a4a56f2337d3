import { beforeAll, describe, expect, it } from 'vitest'
import { reportsContract as api } from '@common-table/shared/reports/contract'
import type { NewReport, ReportProgress } from '@common-table/shared/reports/schemas'
import { schoolsContract } from '@common-table/shared/schools/contract'
import { district, otherDistrict, personOf, useApi } from '../../test/support/api.ts'
import { makeReport } from './make-report.ts'

const test = useApi()
const d = `'${district}'::uuid`
const today = new Date().toISOString().slice(0, 10)
const director = () => test.as('director')

const agreement = (partnership: string, stage: string, since: number, extra = '') =>
  test.sql(
    `insert into agreements (district_id, partnership_id, title, type, intensity, money, uses_space, data, contact, worksite,
       grassroots, stage, stage_since, starts_on, ends_on${extra && ', amount_cents'})
     select ${d}, id, $2, 'no_cost_mou', 'low', 'none', false, 'none', 'none', false, false, $3,
       now() - make_interval(days => $4), current_date - 300, current_date + 40${extra && `, ${extra}`}
     from partnerships where district_id = ${d} and name = $1`,
    [partnership, `MOU of ${partnership}`, stage, since],
  )

/** A report as people get it: begun by request, made by the job. */
const report = async (body: Partial<NewReport>) => {
  const begun = await director()(api.makeReport, { body: { kind: 'board_quarter', day: today, ...body } })
  expect([begun.status, begun.readyAt]).toEqual(['waiting', null])
  await makeReport(test.services, {
    districtId: district,
    reportId: begun.id,
    signal: new AbortController().signal,
  })
  return director()(api.getReport, { params: { reportId: begun.id } })
}

beforeAll(async () => {
  await test.sql(
    `insert into schools (district_id, code, name, enrolment) values (${d}, 'a', 'Alpha', 400), (${d}, 'b', 'Beta', 300)`,
  )
  await test.sql(
    `insert into organizations (district_id, name) values (${d}, 'Food Bank'), (${d}, 'Mentors')`,
  )
  await test.sql(
    `insert into partnerships (district_id, organization_id, name, stage, students_reached, lead_user_id, starts_on, ends_on)
     select ${d}, id, name, 'active', case name when 'Food Bank' then 240 else 4 end,
       case name when 'Mentors' then $1::uuid end, current_date - 1, current_date + 200 from organizations where district_id = ${d}`,
    [personOf('coordinator')],
  )
  await test.sql(`insert into partnership_schools (district_id, partnership_id, school_id)
    select ${d}, p.id, s.id from partnerships p, schools s where p.district_id = ${d} and p.name = 'Food Bank' and s.district_id = ${d} and s.code = 'a'`)
  await test.sql(`insert into fundings (district_id, partnership_id, name, kind, needed)
    select ${d}, id, 'City youth grant', 'grant', true from partnerships where district_id = ${d} and name = 'Mentors'`)
  await agreement('Food Bank', 'board', 2, '250000')
  await agreement('Mentors', 'signed', 1)
  await agreement('Mentors', 'legal', 200)
  await test.sql(`insert into school_years (district_id, label, starts_on, ends_on) values (${d}, '2026-27', current_date - 60, current_date + 200)
    on conflict do nothing`)
  await test.sql(`insert into meetings (district_id, kind, partnership_id, day, status, school_year_id, quarter)
    select ${d}, 'check_in', p.id, current_date, 'held', y.id, 1 from partnerships p, school_years y
    where p.district_id = ${d} and p.name = 'Mentors' and y.district_id = ${d} order by y.starts_on desc limit 1`)
})

describe('a board packet', () => {
  it('says who works where, what waits for the board and what is at risk, and withholds few students', async () => {
    const { status, from, to, body } = await report({})
    expect(status).toBe('ready')
    expect(from <= today && today <= to).toBe(true)
    expect(body?.reach).toMatchObject({
      partnerships: [{ stage: 'active', count: 2 }],
      schools: 2,
      schoolsWithPartner: 1,
      students: { value: 244, suppressed: false },
    })
    expect(body?.agreements.toApprove).toMatchObject({
      count: 1,
      items: [{ title: 'MOU of Food Bank', partner: 'Food Bank', amountCents: 250_000 }],
    })
    expect(body?.risks.ending).toMatchObject({ count: 1, items: [{ partner: 'Mentors' }] })
    expect(body?.risks.stuck).toMatchObject({ count: 1, items: [{ stage: 'legal' }] })
    expect(body?.delivery).toMatchObject({ checkInsHeld: 1, promisesDue: 0 })
    expect([body?.partnerships, body?.next]).toEqual([null, null])
    expect(body?.objectives?.map(({ rule }) => rule)).toContain('seats_meet_demand')
  })

  it('tells stories only as long as everybody in them agrees', async () => {
    await test.sql(`insert into stories (district_id, title, summary, organization_id, status, slug, published_at)
      select ${d}, 'Fridays without worry', 'Bags for the weekend.', id, 'published', 'fridays', now() - interval '1 minute'
      from organizations where district_id = ${d} and name = 'Food Bank'`)
    const made = await report({})
    expect(made.stories).toMatchObject([{ title: 'Fridays without worry', partner: 'Food Bank' }])
    expect(JSON.stringify(made.body)).not.toContain('Fridays')
    await test.sql(
      `update stories set status = 'taken_back', taken_back_because = 'consent' where district_id = ${d}`,
    )
    const { stories, body } = await director()(api.getReport, { params: { reportId: made.id } })
    expect([stories, body?.storyIds.length]).toEqual([[], 1])
  })

  it('stays what the board has seen, whatever changes after', async () => {
    const made = await report({})
    await test.sql(
      `update partnerships set students_reached = 500 where district_id = ${d} and name = 'Food Bank'`,
    )
    const again = await director()(api.getReport, { params: { reportId: made.id } })
    expect(again.body).toEqual(made.body)
    expect((await report({})).body?.reach?.students).toMatchObject({ value: 504 })
    await test.sql(
      `update partnerships set students_reached = 240 where district_id = ${d} and name = 'Food Bank'`,
    )
  })

  it('is followed while it is made', async () => {
    const begun = await director()(api.makeReport, { body: { kind: 'board_quarter', day: today } })
    const lines = test.app.inject({
      url: `/api/v1/reports/${begun.id}/live`,
      headers: { authorization: `Bearer ${test.token('director')}` },
    })
    await makeReport(test.services, {
      districtId: district,
      reportId: begun.id,
      signal: new AbortController().signal,
    })
    const heard = [...(await lines).body.matchAll(/^data: (.*)$/gm)].map(
      ([, text]) => JSON.parse(text!) as ReportProgress, // the group always matches
    )
    expect(heard.at(-1)).toEqual({ status: 'ready', progress: 1, ended: true })
  })
})

describe('a coordinator’s month', () => {
  it('is about what this person leads, partnership by partnership', async () => {
    const { body, lead } = await report({ kind: 'coordinator_month', leadId: personOf('coordinator') })
    expect(lead?.id).toBe(personOf('coordinator'))
    expect(body?.partnerships).toMatchObject([
      { partner: 'Mentors', checkInsHeld: 1, students: { suppressed: true } },
    ])
    expect([body?.reach, body?.equity, body?.agreements.toApprove.count]).toEqual([null, null, 0])
    expect(body?.next).toMatchObject({ checkIns: { count: 0 }, promises: { count: 0 } })
  })
})

describe('a report to a funder', () => {
  it('is about what the funder pays for, and no sum gives a small group away', async () => {
    expect((await director()(api.listFunders)).items).toEqual([{ name: 'City youth grant', partnerships: 1 }])
    const { body, funder } = await report({ kind: 'funder_year', funder: 'City youth grant' })
    expect(funder).toBe('City youth grant')
    expect(body?.partnerships?.map(({ partner, students }) => [partner, students.suppressed])).toEqual([
      ['Mentors', true],
    ])
    expect(JSON.stringify(body)).not.toContain('"students":4')
    expect([body?.reach, body?.needs]).toEqual([null, null])
  })
})

describe('what a report refuses', () => {
  it.each<[string, string, NewReport]>([
    ['day', 'not begun', { kind: 'board_quarter', day: '2090-01-01' }],
    ['funder', 'which funder', { kind: 'funder_year', day: today }],
    ['funder', 'No partnership', { kind: 'funder_year', day: today, funder: 'Nobody' }],
    [
      'funder',
      'Only a report to a funder',
      { kind: 'board_quarter', day: today, funder: 'City youth grant' },
    ],
    ['leadId', 'one person', { kind: 'board_quarter', day: today, leadId: personOf('coordinator') }],
    [
      'leadId',
      'not among',
      { kind: 'coordinator_month', day: today, leadId: personOf('admin', otherDistrict) },
    ],
  ])('%s: %s', async (field, words, body) => {
    await expect(director()(api.makeReport, { body })).rejects.toMatchObject({
      code: 'invalid-input',
      fields: [{ field, message: expect.stringContaining(words) as string }],
    })
  })

  it('nobody of another district reads it, and it is removed by its version', async () => {
    const { id, version } = await report({})
    const params = { reportId: id }
    await expect(
      test.as('director', { districtId: otherDistrict })(api.getReport, { params }),
    ).rejects.toMatchObject({ code: 'not-found' })
    await expect(director()(api.deleteReport, { params, ifMatch: version - 1 || 99 })).rejects.toMatchObject({
      code: 'stale',
    })
    await director()(api.deleteReport, { params, ifMatch: version })
    expect((await director()(api.listReports, { query: {} })).items.map((one) => one.id)).not.toContain(id)
    expect((await director()(schoolsContract.listSchools, { query: {} })).items).toHaveLength(2)
  })
})
