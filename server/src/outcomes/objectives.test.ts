import { beforeAll, describe, expect, it } from 'vitest'
import { calendarContract } from '@common-table/shared/calendar/contract'
import { objectivesContract as api } from '@common-table/shared/outcomes/objectives-contract'
import { seatsContract } from '@common-table/shared/seats/contract'
import type { SeatKind, SeatTerm } from '@common-table/shared/seats/kinds'
import type { Pathway } from '@common-table/shared/seats/pathways'
import { district, id, otherDistrict, useApi } from '../../test/support/api.ts'

const test = useApi()
const staff = () => test.as('director')
const [north, south] = [id(61), id(62)]
const employer = id(71)

const say = (schoolId: string, kind: SeatKind, term: SeatTerm, lines: Partial<Record<Pathway, number>>) =>
  staff()(seatsContract.saySeatDemand, {
    params: { schoolId },
    body: {
      kind,
      term,
      lines: Object.entries(lines).map(([pathway, seekers]) => ({ pathway: pathway as Pathway, seekers })), // the keys typed above
    },
  })
const offer = (kind: SeatKind, term: SeatTerm, pathway: Pathway, seats: number, schoolId?: string) =>
  staff()(seatsContract.addSeatOffer, {
    body: {
      organizationId: employer,
      kind,
      term,
      pathway,
      seats,
      hours: 40,
      title: 'Seats',
      endsOn: '2030-01-01',
      ...(schoolId && { schoolId }),
    },
  })
const seats = ({ rule }: { rule: string }) => rule === 'seats_meet_demand'
const first = async () => (await staff()(api.listObjectives)).items.find(seats)!
/** One objective with its rows by way. */
const detail = async (call = staff()) => {
  const { objective, breakdowns } = await call(api.getObjective, {
    params: { objectiveId: (await first()).id },
  })
  const by = (way: string) => breakdowns.find((one) => one.way === way)!.rows
  return { objective, by }
}

beforeAll(async () => {
  for (const [at, schoolId] of [north, south].entries())
    await test.sql(
      "insert into schools (district_id, id, code, name, level) values ($1, $2, $3, $4, 'high')",
      [district, schoolId, `S${at}`, at === 0 ? 'North High' : 'South High'],
    )
  await test.sql("insert into organizations (district_id, id, name) values ($1, $2, 'Mercy Clinic')", [
    district,
    employer,
  ])
})

describe('the objective that internship and externship seats meet demand', () => {
  it('is there in every district and has no data until somebody seeks a seat', async () => {
    expect(await first()).toMatchObject({
      rule: 'seats_meet_demand',
      targetValue: 100,
      dueSet: null,
      figure: { value: null, suppressed: false },
      standing: { status: 'no_data' },
    })
    const { items } = await test.as('viewer', { districtId: otherDistrict })(api.listObjectives)
    expect(items).toHaveLength(3)
  })

  it('is of the present school year, due at its end unless a day is set', async () => {
    const { items } = await staff()(calendarContract.listSchoolYears)
    const year = items.find(({ current }) => current)!
    const { id: objectiveId, version, ...now } = await first()
    expect(now).toMatchObject({ schoolYear: year.label, dueOn: year.endsOn })
    const set = await staff()(api.changeObjective, {
      params: { objectiveId },
      body: { dueOn: '2090-06-30' },
      ifMatch: version,
    })
    expect(set).toMatchObject({ dueOn: '2090-06-30', dueSet: '2090-06-30' })
  })

  it('follows demand and seats at once, and stands by the rule targets stand by', async () => {
    await say(north, 'internship', 'fall', { health: 30, finance: 20 })
    await say(south, 'externship', 'spring', { health: 25, finance: 25 })
    // Neither a job shadow nor a teacher’s externship is an internship.
    await say(south, 'job_shadow', 'spring', { health: 60 })
    expect(await first()).toMatchObject({ figure: { value: 0, n: 100 }, standing: { status: 'off_track' } })
    await offer('internship', 'fall', 'health', 30, north)
    await offer('externship', 'spring', 'any', 45)
    await offer('internship', 'spring', 'finance', 40)
    expect(await first()).toMatchObject({ figure: { value: 75, n: 100 }, standing: { status: 'at_risk' } })
    await offer('internship', 'fall', 'finance', 20)
    await offer('externship', 'spring', 'finance', 5)
    expect(await first()).toMatchObject({ figure: { value: 100 }, standing: { status: 'met' } })
    await say(north, 'internship', 'fall', { finance: 40 })
  })

  it('is told per school, pathway and term, met or not, small groups withheld', async () => {
    const whole = await detail()
    expect(whole.objective.figure.value).toBeCloseTo((100 * 100) / 120)
    expect(whole.by('school')).toMatchObject([
      { school: { name: 'North High' }, met: false, cell: { n: 70 } },
      { school: { name: 'South High' }, met: true, cell: { value: 100, n: 50 } },
    ])
    expect(whole.by('term')).toMatchObject([
      { codes: { term: 'fall' }, met: false },
      { codes: { term: 'spring' }, met: true },
    ])
    expect(whole.by('pathway').map(({ codes, met }) => [codes['pathway'], met])).toEqual([
      ['finance', false],
      ['health', true],
    ])
    expect(
      whole.by('line').find(({ school, codes }) => school?.id === north && codes['pathway'] === 'finance'),
    ).toMatchObject({
      codes: { term: 'fall' },
      met: false,
      cell: { value: 50, n: 40 },
    })
    await say(south, 'internship', 'summer', { stem: 4 })
    const small = await detail()
    const line = small.by('line').find(({ codes }) => codes['pathway'] === 'stem')!
    expect(line).toMatchObject({ met: null, cell: { value: null, suppressed: true } })
    expect(small.by('school').find(({ school }) => school?.id === south)!.cell.n).not.toBe(54 + 0.5)
    // 54 of the school less 50 shown would be the four: one of its lines is hidden with them.
    const shown = small.by('line').filter(({ school, cell }) => school?.id === south && cell.value !== null)
    expect(shown.length).toBeLessThan(2)
  })

  it('shows a principal the district’s figure and the own school’s lines', async () => {
    const own = await detail(test.as('school', { schools: [north] }) as ReturnType<typeof staff>)
    expect(own.objective.figure.n).toBe(124)
    expect(new Set(own.by('line').map(({ school }) => school?.id))).toEqual(new Set([north]))
    expect(own.by('school').map(({ school }) => school?.name)).toEqual(['North High'])
  })

  it('has a target the district may change, on a path that leads forward, and nobody else’s', async () => {
    const { id: objectiveId, version } = await first()
    const change = (body: object, ifMatch = version, call = staff()) =>
      call(api.changeObjective, { params: { objectiveId }, body, ifMatch })
    await expect(change({ targetValue: 80 }, version, test.as('coordinator'))).rejects.toMatchObject({
      code: 'not-permitted',
    })
    await expect(change({ baselineValue: 20 })).rejects.toMatchObject({ fields: [{ field: 'baselineOn' }] })
    await expect(
      change({ baselineValue: 20, baselineOn: '2030-01-01', dueOn: '2029-01-01' }),
    ).rejects.toMatchObject({ fields: [{ field: 'dueOn', rule: 'order' }] })
    expect(await change({ targetValue: 80 })).toMatchObject({ targetValue: 80, standing: { status: 'met' } })
    await expect(change({ targetValue: 70 })).rejects.toMatchObject({ code: 'stale' })
    const far = test.as('director', { districtId: otherDistrict })
    await expect(change({ targetValue: 1 }, version, far)).rejects.toMatchObject({ code: 'not-found' })
    await expect(far(api.getObjective, { params: { objectiveId } })).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})
