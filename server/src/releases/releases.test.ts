import { beforeAll, describe, expect, it } from 'vitest'
import { outcomesContract } from '@common-table/shared/outcomes/contract'
import { releasesContract as api } from '@common-table/shared/releases/contract'
import { district, id, otherDistrict, useApi } from '../../test/support/api.ts'
import { checkRelease } from './index.ts'

const test = useApi()
const schools = [101, 102, 103, 104].map(id)
const ids = {} as { metric: string; period: string; all: string; black: string; white: string }

beforeAll(async () => {
  await test.sql(
    `insert into schools (district_id, id, code, name) select $1, s, right(s::text, 3), 'School ' || right(s::text, 3)
     from unnest($2::uuid[]) s`,
    [district, schools],
  )
  const [found] = await test.sql<typeof ids>(
    `select (select id from metrics where district_id = $1 and code = 'chronic_absence_rate') as metric,
      (select id from periods where district_id = $1 and kind = 'year' and label = '2023-24') as period,
      (select id from student_groups where district_id = $1 and code = 'all') as all,
      (select id from student_groups where district_id = $1 and code = 'black') as black,
      (select id from student_groups where district_id = $1 and code = 'white') as white`,
    [district],
  )
  Object.assign(ids, found)
})

const useMetric = async (code: string) => {
  const [found] = await test.sql<{ id: string }>(
    'select id from metrics where district_id = $1 and code = $2',
    [district, code],
  )
  ids.metric = found!.id
}

type Row = readonly [school: number | null, group: 'all' | 'black' | 'white', met: number, people: number]
const enter = (rows: readonly Row[]) =>
  test.as('steward')(outcomesContract.recordMeasurements, {
    body: {
      items: rows.map(([school, group, numerator, denominator]) => ({
        metricId: ids.metric,
        schoolId: school === null ? null : schools[school]!,
        groupId: ids[group],
        periodId: ids.period,
        status: 'reported' as const,
        numerator,
        denominator,
      })),
    },
  })
const prepared = async (title: string) => {
  const { id: release } = await test.as('steward')(api.prepareRelease, {
    body: { title, tables: [{ metricId: ids.metric, periodId: ids.period }] },
  })
  await checkRelease(test.services, district, release)
  return test.as('steward')(api.getRelease, { params: { releaseId: release } })
}
const published = async (title: string) => {
  const { id: releaseId, version } = await prepared(title)
  return test.as('steward')(api.publishRelease, { params: { releaseId }, ifMatch: version })
}
const tableOf = async (releaseId: string) => {
  const { items } = await test.as('viewer')(api.getReleasedTable, {
    params: { releaseId },
    query: { metricId: ids.metric, periodId: ids.period },
  })
  return new Map(items.map(({ school, cells }) => [school?.name ?? 'district', cells]))
}

describe('a release', () => {
  it('freezes what is shown on a day, with who, when and from which size on, and stays as it was', async () => {
    await enter([
      [0, 'all', 60, 300],
      [1, 'all', 150, 500],
      [2, 'all', 90, 200],
      [3, 'all', 3, 6],
    ])
    const release = await published('Autumn figures')
    expect(release).toMatchObject({
      status: 'published',
      threshold: 10,
      publishedBy: 'The steward',
      tables: [{ metric: { name: expect.any(String) }, withheld: 2 }],
    })
    const before = await tableOf(release.id)
    expect(before.get('School 101')?.['all']).toMatchObject({ value: 20, n: 300 })
    expect(before.get('School 104')?.['all']).toMatchObject({ suppressed: true, reason: 'small_n' })
    await enter([[0, 'all', 90, 300]])
    expect(await tableOf(release.id)).toEqual(before)
    const { items } = await test.as('viewer')(api.listReleasedMetrics)
    expect(items).toMatchObject([
      { periods: [{ release: { title: 'Autumn figures' }, cells: { all: { n: 1006 } } }] },
    ])
    await enter([[0, 'all', 60, 300]])
  })

  it('is thrown away before it is published, withdrawn afterwards, and then no longer public', async () => {
    const steward = test.as('steward')
    const draft = await prepared('A draft')
    await steward(api.discardRelease, { params: { releaseId: draft.id }, ifMatch: draft.version })
    const { items } = await steward(api.listReleases)
    const [release] = items
    expect(items).toHaveLength(1)
    const at = { params: { releaseId: release!.id }, ifMatch: release!.version }
    await expect(steward(api.discardRelease, at)).rejects.toMatchObject({ reason: 'release-in-print' })
    await expect(steward(api.publishRelease, at)).rejects.toMatchObject({ reason: 'release-not-ready' })
    await steward(api.withdrawRelease, { ...at, body: { because: 'A wrong file' } })
    expect((await steward(api.listReleasedMetrics)).items).toEqual([])
    await expect(test.sql('delete from releases where title = $1', ['Autumn figures'])).rejects.toThrow(
      /stays/,
    )
  })

  it('is made by those who answer for figures, in their own district', async () => {
    const tables = [{ metricId: ids.metric, periodId: ids.period }]
    for (const role of ['analyst', 'coordinator', 'viewer', 'school', 'partner'] as const)
      await expect(
        test.as(role)(api.prepareRelease, { body: { title: 'Mine', tables } }),
      ).rejects.toMatchObject({
        code: 'not-permitted',
      })
    const stranger = test.as('steward', { districtId: otherDistrict })
    expect((await stranger(api.listReleases)).items).toEqual([])
    await expect(stranger(api.prepareRelease, { body: { title: 'Theirs', tables } })).rejects.toMatchObject({
      reason: 'nothing-to-release',
    })
  })
})

describe('two releases side by side', () => {
  it('the later hides what the earlier hid for others, and shows what it need not hide', async () => {
    // In print (withdrawn or not): 101, 102 and the district. Hidden: 104 with six students, and 103 for its sake.
    // By a correction 102 becomes the smallest, the one the rules would now hide for 104; 103 shown would give 104 away.
    await enter([[1, 'all', 15, 50]])
    const release = await prepared('After the correction')
    expect(release).toMatchObject({ status: 'ready', comparedWith: [{ title: 'Autumn figures' }] })
    const table = await tableOf(release.id)
    expect(table.get('School 103')?.['all']).toMatchObject({ suppressed: true, reason: 'complementary' })
    expect(table.get('School 104')?.['all']).toMatchObject({ suppressed: true, reason: 'small_n' })
    expect(table.get('School 102')?.['all']).toMatchObject({ value: 30, n: 50 })
    expect(release.findings).toMatchObject([
      { kind: 'overlap', school: { name: 'School 103' }, group: 'all' },
    ])
  })

  it('what was in print before the threshold was raised is named, not hidden in vain', async () => {
    await useMetric('on_track_rate')
    await enter([
      [0, 'all', 150, 300],
      [1, 'all', 200, 500],
      [3, 'all', 12, 25],
    ])
    await published('From ten on')
    await test.sql('update districts set suppression_threshold = 30 where id = $1', [district])
    const release = await prepared('From thirty on')
    await test.sql('update districts set suppression_threshold = 10 where id = $1', [district])
    expect(release).toMatchObject({ status: 'ready', threshold: 30 })
    expect(release.findings).toMatchObject([{ kind: 'in_print', school: { name: 'School 104' } }])
    expect((await tableOf(release.id)).get('School 104')?.['all']).toMatchObject({ label: 'fewer than 30' })
  })

  it('a release is refused, naming the figure, when everything it could hide behind is in print', async () => {
    await useMetric('graduation_rate')
    // The source's own district figure counts six students more than the schools in print.
    await enter([
      [null, 'all', 403, 806],
      [0, 'all', 150, 300],
      [1, 'all', 250, 500],
    ])
    await published('Two schools and the district')
    await enter([[3, 'all', 3, 6]])
    const release = await prepared('And the third')
    expect(release.status).toBe('refused')
    expect(release.findings).toMatchObject([{ kind: 'pinned', school: { name: 'School 104' }, group: 'all' }])
    await expect(
      test.as('steward')(api.publishRelease, {
        params: { releaseId: release.id },
        ifMatch: release.version,
      }),
    ).rejects.toMatchObject({ reason: 'release-not-ready' })
  })

  it('of two that were checked at the same time the second is checked anew', async () => {
    await useMetric('chronic_absence_rate')
    const [first, second] = [await prepared('First'), await prepared('Second')]
    const publish = ({ id: releaseId, version }: typeof first) =>
      test.as('director')(api.publishRelease, { params: { releaseId }, ifMatch: version })
    await publish(first)
    await expect(publish(second)).rejects.toMatchObject({ reason: 'release-outdated' })
  })
})
