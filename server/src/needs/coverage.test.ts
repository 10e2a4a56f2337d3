import { describe, expect, it } from 'vitest'
import { studentsServed, type CapacityUnit } from '@common-table/shared/catalog/capacity-units'
import type { Tier } from '@common-table/shared/catalog/tiers'
import { demandOf } from '@common-table/shared/needs/demand'
import { groupOf } from '@common-table/shared/needs/group'
import { covers } from '@common-table/shared/needs/in-force'
import type { NeedStatus } from '@common-table/shared/needs/lifecycle'
import { supplyOf } from '@common-table/shared/needs/supply'
import type { Term } from '@common-table/shared/agreements/term'
import type { AgreementType } from '@common-table/shared/agreements/vocabulary'
import type { Formality, Scope, Stage } from '@common-table/shared/partnerships/schemas'
import pg from 'pg'
import { district, useApi } from '../../test/support/api.ts'
import { chanceFrom } from '../seed/chance.ts'
import { proveCoverage } from './index.ts'
import { refreshEverywhere } from './upkeep.ts'

type Need = {
  school_year_id: string
  school_id: string
  category_id: string
  tier: Tier
  status: NeedStatus
  students_affected: number | null
  grades: string[]
  population: string | null
}
type Site = {
  school_id: string
  service_id: string
  category_id: string
  tier: Tier
  organization_id: string
  type: string
  capacity_maximum: number | null
  capacity_unit: CapacityUnit
  students_served: number | null
  verified_on: string | null
}
type Partnership = {
  organization_id: string
  stage: Stage
  scope: Scope
  formality: Formality
  starts_on: string | null
  ends_on: string | null
  schools: string[]
  services: string[]
  agreements: (Term & { type: AgreementType })[]
}

describe('the cells of the gap board', () => {
  const test = useApi()
  const d = `'${district}'::uuid`

  /** The same cells by the shared rules over the rows themselves, nothing maintained. */
  const plainly = async (): Promise<Record<string, unknown>> => {
    const needs = await test.sql<Need>(`select * from needs where district_id = ${d}`)
    const sites =
      await test.sql<Site>(`select x.school_id, x.service_id, s.category_id, s.tier, s.organization_id, o.type,
        x.capacity_maximum, s.capacity_unit, x.students_served, x.verified_on::text
      from service_sites x join services s on s.district_id = x.district_id and s.id = x.service_id
        join organizations o on o.district_id = s.district_id and o.id = s.organization_id
      where x.district_id = ${d} and x.school_id is not null and x.status = 'active' and s.status = 'active'
        and o.status <> 'inactive'`)
    const partnerships =
      await test.sql<Partnership>(`select organization_id, stage, scope, formality, starts_on::text, ends_on::text,
        array(select school_id from partnership_schools l where l.district_id = p.district_id and l.partnership_id = p.id) as schools,
        array(select service_id from partnership_services l where l.district_id = p.district_id and l.partnership_id = p.id) as services,
        (select coalesce(json_agg(json_build_object('type', a.type, 'stage', a.stage, 'startsOn', a.starts_on, 'endsOn', a.ends_on,
            'renews', a.renews, 'termMonths', a.term_months, 'noticeDays', a.notice_days, 'lastDay', a.last_day, 'endReason', a.end_reason)), '[]')
          from agreements a where a.district_id = p.district_id and a.partnership_id = p.id) as agreements
      from partnerships p where district_id = ${d}`)
    const enrolments = new Map(
      (
        await test.sql<{ id: string; enrolment: number | null }>(
          `select id, enrolment from schools where district_id = ${d}`,
        )
      ).map(({ id, enrolment }) => [id, enrolment]),
    )
    const [day] = await test.sql<{ today: string; days: number }>(
      `select (now() at time zone time_zone)::date::text as today, capacity_fresh_days as days from districts where id = ${d}`,
    )
    const { today, days } = day!
    const cells: Record<string, unknown> = {}
    const keyed = <T>(rows: T[], key: (row: T) => string) => Object.entries(Object.groupBy(rows, key))
    const demanded = needs.filter(({ status }) => ['open', 'in_progress', 'met'].includes(status))
    for (const [key, rows] of keyed(
      demanded,
      (n) => `need ${n.school_year_id} ${n.school_id} ${n.category_id} ${n.tier}`,
    )) {
      const { school_id, tier } = rows![0]!
      const entries = rows!.map((n) => ({
        status: n.status,
        studentsAffected: n.students_affected,
        group: groupOf(n.grades, n.population),
      }))
      cells[key] = demandOf(entries, tier, enrolments.get(school_id) ?? null)
    }
    for (const [key, rows] of keyed(sites, (s) => `site ${s.school_id} ${s.category_id} ${s.tier}`)) {
      const entries = rows!.map((s) => ({
        amount: s.capacity_maximum,
        unit: s.capacity_unit,
        studentsStated:
          s.capacity_maximum !== null && studentsServed(s.capacity_maximum, s.capacity_unit) !== null
            ? null
            : s.students_served,
        inForce:
          s.type === 'district_program' ||
          partnerships.some((p) =>
            covers(
              { ...p, organization: p.organization_id, startsOn: p.starts_on, endsOn: p.ends_on },
              { organization: s.organization_id, service: s.service_id, school: s.school_id },
              today,
            ),
          ),
        verifiedOn: s.verified_on,
      }))
      cells[key] = supplyOf(entries, today, days)
    }
    return cells
  }
  const kept = async (): Promise<Record<string, unknown>> => {
    const demand =
      await test.sql(`select 'need ' || school_year_id || ' ' || school_id || ' ' || category_id || ' ' || tier as key,
        json_build_object('students', students, 'estimated', estimated, 'entries', entries) as cell from coverage_demand where district_id = ${d}`)
    const supply = await test.sql(`select 'site ' || school_id || ' ' || category_id || ' ' || tier as key,
        json_build_object('verified', verified, 'paper', paper, 'unsized', unsized) as cell from coverage_supply where district_id = ${d}`)
    return Object.fromEntries([...demand, ...supply].map(({ key, cell }) => [key, cell]))
  }

  it('are what the shared rules say, whatever is written in whatever order', async () => {
    const chance = chanceFrom(7)
    const one = (table: string) =>
      `(select id from ${table} where district_id = ${d} order by md5(id::text || ${chance.next()}) limit 1)`
    const or = (odds: number, sql: string) => (chance.next() < odds ? sql : 'null')
    const category = () =>
      `(select id from categories where district_id = ${d} and code = '${chance.pick(['ac_tutor', 'bn_food', 'os_after'])}')`
    const day = (from: number, to: number) => `(current_date + ${chance.whole(from, to)})`
    const unit = () => chance.pick(['students', 'seats', 'hours_per_week', 'visits_per_week', 'families'])
    const stage = () => chance.pick(['forming', 'active', 'expanding', 'paused', 'ended'])
    const formality = () => chance.pick(['formal', 'informal', 'informal'])
    const tier = () => chance.whole(1, 3)
    const writes: (() => string)[] = [
      () =>
        `insert into schools (district_id, code, name, enrolment) values (${d}, 'r' || gen_random_uuid(), 'School', ${or(0.8, String(chance.whole(3, 900)))})`,
      () =>
        `update schools set enrolment = ${or(0.8, String(chance.whole(3, 900)))} where district_id = ${d} and id = ${one('schools')}`,
      () =>
        `insert into organizations (district_id, name, type) values (${d}, 'Helpers', '${chance.pick(['nonprofit', 'district_program'])}')`,
      () =>
        `update organizations set type = '${chance.pick(['nonprofit', 'district_program'])}' where district_id = ${d} and id = ${one('organizations')}`,
      () =>
        `update organizations set status = '${chance.pick(['active', 'prospect', 'inactive'])}' where district_id = ${d} and id = ${one('organizations')}`,
      () =>
        `insert into services (district_id, organization_id, name, category_id, tier, capacity_unit) select ${d}, id, 'Help', ${category()}, ${tier()}, '${unit()}' from organizations where id = ${one('organizations')}`,
      () =>
        `update services set category_id = ${category()}, tier = ${tier()}, capacity_unit = '${unit()}', status = '${chance.pick(['active', 'active', 'inactive'])}' where district_id = ${d} and id = ${one('services')}`,
      () => `delete from services where district_id = ${d} and id = ${or(0.2, one('services'))}`,
      () => `insert into service_sites (district_id, service_id, school_id, capacity_maximum, students_served, verified_on)
        select ${d}, v.id, s.id, ${or(0.8, String(chance.whole(0, 90)))}, ${or(0.4, String(chance.whole(0, 60)))}, ${or(0.8, day(-120, 2))} from services v, schools s
        where v.id = ${one('services')} and s.id = ${one('schools')} on conflict do nothing`,
      () => `insert into service_sites (district_id, service_id, school_id, capacity_maximum, verified_on)
        select ${d}, v.id, s.id, 7, ${day(-30, 0)} from services v, schools s where v.district_id = ${d} and s.district_id = ${d} and md5(v.id::text || s.id::text) < '${chance.pick(['2', '4'])}' on conflict do nothing`,
      () =>
        `update service_sites set capacity_maximum = ${or(0.8, String(chance.whole(0, 90)))}, capacity_available = null, verified_on = ${or(0.7, day(-120, 2))}, status = '${chance.pick(['active', 'active', 'paused'])}' where district_id = ${d} and id = ${one('service_sites')}`,
      () => `delete from service_sites where district_id = ${d} and id = ${one('service_sites')}`,
      () =>
        `insert into partnerships (district_id, organization_id, name, stage, scope, formality, starts_on, ends_on) select ${d}, id, 'Together', '${stage()}', '${chance.pick(['district', 'several_schools', 'one_school'])}', '${formality()}', ${or(0.3, day(-20, 5))}, ${or(0.3, day(6, 30))} from organizations where id = ${one('organizations')}`,
      () =>
        `update partnerships set stage = '${stage()}', formality = '${formality()}', scope = '${chance.pick(['district', 'one_school'])}', organization_id = ${one('organizations')}, ends_on = ${or(0.5, day(6, 20))} where district_id = ${d} and id = ${one('partnerships')}`,
      () => `insert into agreements (district_id, partnership_id, title, type, intensity, money, uses_space, data, contact, worksite, grassroots, starts_on, ends_on)
        select ${d}, id, 'Paper', '${chance.pick(['moa', 'express', 'data_sharing'])}', 'low', 'none', false, 'none', 'none', false, false, ${day(-20, 3)}, ${day(5, 30)} from partnerships where id = ${one('partnerships')}`,
      () =>
        `update agreements set stage = '${chance.pick(['signatures', 'signed', 'signed'])}', starts_on = ${day(-20, 3)}, ends_on = ${day(5, 30)}, renews = ${chance.pick(['true', 'false'])} where district_id = ${d} and id = ${one('agreements')}`,
      () =>
        `update agreements set last_day = ${day(-3, 3)}, end_reason = 'early' where district_id = ${d} and id = ${or(0.4, one('agreements'))}`,
      () =>
        `update agreements set ends_on = current_date - 1, starts_on = current_date - 40 where district_id = ${d} and id = ${or(0.4, one('agreements'))}`,
      () =>
        `delete from partnerships p where district_id = ${d} and id = ${or(0.3, one('partnerships'))} and not exists (select from agreements a where a.district_id = p.district_id and a.partnership_id = p.id)`,
      () =>
        `insert into partnership_schools select ${d}, p.id, s.id from partnerships p, schools s where p.district_id = ${d} and s.district_id = ${d} and md5(p.id::text || s.id::text) < '${chance.pick(['3', '8'])}' on conflict do nothing`,
      () => `delete from partnership_schools where district_id = ${d} and school_id = ${one('schools')}`,
      () =>
        `insert into partnership_services select ${d}, p.id, v.id from partnerships p join services v on v.organization_id = p.organization_id where p.district_id = ${d} and md5(p.id::text || v.id::text) < '4' on conflict do nothing`,
      () =>
        `delete from partnership_services where district_id = ${d} and partnership_id = ${one('partnerships')}`,
      () => `insert into needs (district_id, school_id, category_id, school_year_id, tier, severity, students_affected, title, source, status, grades, population)
        select ${d}, id, ${category()}, ${one('school_years')}, ${tier()}, ${chance.whole(1, 5)}, ${or(0.7, String(chance.whole(0, 120)))}, 'Help', 'staff',
          '${chance.pick(['open', 'open', 'in_progress', 'met', 'suggested', 'dismissed'])}', '${chance.pick(['{}', '{}', '{3}', '{3,4}'])}', ${chance.pick(['null', 'null', "'newcomers'"])} from schools where district_id = ${d} and md5(id::text) < '${chance.pick(['5', 'a', 'g'])}'`,
      () =>
        `update needs set status = '${chance.pick(['open', 'met', 'withdrawn'])}', tier = ${tier()}, students_affected = ${or(0.7, String(chance.whole(0, 120)))}, category_id = ${category()} where district_id = ${d} and id = ${one('needs')}`,
      () => `delete from needs where district_id = ${d} and id = ${one('needs')}`,
      () => `update districts set capacity_fresh_days = ${chance.whole(20, 110)} where id = ${d}`,
    ]
    for (const write of writes.filter((_, at) => [0, 2, 5, 8, 12].includes(at)))
      for (let n = 0; n < 6; n++) await test.sql(write())
    let compared = 0
    for (let round = 0; round < 260; round++) {
      await test.sql(chance.pick(writes)())
      if (round % 20 < 19) continue
      const expected = await plainly()
      expect(await kept()).toEqual(expected)
      compared += Object.keys(expected).length
    }
    // Ids are random, so how many cells there are differs from run to run.
    expect(compared).toBeGreaterThan(100)
    expect(await proveCoverage(test.services.read(district))).toBe(0)
  })

  it('lose nothing to writers at the same time', async () => {
    const [school] = await test.sql<{ id: string }>(
      `insert into schools (district_id, code, name, enrolment) values (${d}, 'both', 'Both', 900) returning id`,
    )
    const need = (grade: string) =>
      `insert into needs (district_id, school_id, category_id, school_year_id, tier, severity, students_affected, title, source, grades)
       select ${d}, '${school!.id}', c.id, y.id, 2, 3, 10, 'Help', 'staff', '{${grade}}' from categories c, school_years y
       where c.district_id = ${d} and c.code = 'ac_stem' and y.district_id = ${d} and y.label = '2024-25'`
    const clients = await Promise.all(
      ['1', '2', '3'].map(async () => {
        const client = new pg.Client({ connectionString: test.ownerUrl })
        await client.connect()
        return client
      }),
    )
    const [first, ...others] = clients
    await first!.query('begin')
    await first!.query(need('K'))
    const waiting = others.map((client, at) => client.query(need(String(at + 1))))
    await first!.query('commit')
    await Promise.all(waiting)
    await Promise.all(clients.map((client) => client.end()))
    expect(
      await test.sql(`select students, entries from coverage_demand where school_id = '${school!.id}'`),
    ).toEqual([{ students: 30, entries: 3 }])
  })

  it('age at night', async () => {
    await test.sql(
      `insert into organizations (district_id, id, name, type) values (${d}, '00000000-0000-4000-8000-00000000aaaa', 'Own', 'district_program')`,
    )
    await test.sql(`insert into services (district_id, id, organization_id, name, category_id, tier)
      select ${d}, '00000000-0000-4000-8000-00000000aaab', '00000000-0000-4000-8000-00000000aaaa', 'Own', id, 1 from categories where district_id = ${d} and code = 'sc_safety'`)
    await test.sql(`insert into service_sites (district_id, service_id, school_id, capacity_maximum, verified_on)
      select ${d}, '00000000-0000-4000-8000-00000000aaab', id, 40, current_date - 5 from schools where district_id = ${d} and code = 'both'`)
    const cell = () =>
      test.sql(
        `select s.verified, s.paper from coverage_supply s join categories c on c.id = s.category_id where s.district_id = ${d} and c.code = 'sc_safety'`,
      )
    expect(await cell()).toEqual([{ verified: 40, paper: 0 }])
    // Time cannot be turned forward here, so the confirmation moves back behind the triggers' back.
    await test.sql('alter table service_sites disable trigger user')
    await test.sql(
      `update service_sites set verified_on = current_date - 300 where service_id = '00000000-0000-4000-8000-00000000aaab'`,
    )
    await test.sql('alter table service_sites enable trigger user')
    expect(await proveCoverage(test.services.read(district))).toBe(2)
    await refreshEverywhere(test.services)
    expect(await cell()).toEqual([{ verified: 0, paper: 40 }])
    expect(await proveCoverage(test.services.read(district))).toBe(0)
  })
})
