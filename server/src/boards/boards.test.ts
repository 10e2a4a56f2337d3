import { beforeAll, describe, expect, it } from 'vitest'
import { boardsContract as api } from '@common-table/shared/boards/contract'
import { partnerBoardsContract } from '@common-table/shared/boards/partner-contract'
import { district, otherDistrict, useApi } from '../../test/support/api.ts'

const test = useApi()
const d = `'${district}'::uuid`

beforeAll(async () => {
  await test.sql(`insert into school_years (district_id, label, starts_on, ends_on)
    select ${d}, '2099-00', current_date - 150, current_date + 150
    where not exists (select from school_years where district_id = ${d} and current_date between starts_on and ends_on)`)
  await test.sql(
    `insert into schools (district_id, code, name, enrolment) values (${d}, 'a', 'Alpha', 400), (${d}, 'b', 'Beta', 300), (${d}, 'c', 'Gamma', 200)`,
  )
  await test.sql(
    `insert into organizations (district_id, name) values (${d}, 'Food Bank'), (${d}, 'Mentors'), (${d}, 'Library')`,
  )
  // The food bank runs for years, the mentors began last month, the library ended in between.
  await test.sql(
    `insert into partnerships (district_id, organization_id, name, stage, stage_since, students_reached, starts_on, ends_on)
     select ${d}, o.id, name, x.stage, current_date - 30, x.students, current_date - x.days, current_date + 40
     from organizations o join (values ('Food Bank', 'active', 240, 900), ('Mentors', 'active', 40, 30), ('Library', 'ended', 60, 800))
       x (of, stage, students, days) on x.of = o.name where o.district_id = ${d}`,
  )
  await test.sql(`insert into partnership_schools (district_id, partnership_id, school_id)
    select ${d}, p.id, s.id from partnerships p join schools s on s.district_id = ${d}
    where p.district_id = ${d} and (p.name, s.code) in (('Food Bank', 'a'), ('Mentors', 'b'), ('Library', 'a'))`)
  await test.sql(
    `insert into needs (district_id, school_id, category_id, school_year_id, severity, students_affected, title, source, tier, created_at, status, closed_at)
     select ${d}, s.id, (select id from categories where district_id = ${d} and code = 'bn_food'), y.id, x.severity, x.students, x.title, 'principal', 2,
       now() - make_interval(days => x.days), x.status, case when x.status = 'met' then now() - interval '1 day' end
     from schools s cross join (select id from school_years where district_id = ${d} and starts_on <= current_date order by starts_on desc limit 1) y,
       (values ('a', 'Weekend food', 4, 30, 400, 'open'), ('a', 'Breakfast', 3, 20, 400, 'met'), ('c', 'Snacks', 2, 4, 0, 'open')) x (school, title, severity, students, days, status)
     where s.district_id = ${d} and s.code = x.school`,
  )
})

describe('the district on one page', () => {
  it('says who is reached, against the same day a year ago', async () => {
    const { reach } = await test.as('viewer')(api.getOverview, { query: {} })
    expect(reach).toMatchObject({
      partnerships: { now: 2, before: 2 },
      partners: { now: 2, before: 2 },
      schools: 3,
      schoolsWithPartner: { now: 2, before: 1 },
      students: { now: { value: 280 }, before: { value: 300 } },
    })
  })

  it('withholds the sum of a year ago where the difference would tell a small group', async () => {
    await test.sql(
      `update partnerships set students_reached = 4 where district_id = ${d} and name = 'Mentors'`,
    )
    const { reach } = await test.as('director')(api.getOverview, { query: {} })
    expect(reach.students).toMatchObject({
      now: { value: 244 },
      before: { value: null, suppressed: true, reason: 'complementary' },
    })
    await test.sql(
      `update partnerships set students_reached = 40 where district_id = ${d} and name = 'Mentors'`,
    )
  })

  it('says what is missing, against the first day of the quarter, and withholds few places', async () => {
    const { gaps } = await test.as('viewer')(api.getOverview, { query: {} })
    expect(gaps).toMatchObject({ openNeeds: { now: 2, before: 2 }, severe: 1 })
    expect(gaps.tiers).toHaveLength(5)
    expect(gaps.help).toMatchObject([{ tier: 2, openNeeds: 2, wanted: { value: 34 } }])
  })

  it('is the same for a member of the board, without a school beside its tier', async () => {
    const [version] = await test.sql<{ id: string }>(
      `insert into equity_versions (district_id, number, scaling, indicators) values (${d}, 1, 'percentile_rank', '[]') returning id`,
    )
    await test.sql(
      `insert into equity_scores (district_id, version_id, school_id, score, rank, tier, known, contributions)
       select ${d}, $1, id, 90, 1, 'highest', 1, '{}' from schools where district_id = ${d} and code = 'c'`,
      [version!.id],
    )
    const own = await test.as('director')(api.getOverview, { query: {} })
    expect(own.risks.unserved).toMatchObject({ count: 1, items: [{ name: 'Gamma' }] })
    expect(own.gaps.tiers[0]).toMatchObject({ tier: 'highest', schools: 1, withoutPartner: 1, openNeeds: 1 })
    const board = await test.as('director')(api.getOverview, { query: { as: 'board' } })
    const viewer = await test.as('viewer')(api.getOverview, { query: {} })
    const { as: _, asOf: __, ...seen } = board
    expect(viewer).toMatchObject(seen)
    expect(board.risks.unserved).toEqual({ count: 1, items: [] })
  })

  it('compares the ratio with the last board packet, and value with the whole year before', async () => {
    await test.sql(
      `insert into reports (district_id, kind, starts_on, ends_on, status, progress, ready_at, body)
       values (${d}, 'board_quarter', current_date - 300, current_date - 210, 'ready', 1, now(), '{"quarter": 2, "schoolYear": "2025-26", "equity": {"ratio": 0.8}}')`,
    )
    const { equity, value, objectives } = await test.as('viewer')(api.getOverview, { query: {} })
    expect(equity.before).toMatchObject({ quarter: 2, schoolYear: '2025-26', ratio: 0.8 })
    expect(value.partnerCents).toEqual({ now: 0, before: null })
    expect(objectives.map(({ rule }) => rule)).toContain('families_respond_favorably')
  })

  it('tells a principal how the district stands, and nothing of others by name', async () => {
    const [school] = await test.sql<{ id: string }>(
      `select id from schools where district_id = ${d} and code = 'a'`,
    )
    const principal = test.as('school', { schools: [school!.id] })
    const { reach, risks } = await principal(api.getOverview, { query: {} })
    expect(reach.partnerships.now).toBe(2)
    expect(
      [risks.ending, risks.overdue, risks.stuck, risks.unserved].map(({ items }) => items.length),
    ).toEqual([0, 0, 0, 0])
  })

  it('is each district’s own', async () => {
    const { reach } = await test.as('viewer', { districtId: otherDistrict })(api.getOverview, { query: {} })
    expect(reach).toMatchObject({ partnerships: { now: 0, before: null }, schools: 0 })
  })
})

describe('the page is held until something it reads is written', () => {
  const read = async () => {
    const { asOf, ...page } = await test.as('viewer')(api.getOverview, { query: {} })
    return { asOf, page }
  }
  it('answers from memory, and anew after each write', async () => {
    const one = await read()
    expect((await read()).asOf).toBe(one.asOf)
    for (const write of [
      `update partnerships set starts_on = starts_on - 1 where district_id = ${d} and name = 'Food Bank'`,
      `update objectives set target_value = target_value where district_id = ${d}`,
      `update districts set suppression_threshold = 11 where id = ${d}`,
      `update districts set suppression_threshold = 10 where id = ${d}`,
      `insert into activities (district_id, kind, title, happens_on) values (${d}, 'engagement', 'Night', current_date - 3)`,
      `insert into investment_totals (district_id, partnership_id, school_year_id, line_count, valued_count, district_planned_cents,
         district_delivered_cents, partner_planned_cents, partner_delivered_cents, volunteer_hours)
       select ${d}, p.id, y.id, 1, 1, 0, 0, 0, 500, 0 from partnerships p, school_years y
       where p.district_id = ${d} and p.name = 'Food Bank' and y.district_id = ${d} order by y.starts_on desc limit 1`,
    ]) {
      const before = await read()
      await test.sql(write)
      const after = await read()
      expect(after.asOf, write).not.toBe(before.asOf)
    }
    expect((await read()).page.value.partnerCents.now).toBe(500)
  })
})

describe('a school on one page', () => {
  const schoolOf = async (code: string) =>
    (
      await test.sql<{ id: string }>(`select id from schools where district_id = ${d} and code = $1`, [code])
    )[0]!.id

  it('says what is open and was answered, what comes, who helps and what was kept', async () => {
    const schoolId = await schoolOf('a')
    await test.sql(
      `insert into services (district_id, organization_id, name, category_id, status)
       select ${d}, o.id, 'Backpacks', c.id, 'active' from organizations o join categories c on c.district_id = ${d} and c.code = 'bn_food'
       where o.district_id = ${d} and o.name = 'Food Bank'`,
    )
    await test.sql(
      `insert into activities (district_id, kind, title, happens_on, school_id, service_id, partnership_id, planned, delivered)
       select ${d}, 'session', x.title, current_date + x.day, $1, v.id, p.id, 1, x.delivered
       from services v join partnerships p on p.district_id = ${d} and p.name = 'Food Bank',
         (values ('Today, packed', 0, 1::smallint), ('Today, not told', 0, null), ('In three days', 3, null)) x (title, day, delivered)
       where v.district_id = ${d} and v.name = 'Backpacks'`,
      [schoolId],
    )
    const principal = test.as('school', { schools: [schoolId] })
    const board = await principal(api.getSchoolBoard, { params: { schoolId } })
    expect(board).toMatchObject({
      school: { name: 'Alpha' },
      needs: {
        open: { now: 1, before: 2 },
        severe: 1,
        answered: { now: 1 },
        items: [{ title: 'Weekend food', severity: 4 }],
      },
      partners: { count: { now: 1, before: 2 }, items: [{ partner: 'Food Bank' }] },
      promises: { overdue: 0, soon: 0 },
      fidelity: { now: { due: 2, delivered: 1, percent: 50 } },
    })
    expect(board.help.items.map(({ title, partner }) => [title, partner])).toEqual(
      expect.arrayContaining([['In three days', 'Food Bank']]),
    )
  })

  it('is not there for the principal of another school', async () => {
    const other = test.as('school', { schools: [await schoolOf('b')] })
    await expect(
      other(api.getSchoolBoard, { params: { schoolId: await schoolOf('a') } }),
    ).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('what a partner’s help did', () => {
  const partnershipOf = async (name: string) =>
    (
      await test.sql<{ id: string; organization_id: string }>(
        `select id, organization_id from partnerships where district_id = ${d} and name = $1`,
        [name],
      )
    )[0]!
  const read = async (name: string) => {
    const { id, organization_id: organizationId } = await partnershipOf(name)
    const { call } = await test.link({
      purpose: 'help-done',
      subject: { table: 'partnerships', id },
      organizationId,
      partnershipId: id,
    })
    return call(partnerBoardsContract.readHelpDoneByLink)
  }

  it('is read behind a link: sessions kept, students reached, what is still missing', async () => {
    await test.sql(
      `insert into partnership_categories (district_id, partnership_id, category_id)
       select ${d}, p.id, c.id from partnerships p join categories c on c.district_id = ${d} and c.code = 'bn_food'
       where p.district_id = ${d} and p.name = 'Food Bank' on conflict do nothing`,
    )
    expect(await read('Food Bank')).toMatchObject({
      partnership: 'Food Bank',
      organization: 'Food Bank',
      district: 'Riverbend Schools',
      schools: ['Alpha'],
      students: { value: 240, suppressed: false },
      sessions: { planned: 2, delivered: 1, silent: 1, toCome: 1 },
      evidence: 'participation_only',
      change: null,
      byThemselves: null,
      refused: 'no_metric',
      missing: [{ schools: 1 }],
    })
  })

  it('withholds few students, from the partner and from staff who look as the partner', async () => {
    const { id } = await partnershipOf('Mentors')
    await test.sql(`update partnerships set students_reached = 4 where district_id = ${d} and id = $1`, [id])
    const given = await read('Mentors')
    expect(given.students).toMatchObject({ value: null, n: null, suppressed: true, reason: 'small_n' })
    const looked = await test.as('director')(api.getHelpDone, { params: { partnershipId: id } })
    expect(looked).toEqual(given)
    expect(JSON.stringify(given)).not.toMatch(/:\s*4[,}]/)
    await test.sql(`update partnerships set students_reached = 40 where district_id = ${d} and id = $1`, [id])
  })

  it('is sent by those who write to partners, and is not a principal’s of another school', async () => {
    const { id, organization_id: organizationId } = await partnershipOf('Food Bank')
    const send = test.as('coordinator')(api.sendHelpDone, { params: { partnershipId: id }, body: {} })
    await expect(send).rejects.toMatchObject({ code: 'step-not-possible' })
    await test.sql(
      `insert into contacts (district_id, organization_id, name, email, is_primary) values (${d}, $1, 'Ana Núñez', 'ana@food.example', true)`,
      [organizationId],
    )
    const sent = await test.as('coordinator')(api.sendHelpDone, { params: { partnershipId: id }, body: {} })
    expect(sent).toEqual({ email: 'ana@food.example' })
    const mails = await test.sql<{ n: string }>(
      `select count(*) as n from links where district_id = ${d} and purpose = 'help-done' and email = 'ana@food.example'`,
    )
    expect(Number(mails[0]!.n)).toBe(1)
    const [other] = await test.sql<{ id: string }>(
      `select id from schools where district_id = ${d} and code = 'c'`,
    )
    await expect(
      test.as('school', { schools: [other!.id] })(api.getHelpDone, { params: { partnershipId: id } }),
    ).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('the director’s desk', () => {
  it('adds up what there is of everything, and withholds few students', async () => {
    await test.sql(
      `insert into agreements (district_id, partnership_id, title, type, intensity, money, uses_space, data, contact, worksite, grassroots, stage, stage_since, starts_on, ends_on)
       select ${d}, id, 'MOU', 'no_cost_mou', 'low', 'none', false, 'none', 'none', false, false, 'signed', now(), current_date - 300, current_date + 40
       from partnerships where district_id = ${d} and name = 'Mentors'`,
    )
    await test.sql(
      `update partnerships set students_reached = 4, last_contact_on = current_date where district_id = ${d} and name = 'Mentors'`,
    )
    await test.sql(`insert into prospects (district_id, organization_id, created_at)
      select ${d}, id, now() - interval '400 days' from organizations where district_id = ${d} and name = 'Library'`)
    expect(await test.as('director')(api.getDesk)).toMatchObject({
      pipeline: { open: { now: 1, before: 1 }, stages: [{ stage: 'identified', count: 1 }] },
      agreements: { underWay: 0, stuck: 0 },
      renewals: { ending: 1, begun: 0, students: { suppressed: true } },
      placements: { undecided: 0 },
      quiet: { count: 1, running: 2, students: { value: 240 } },
    })
    await expect(test.as('viewer')(api.getDesk)).rejects.toMatchObject({ code: 'not-permitted' })
    await test.sql(
      `update partnerships set students_reached = 40 where district_id = ${d} and name = 'Mentors'`,
    )
  })
})

describe('what everybody is shown', () => {
  it('is nothing while the public pages are off, and only what they show when they are on', async () => {
    const look = () => test.as('viewer')(api.getPublicBoard)
    expect(await look()).toMatchObject({
      publicPath: null,
      results: false,
      partners: 0,
      metrics: [],
      stories: [],
    })
    await test.sql(
      `update districts set public_site = true, public_slug = 'riverbend', public_results = true where id = ${d}`,
    )
    const [release] = await test.sql<{ id: string }>(
      `insert into releases (district_id, title, status, threshold, rules, published_at, checked_at, made_by_name) values (${d}, 'Spring', 'published', 10, 2, now(), now(), 'The steward') returning id`,
    )
    await test.sql(
      `with t as (insert into release_tables (district_id, release_id, metric_id, period_id)
          select ${d}, $1, m.id, p.id from metrics m, periods p where m.district_id = ${d} and m.code = 'attendance_rate' and p.district_id = ${d} limit 1 returning *)
        insert into release_figures (district_id, release_id, metric_id, period_id, school_id, cells, method)
        select district_id, release_id, metric_id, period_id, null, '{"all": {"value": 91, "n": 900, "suppressed": false}}', 'reported' from t`,
      [release!.id],
    )
    const board = await look()
    expect(board).toMatchObject({ publicPath: '/public/riverbend', results: true })
    expect(board.metrics.map(({ periods }) => periods[0]?.cells['all']?.value)).toEqual([91])
    await test.sql(`update districts set public_results = false where id = ${d}`)
    expect((await look()).metrics).toEqual([])
  })
})
