import { beforeAll, describe, expect, it } from 'vitest'
import { deliveryContract as api } from '@common-table/shared/outcomes/delivery-contract'
import { outcomesContract } from '@common-table/shared/outcomes/contract'
import type { RecordedMeasurement } from '@common-table/shared/outcomes/record-schemas'
import type { PublicCell } from '@common-table/shared/outcomes/suppression'
import { district, id, otherDistrict, useApi } from '../../test/support/api.ts'
import { bringIn, perform } from '../../test/support/imports.ts'
import { proveSums, rebuildSums } from './index.ts'

const test = useApi()
const [school, partner] = [id(501), id(502)]
const [tutors, mentors, readers] = [id(511), id(512), id(513)]
const [homework, reading] = [id(521), id(522)]
const ids = {} as {
  rate: string
  fidelity: string
  quarter: string
  before: string
  all: string
  label: string
}

beforeAll(async () => {
  await test.sql("insert into schools (district_id, id, code, name) values ($1, $2, '051', 'Bay School')", [
    district,
    school,
  ])
  await test.sql("insert into organizations (district_id, id, name) values ($1, $2, 'Tutor Corps')", [
    district,
    partner,
  ])
  await test.sql(
    `insert into partnerships (district_id, id, organization_id, name, stage) select $1, p.id::uuid, $2, p.name, 'active'
     from (values ($3, 'Tutors at Bay'), ($4, 'Mentors at Bay'), ($5, 'Readers')) p (id, name)`,
    [district, partner, tutors, mentors, readers],
  )
  await test.sql('insert into partnership_schools values ($1, $2, $3)', [district, tutors, school])
  await test.sql(
    `insert into services (district_id, id, organization_id, name, category_id)
     select $1, v.id::uuid, $2, v.name, k.id from (values ($3, 'Homework help'), ($4, 'Reading hour')) v (id, name), categories k
     where k.district_id = $1 and k.code = 'ac_tutor'`,
    [district, partner, homework, reading],
  )
  for (const service of [homework, reading])
    await test.sql('insert into partnership_services values ($1, $2, $3)', [district, tutors, service])
  const [found] = await test.sql<typeof ids>(
    `select (select id from metrics where district_id = $1 and code = 'participation_rate') as rate,
      (select id from metrics where district_id = $1 and code = 'fidelity_rate') as fidelity, q.id as quarter,
      y.label, (select b.id from periods b join school_years u on u.district_id = b.district_id and u.id = b.school_year_id
        where b.district_id = $1 and b.kind = 'quarter' and b.ordinal = 1 and u.starts_on < y.starts_on order by u.starts_on desc limit 1) as before,
      (select id from student_groups where district_id = $1 and code = 'all') as all
     from periods q join school_years y on y.district_id = q.district_id and y.id = q.school_year_id
     where q.district_id = $1 and q.kind = 'quarter' and q.ordinal = 1 order by q.starts_on desc limit 1`,
    [district],
  )
  Object.assign(ids, found)
})

const enter = (
  place: Partial<RecordedMeasurement>,
  numerator: number,
  denominator: number,
  more: Partial<RecordedMeasurement> = {},
) =>
  test.as('steward')(outcomesContract.recordMeasurement, {
    body: {
      metricId: ids.rate,
      schoolId: null,
      groupId: ids.all,
      periodId: ids.quarter,
      status: 'reported',
      numerator,
      denominator,
      ...place,
      ...more,
    },
  })
const words = (cell: PublicCell) => (cell.suppressed ? `${cell.reason}: ${cell.label}` : cell.value)
const listed = async (query: object = {}, metricId = ids.rate) =>
  (await test.as('viewer')(api.listMetricDelivery, { params: { metricId }, query })).items.map(
    ({ kind, name, cell }) => [kind, name, words(cell)],
  )

describe('figures of partnerships and services', () => {
  it('stand beside one another, with what is too small withheld and no other telling it', async () => {
    await enter({ partnershipId: tutors }, 240, 320)
    await enter({ partnershipId: mentors }, 3, 6)
    await enter({ partnershipId: readers }, 90, 160)
    await enter({ serviceId: homework }, 112, 160)
    await enter({ serviceId: reading }, 128, 160)
    await enter({ partnershipId: tutors }, 200, 320, { periodId: ids.before })
    expect(await listed({ kind: 'partnership', sort: '-value' })).toEqual([
      ['partnership', 'Tutors at Bay', 75],
      // One hidden figure alone could be worked out from a total somebody knows.
      ['partnership', 'Mentors at Bay', 'small_n: fewer than 10'],
      ['partnership', 'Readers', 'complementary: withheld'],
    ])
    expect(await listed({ kind: 'service' })).toEqual([
      ['service', 'Homework help', 70],
      ['service', 'Reading hour', 80],
    ])
    const { items } = await test.as('viewer')(api.listMetricDelivery, {
      params: { metricId: ids.rate },
      query: { kind: 'partnership', limit: 1, sort: '-value' },
    })
    expect(items[0]).toMatchObject({
      origin: 'entered',
      organization: { name: 'Tutor Corps' },
      before: { value: 62.5 },
    })
  })

  it('the parts of a partnership protect each other: a small service takes its sibling along', async () => {
    await enter({ serviceId: reading }, 3, 4)
    await enter({ serviceId: homework }, 237, 316)
    const withheld = expect.stringMatching(/withheld|fewer than 10/)
    expect(await listed({ kind: 'service' })).toEqual([
      ['service', 'Homework help', withheld],
      ['service', 'Reading hour', withheld],
    ])
    await enter({ serviceId: homework }, 112, 160)
    await enter({ serviceId: reading }, 128, 160)
  })

  it('figures of schools are what they were, and the partnership shows its own over time', async () => {
    await enter({ schoolId: school }, 90, 120)
    const series = await test.as('viewer')(outcomesContract.getMetricSeries, {
      params: { metricId: ids.rate },
    })
    expect(series.cells.at(-1)).toMatchObject({ value: 75, n: 120 })
    const own = await test.as('viewer')(api.getPartnershipFigures, { params: { partnershipId: tutors } })
    expect(own.metrics).toMatchObject([
      {
        metric: { code: 'participation_rate' },
        periods: [{ id: ids.before }, { id: ids.quarter }],
        places: [
          { kind: 'partnership', name: 'Tutors at Bay', cells: [{ value: 62.5 }, { value: 75 }] },
          { kind: 'service', name: 'Homework help', cells: [{ value: null }, { value: 70 }] },
          { kind: 'service', name: 'Reading hour' },
        ],
      },
    ])
  })

  it('a figure of sessions is no secret, however few there were', async () => {
    await enter({ serviceId: homework }, 5, 6, { metricId: ids.fidelity })
    expect(await listed({}, ids.fidelity)).toEqual([['service', 'Homework help', 500 / 6]])
  })

  it('a correction keeps what was said, and the raw figures are the steward’s', async () => {
    await enter({ partnershipId: readers }, 96, 160)
    const { items } = await test.as('steward')(outcomesContract.listCorrections, {
      params: { metricId: ids.rate },
    })
    expect(items[0]).toMatchObject({
      delivery: 'Readers',
      school: null,
      replacedBy: expect.stringMatching(/\w/),
    })
    const raw = await test.as('steward')(outcomesContract.readRawFigures, {
      params: { metricId: ids.rate },
      query: { raw: true, periodId: ids.quarter },
    })
    expect(raw.items.find(({ delivery }) => delivery?.id === mentors)).toMatchObject({
      cell: { value: 50, n: 6 },
    })
  })

  it('leave as a file just as they are shown', async () => {
    const file = await test.app.inject({
      url: `/api/v1/metrics/${ids.rate}/delivery/export/csv?kind=partnership`,
      headers: { authorization: `Bearer ${test.token('viewer')}` },
    })
    expect(file.body.split(/\r?\n/).filter(Boolean)).toEqual([
      expect.stringContaining('Scope'),
      expect.stringMatching(/^partnership,Mentors at Bay,Tutor Corps,fewer than 10,,/),
      expect.stringMatching(/Readers,Tutor Corps,withheld,,/),
      expect.stringMatching(/Tutors at Bay,Tutor Corps,75,320,62\.5,entered by hand/),
    ])
  })

  it('sums are kept with the figures, and can be proved and taken anew', async () => {
    expect(await proveSums(test.services.read(district))).toEqual([])
    await test.sql('update delivery_sums set reported = reported + 1 where district_id = $1', [district])
    expect((await proveSums(test.services.read(district))).length).toBeGreaterThan(0)
    await test.services.write(
      district,
      { kind: 'system', id: null, name: 'test', requestId: null },
      rebuildSums,
    )
    expect(await proveSums(test.services.read(district))).toEqual([])
  })

  it('are refused where they do not fit', async () => {
    await expect(enter({ partnershipId: tutors, schoolId: school }, 1, 2)).rejects.toMatchObject({
      fields: [{ field: 'partnershipId', rule: 'together' }],
    })
    await expect(enter({ serviceId: id(999) }, 1, 2)).rejects.toMatchObject({
      fields: [{ field: 'serviceId' }],
    })
    await expect(
      test.as('admin', { districtId: otherDistrict })(api.getPartnershipFigures, {
        params: { partnershipId: tutors },
      }),
    ).rejects.toMatchObject({ code: 'not-found' })
    const principal = test.as('school', { schools: [id(599)] })
    await expect(
      principal(api.getPartnershipFigures, { params: { partnershipId: tutors } }),
    ).rejects.toMatchObject({
      code: 'not-found',
    })
    expect(
      (await principal(api.listMetricDelivery, { params: { metricId: ids.rate }, query: {} })).items,
    ).toEqual([])
  })
})

describe('a file of figures of partnerships and services', { timeout: 60_000 }, () => {
  it('is read by name, corrects what is there, refuses what nobody knows, and can be undone', async () => {
    const done = await bringIn(test, 'delivery_measurements', {
      name: 'delivery.csv',
      content: [
        'Partnership,Service,School Year,Quarter,Metric,Value,N',
        `Readers,,${ids.label},Q1,participation_rate,50,100`,
        `,Tutor Corps: Reading hour,${ids.label},Q1,participation_rate,75,160`,
        `Nobody,,${ids.label},Q1,participation_rate,70,100`,
        '',
      ].join('\n'),
    })
    expect(done).toMatchObject({
      status: 'done',
      rowsKept: 2,
      rowsRefused: 1,
      counts: { measurements: { updated: 2 } },
    })
    expect(await listed()).toContainEqual(['service', 'Reading hour', 75])
    expect((await perform(test, done.id, 'undo')).counts).toMatchObject({
      undo: { measurements: { removed: 0, restored: 2, kept: 0 } },
    })
    expect(await listed()).toContainEqual(['service', 'Reading hour', 80])
  })
})
