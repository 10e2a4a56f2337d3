import { beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '@common-table/shared/calendar/dates'
import { gapBoardContract } from '@common-table/shared/needs/board-contract'
import { mailContract } from '@common-table/shared/mail/contract'
import { needsContract } from '@common-table/shared/needs/contract'
import { censusContract } from '@common-table/shared/rounds/census-contract'
import type { CensusAnswers } from '@common-table/shared/rounds/census-schemas'
import { roundsContract } from '@common-table/shared/rounds/contract'
import type { Round } from '@common-table/shared/rounds/schemas'
import { snapshotContract } from '@common-table/shared/rounds/snapshot-contract'
import type { SnapshotAnswers, SnapshotNeed } from '@common-table/shared/rounds/snapshot-schemas'
import { createCaller } from '@common-table/shared/contract/caller'
import { district, otherDistrict, sendTo, useApi } from '../../test/support/api.ts'
import { remindOfRounds } from './upkeep.ts'

const test = useApi()
const today = new Date().toISOString().slice(0, 10)
let lincoln: string
let washington: string
let harvest: string
let homework: string
let site: string
let food: string
let tutoring: string
let round: Round
let census: Round

const one = async (sql: string, values: unknown[]): Promise<string> =>
  (await test.sql<{ id: string }>(`${sql} returning id`, values))[0]!.id
const aSchool = (code: string, email: string | null, grades = '{K,1,2,3,4,5}') =>
  one(
    `insert into schools (district_id, code, name, enrolment, grades, principal_name, principal_email) values ($1, $2, $3, 300, $4, 'Priya Raman', $5)`,
    [district, code, `${code} School`, grades, email],
  )
const category = async (code: string) =>
  (
    await test.sql<{ id: string }>('select id from categories where district_id = $1 and code = $2', [
      district,
      code,
    ])
  )[0]!.id
const line = (more: Partial<SnapshotNeed> = {}): SnapshotNeed => ({
  needId: null,
  categoryId: food,
  tier: 2,
  severity: 4,
  studentsAffected: 60,
  urgency: 'now',
  cannotMeetAlone: true,
  note: '',
  over: false,
  ...more,
})
const answers = (more: Partial<SnapshotAnswers> = {}): SnapshotAnswers => ({
  needs: [line()],
  partners: [{ organizationId: harvest, present: 'yes' }],
  others: [],
  ...more,
})
/** Whoever got the newest mail at an address, by the link in it. */
const holderAt = async (address: string) => {
  const { items } = await test.as('admin')(mailContract.listMails, { query: { limit: 200 } })
  const { id } = items.find(({ toAddress }) => toAddress === address)!
  const { body } = await test.as('admin')(mailContract.getMail, { params: { mailId: id } })
  return createCaller(sendTo(test.app, `Link ${/#(\S+)/.exec(body)![1]!}`))
}
const demandAt = async (schoolId: string, categoryId: string) =>
  (
    await test.sql<{ students: string }>(
      'select students from coverage_demand where district_id = $1 and school_id = $2 and category_id = $3',
      [district, schoolId, categoryId],
    )
  ).map(({ students }) => Number(students))

beforeAll(async () => {
  ;[food, tutoring] = [await category('bn_food'), await category('ac_tutor')]
  lincoln = await aSchool('Lincoln', 'priya@lincoln.example')
  washington = await aSchool('Washington', null)
  harvest = await one(`insert into organizations (district_id, name) values ($1, 'Harvest Table')`, [
    district,
  ])
  await test.sql(
    `insert into contacts (district_id, organization_id, name, email, is_primary) values ($1, $2, 'Ana Núñez', 'ana@harvest.example', true)`,
    [district, harvest],
  )
  homework = await one(
    `insert into services (district_id, organization_id, name, category_id, tier, setting, grades, languages) values ($1, $2, 'Homework Club', $3, 2, 'after_school', '{3,4,5}', '{en}')`,
    [district, harvest, tutoring],
  )
  site = await one(
    `insert into service_sites (district_id, service_id, school_id, capacity_maximum, capacity_available, verified_on) values ($1, $2, $3, 20, 5, '2024-01-01')`,
    [district, homework, lincoln],
  )
})

describe('a school snapshot', () => {
  it('is opened by the district for a window and mailed to every principal with an address', async () => {
    round = await test.as('director')(roundsContract.openRound, {
      body: { kind: 'snapshot', dueOn: addDays(today, 14), note: 'Five minutes, please.' },
    })
    expect(round).toMatchObject({ state: 'open', counts: { asked: 2, unreachable: 1, answered: 0 } })
    await expect(
      test.as('director')(roundsContract.openRound, {
        body: { kind: 'snapshot', dueOn: addDays(today, 30) },
      }),
    ).rejects.toMatchObject({ reason: 'round-there' })
    const { items } = await test.as('director')(roundsContract.listReplies, {
      params: { roundId: round.id },
      query: {},
    })
    expect(items).toMatchObject([
      { who: { name: 'Lincoln School' }, state: 'waiting', to: { email: 'priya@lincoln.example' } },
      { who: { name: 'Washington School' }, state: 'unreachable', to: null },
    ])
    await expect(
      test.as('school', { schools: [lincoln] })(roundsContract.listReplies, {
        params: { roundId: round.id },
        query: {},
      }),
    ).rejects.toMatchObject({ code: 'not-permitted' })
  })

  it('keeps what is typed, by link without an account, and nothing counts before it is sent', async () => {
    const principal = await holderAt('priya@lincoln.example')
    const form = await principal(snapshotContract.getSnapshotByLink)
    expect(form).toMatchObject({
      school: { name: 'Lincoln School', enrolment: 300 },
      partners: [{ name: 'Harvest Table', programs: ['Homework Club'] }],
      answers: { needs: [], partners: [] },
    })
    const kept = await principal(snapshotContract.keepSnapshotDraftByLink, {
      body: answers({ needs: [line({ severity: null })] }),
      ifMatch: form.version,
    })
    expect(kept.version).toBe(form.version + 1)
    expect((await principal(snapshotContract.getSnapshotByLink)).answers.needs).toHaveLength(1)
    expect(await demandAt(lincoln, food)).toEqual([])
    await expect(
      principal(snapshotContract.keepSnapshotDraftByLink, { body: answers(), ifMatch: form.version }),
    ).rejects.toMatchObject({ code: 'stale', current: { version: kept.version } })
  })

  it('refuses more students than the school has, a line twice and one without severity, and keeps nothing of it', async () => {
    const principal = await holderAt('priya@lincoln.example')
    const { version } = await principal(snapshotContract.getSnapshotByLink)
    const bad = answers({
      needs: [line(), line({ severity: null }), line({ categoryId: tutoring, studentsAffected: 301 })],
    })
    await expect(
      principal(snapshotContract.sendSnapshotByLink, { body: bad, ifMatch: version }),
    ).rejects.toMatchObject({
      fields: [
        { field: 'needs.1.categoryId', rule: 'twice' },
        { field: 'needs.1.severity', rule: 'required' },
        { field: 'needs.2.studentsAffected', rule: 'range' },
      ],
    })
    expect(await demandAt(lincoln, food)).toEqual([])
    await expect(
      test.as('coordinator')(needsContract.recordNeed, {
        body: { schoolId: lincoln, categoryId: food, severity: 3, title: 'Food', studentsAffected: 301 },
      }),
    ).rejects.toMatchObject({ fields: [{ field: 'studentsAffected', rule: 'range' }] })
  })

  it('moves the gap board when it is sent, and corrects what it said while the window is open', async () => {
    const principal = await holderAt('priya@lincoln.example')
    const { version } = await principal(snapshotContract.getSnapshotByLink)
    const sent = await principal(snapshotContract.sendSnapshotByLink, {
      body: answers({ needs: [line(), line({ categoryId: tutoring, tier: 3, studentsAffected: 8 })] }),
      ifMatch: version,
    })
    expect(sent).toMatchObject({
      submittedBy: 'Priya Raman',
      answers: { needs: [{ needId: expect.any(String) }, {}] },
    })
    expect(await demandAt(lincoln, food)).toEqual([60])
    const board = await test.as('coordinator')(gapBoardContract.getGapBoard, {
      query: { schoolYear: round.schoolYear },
    })
    expect(JSON.stringify(board)).toContain(lincoln)
    const again = await principal(snapshotContract.sendSnapshotByLink, {
      body: { ...sent.answers, needs: [{ ...sent.answers.needs[0]!, studentsAffected: 75 }] },
      ifMatch: sent.version,
    })
    expect(again.answers.needs).toHaveLength(1)
    expect(await demandAt(lincoln, food)).toEqual([75])
    expect(await demandAt(lincoln, tutoring)).toEqual([])
    const { items } = await test.as('coordinator')(needsContract.listNeeds, {
      query: { schoolId: [lincoln], status: ['open', 'withdrawn'] },
    })
    expect(items.map(({ status, source, urgency }) => [status, source, urgency]).sort()).toEqual([
      ['open', 'principal', 'now'],
      ['withdrawn', 'principal', 'now'],
    ])
  })

  it('is the principal’s own: another school, another district and a viewer see or send nothing', async () => {
    const own = test.as('school', { schools: [lincoln] })
    expect((await own(snapshotContract.getSnapshot, { params: { schoolId: lincoln } })).submittedBy).toBe(
      'Priya Raman',
    )
    for (const call of [own, test.as('director', { districtId: otherDistrict })])
      await expect(
        call(snapshotContract.sendSnapshot, {
          params: { schoolId: washington },
          body: answers(),
          ifMatch: 1,
        }),
      ).rejects.toMatchObject({ code: 'not-found' })
    await expect(
      test.as('viewer')(snapshotContract.sendSnapshot, {
        params: { schoolId: lincoln },
        body: answers(),
        ifMatch: 1,
      }),
    ).rejects.toMatchObject({ code: 'not-permitted' })
  })

  it('begins with last year’s answers and the needs that are open', async () => {
    await test.sql(
      `with o as (insert into rounds (district_id, kind, school_year_id, opens_on, due_on)
          select $1, 'snapshot', id, '2019-10-01', '2019-10-20' from school_years where district_id = $1 and label = '2019-20' returning id)
       insert into replies (district_id, round_id, school_id, answers, submitted_at) select $1, id, $2, $3, now() from o`,
      [district, washington, JSON.stringify(answers({ needs: [line(), line({ categoryId: tutoring })] }))],
    )
    const need = await test.as('coordinator')(needsContract.recordNeed, {
      body: { schoolId: washington, categoryId: food, tier: 2, severity: 2, title: 'Weekend food' },
    })
    const form = await test.as('coordinator')(snapshotContract.getSnapshot, {
      params: { schoolId: washington },
    })
    expect(form.filledFrom).toBe('2019-20')
    expect(form.answers.needs).toMatchObject([
      { needId: need.id, categoryId: food, severity: 2, note: 'Weekend food' },
      { needId: null, categoryId: tutoring, severity: 4 },
    ])
  })

  it('reminds who has not answered, once for each reminder that is due, and takes nothing once it is closed', async () => {
    await test.sql(`update schools set principal_email = 'w@washington.example' where id = $1`, [washington])
    const night = (now: string) =>
      test.services.write(district, { kind: 'system', id: null, name: 'upkeep', requestId: null }, (db) =>
        remindOfRounds(db, test.services, new Date(`${now}T09:50:00Z`)),
      )
    expect(await night(addDays(today, 1))).toBe(1)
    expect(await night(addDays(today, 2))).toBe(0)
    expect(await night(addDays(today, 8))).toBe(1)
    expect(await night(addDays(today, 9))).toBe(0)
    const closed = await test.as('director')(roundsContract.changeRound, {
      params: { roundId: round.id },
      body: { closed: true },
      ifMatch: round.version,
    })
    expect(closed.state).toBe('over')
    const principal = await holderAt('priya@lincoln.example')
    const { version, answers: shown } = await principal(snapshotContract.getSnapshotByLink)
    await expect(
      principal(snapshotContract.sendSnapshotByLink, { body: shown, ifMatch: version }),
    ).rejects.toMatchObject({ reason: 'round-over' })
    await expect(
      test.as('director')(roundsContract.remindOfRound, { params: { roundId: round.id }, body: {} }),
    ).rejects.toMatchObject({ reason: 'round-over' })
  })
})

describe('a partner census', () => {
  const program = (form: { answers: CensusAnswers }) => form.answers.programs[0]!

  it('goes to active partners with a program, filled with what the district knows', async () => {
    census = await test.as('director')(roundsContract.openRound, {
      body: { kind: 'census', dueOn: addDays(today, 20) },
    })
    expect(census.counts).toMatchObject({ asked: 1, unreachable: 0 })
    const partner = await holderAt('ana@harvest.example')
    const form = await partner(censusContract.getCensusByLink)
    expect(form.organization.name).toBe('Harvest Table')
    expect(program(form)).toMatchObject({
      name: 'Homework Club',
      running: true,
      confirmed: false,
      grades: ['3', '4', '5'],
      sites: [{ schoolId: lincoln, maximum: 20, available: 5 }],
    })
  })

  it('verifies what agrees, keeps the partner’s own facts, and puts the rest before the district without touching the record', async () => {
    const partner = await holderAt('ana@harvest.example')
    const form = await partner(censusContract.getCensusByLink)
    const known = program(form)
    const body: CensusAnswers = {
      note: '',
      programs: [
        {
          ...known,
          languages: ['en', 'es'],
          weekdays: ['MO', 'WE'],
          roomToGrow: 40,
          sites: [...known.sites, { schoolId: washington, present: true, maximum: 12, available: 12 }],
        },
        { ...known, serviceId: null, name: 'Chess Club', sites: [] },
      ],
    }
    const outcome = await partner(censusContract.sendCensusByLink, { body, ifMatch: form.version })
    expect(outcome).toEqual({ verified: 1, updated: 1, added: 1, mismatches: 1 })
    const [record] = await test.sql<{ verified: boolean }>(
      'select verified_on > current_date - 2 as verified from service_sites where id = $1',
      [site],
    )
    expect(record!.verified).toBe(true)
    expect(await test.sql('select languages from services where id = $1', [homework])).toEqual([
      { languages: ['en', 'es'] },
    ])
    expect(await test.sql('select id from service_sites where school_id = $1', [washington])).toEqual([])
    const { items } = await test.as('coordinator')(roundsContract.listReplies, {
      params: { roundId: census.id },
      query: { state: 'answered' },
    })
    expect(items).toMatchObject([{ submittedBy: 'Ana Núñez', entries: 2, roomToGrow: 40, mismatches: 1 }])
  })

  it('is sent once: the link has done its work, and a stranger’s program is refused', async () => {
    const partner = await holderAt('ana@harvest.example')
    await expect(
      partner(censusContract.sendCensusByLink, { body: { programs: [], note: '' }, ifMatch: 2 }),
    ).rejects.toMatchObject({ code: 'link-used' })
    const params = { organizationId: harvest }
    const form = await test.as('coordinator')(censusContract.getCensus, { params })
    await expect(
      test.as('coordinator')(censusContract.sendCensus, {
        params,
        body: { note: '', programs: [{ ...program(form), serviceId: census.id }] },
        ifMatch: form.version,
      }),
    ).rejects.toMatchObject({ fields: [{ rule: 'reference' }] })
    const confirmed = await test.as('coordinator')(censusContract.sendCensus, {
      params,
      body: { note: '', programs: [{ ...program(form), confirmed: true }] },
      ifMatch: form.version,
    })
    expect(confirmed).toMatchObject({ verified: 1, updated: 0, added: 0, mismatches: 0 })
    await expect(
      test.as('director', { districtId: otherDistrict })(censusContract.getCensus, { params }),
    ).rejects.toMatchObject({ code: 'not-found' })
  })
})
