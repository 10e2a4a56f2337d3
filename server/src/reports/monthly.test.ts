import { addMonths, weekday } from '@common-table/shared/calendar/dates'
import { reportsContract } from '@common-table/shared/reports/contract'
import { notificationsContract } from '@common-table/shared/notifications/contract'
import { beforeAll, expect, it } from 'vitest'
import { district, personOf, useApi } from '../../test/support/api.ts'
import { makeReport } from './make-report.ts'
import { beginMonthsEverywhere } from './monthly.ts'

const test = useApi()
const facts = {} as { month: string; today: string }
const coordinator = personOf('coordinator')

beforeAll(async () => {
  // In the district it is afternoon now, school is kept every day of the week this month, and the district is a year old.
  const [found] = await test.sql<{ zone: string; today: string }>(
    `select z.name as zone, (now() at time zone z.name)::date::text as today from pg_timezone_names z
     where z.name in ('America/New_York', 'Asia/Tokyo', 'Europe/Berlin', 'Pacific/Auckland')
       and extract(hour from now() at time zone z.name) between 6 and 22 limit 1`,
  )
  facts.today = found!.today
  facts.month = addMonths(`${found!.today.slice(0, 7)}-01`, -1)
  await test.sql(
    `update districts set time_zone = $2, created_at = now() - interval '400 days' where id = $1`,
    [district, found!.zone],
  )
  await test.sql('delete from school_years where district_id = $1', [district])
  await test.sql(
    `insert into school_years (district_id, label, starts_on, ends_on) values ($1, '2031-32', $2::date - 60, $2::date + 200)`,
    [district, found!.today],
  )
  await test.sql(
    `with o as (insert into organizations (district_id, name) values ($1, 'Food Bank') returning id)
     insert into partnerships (district_id, organization_id, name, stage, lead_user_id) select $1, o.id, 'Food at home', 'active', $2 from o`,
    [district, coordinator],
  )
})

const months = () =>
  test.sql<{ month: string; report_id: string; told: boolean }>(
    `select month::text, report_id, told_at is not null as told from coordinator_months where district_id = $1 order by month`,
    [district],
  )
const told = async () =>
  (await test.as('coordinator')(notificationsContract.listNotifications, { query: {} })).items.filter(
    ({ kind }) => kind === 'reports.month',
  )
const mails = () =>
  test.sql<{ to_address: string; body: string }>(
    "select to_address, body from mails where district_id = $1 and kind = 'monthReady'",
    [district],
  )
/** Whether a school day of this month has come: on its first weekend nothing is due yet. */
const schoolHasBegun = (): boolean => Number(facts.today.slice(8)) > 3 || weekday(facts.today) <= 5

it('the month of a coordinator comes by itself on the first school day after it, once, by bell and by mail', async () => {
  await beginMonthsEverywhere(test.services)
  await beginMonthsEverywhere(test.services)
  if (!schoolHasBegun()) return expect(await months()).toEqual([])
  const begun = await months()
  expect(begun).toMatchObject([{ month: facts.month, told: false }])
  const job = { districtId: district, reportId: begun[0]!.report_id, signal: new AbortController().signal }
  await makeReport(test.services, job)
  await makeReport(test.services, job)
  const report = await test.as('coordinator')(reportsContract.getReport, {
    params: { reportId: job.reportId },
  })
  expect(report).toMatchObject({
    kind: 'coordinator_month',
    status: 'ready',
    from: facts.month,
    lead: { id: coordinator },
  })
  expect(await told()).toMatchObject([{ link: `/outcomes/reports/${job.reportId}` }])
  expect((await mails()).map(({ to_address, body }) => [to_address, body.includes(job.reportId)])).toEqual([
    ['coordinator@riverbend.example', true],
  ])
  await beginMonthsEverywhere(test.services)
  expect(await months()).toHaveLength(1)
})

it('a district that wants none gets none; one that was set back to it catches up', async () => {
  await test.sql('delete from coordinator_months where district_id = $1', [district])
  await test.sql('update districts set monthly_reports = false where id = $1', [district])
  await beginMonthsEverywhere(test.services)
  expect(await months()).toEqual([])
  await test.sql('update districts set monthly_reports = true where id = $1', [district])
  await beginMonthsEverywhere(test.services)
  expect(await months()).toHaveLength(schoolHasBegun() ? 1 : 0)
})
