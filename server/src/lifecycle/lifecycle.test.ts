import { beforeAll, describe, expect, it } from 'vitest'
import { lifecycleContract as api } from '@common-table/shared/lifecycle/contract'
import { formaliseReasons } from '@common-table/shared/lifecycle/formalise'
import type { Answers } from '@common-table/shared/lifecycle/schemas'
import { organizationsContract } from '@common-table/shared/organizations/contract'
import { servicesContract } from '@common-table/shared/organizations/services-contract'
import { partnershipsContract } from '@common-table/shared/partnerships/contract'
import { requiredSteps, unknownFacts } from '@common-table/shared/partnerships/required-steps'
import { district, id, otherDistrict, personOf, useApi } from '../../test/support/api.ts'
import { nameHolders } from '../../test/support/holders.ts'

const [lincoln, douglass] = [id(41), id(42)]
const answers: Answers = {
  contact: 'supervised',
  frequency: 'weekly',
  reach: 'some',
  place: 'on_campus',
  data: 'none',
  money: 'none',
  term: 'year',
  care: 'no',
}
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

describe('the life of a partnership', () => {
  const test = useApi()
  const write = () => test.as('coordinator')
  let organizationId = ''
  let years: { id: string; label: string; starts_on: string; ends_on: string }[] = []

  beforeAll(async () => {
    for (const school of [lincoln, douglass])
      await test.sql('insert into schools (district_id, id, code, name) values ($1, $2, $3, $3)', [
        district,
        school,
        school.slice(-3),
      ])
    organizationId = (
      await write()(organizationsContract.addOrganization, {
        body: { name: 'Harvest Table', type: 'grassroots', trustedInCommunity: true },
      })
    ).id
    // The years of the tests end in 2026; today has to lie in one.
    await test.sql(
      "insert into school_years (district_id, label, starts_on, ends_on) select $1, to_char(current_date, 'YYYY') || '-98', current_date - 100, current_date + 100 where not exists (select from school_years where district_id = $1 and current_date between starts_on and ends_on)",
      [district],
    )
    years = await test.sql(
      'select id, label, starts_on::text, ends_on::text from school_years where district_id = $1 and current_date between starts_on and ends_on',
      [district],
    )
  })

  const begin = async (more: object = {}) =>
    write()(partnershipsContract.createPartnership, {
      body: { organizationId, name: 'Weekend food', schoolIds: [lincoln], stage: 'active', ...more },
    })
  const move = (partnershipId: string, ifMatch: number, body: object) =>
    write()(partnershipsContract.changePartnershipStage, {
      params: { partnershipId },
      body: body as { stage: 'active' },
      ifMatch,
    })
  const life = (partnershipId: string) => test.as('viewer')(api.getLifecycle, { params: { partnershipId } })

  it('is as intense as the rubric says; the answers are kept, the steps follow', async () => {
    const { id: partnershipId, version } = await begin()
    expect(await life(partnershipId)).toMatchObject({
      intensity: 'low',
      assessment: null,
      steps: [{ step: 'leads' }, { step: 'school_liaison' }],
      lighterLane: true,
    })
    const params = { partnershipId }
    const rated = await write()(api.assessIntensity, { params, body: { answers }, ifMatch: version })
    expect(rated).toMatchObject({
      intensity: 'medium',
      assessment: { score: 6, intensity: 'medium', chosen: 'medium', answers, byName: 'The coordinator' },
    })
    expect(rated.steps.map(({ state: _, ...one }) => one)).toEqual(
      requiredSteps('medium', {
        ...unknownFacts,
        contact: 'supervised',
        place: 'on_campus',
        grassroots: true,
      }),
    )
    expect(rated.steps.find(({ step }) => step === 'agreement')).toMatchObject({ lane: 'lighter' })
    expect(await test.as('viewer')(partnershipsContract.getPartnership, { params })).toMatchObject({
      intensity: 'medium',
    })
    await expect(
      write()(api.assessIntensity, { params, body: { answers, chosen: 'high' }, ifMatch: rated.version }),
    ).rejects.toMatchObject({ fields: [{ field: 'reason' }] })
    await expect(
      write()(api.assessIntensity, { params, body: { answers }, ifMatch: version }),
    ).rejects.toMatchObject({ code: 'stale', current: { intensity: 'medium' } })
    const lifted = await write()(api.assessIntensity, {
      params,
      body: { answers, chosen: 'high', reason: 'The board asked for it.' },
      ifMatch: rated.version,
    })
    expect(lifted).toMatchObject({
      intensity: 'high',
      assessment: { intensity: 'medium', chosen: 'high', reason: 'The board asked for it.' },
    })
    expect(lifted.steps.some(({ step }) => step === 'board_approval')).toBe(true)
  })

  it('pauses with the day it is expected back, and shows when that day is over', async () => {
    const { id: partnershipId, version } = await begin()
    await expect(
      move(partnershipId, version, { stage: 'paused', reason: 'logistics', resumesOn: '2020-01-01' }),
    ).rejects.toMatchObject({ fields: [{ field: 'resumesOn' }] })
    await expect(
      move(partnershipId, version, { stage: 'expanding', resumesOn: inDays(10) }),
    ).rejects.toMatchObject({ fields: [{ field: 'resumesOn' }] })
    await move(partnershipId, version, {
      stage: 'paused',
      reason: 'logistics',
      resumesOn: inDays(30),
    })
    expect((await life(partnershipId)).resumesOn).toBe(inDays(30))
    const overdue = async () =>
      (
        await test.as('viewer')(partnershipsContract.listPartnerships, { query: { returnOverdue: true } })
      ).items.map((item) => item.id)
    expect(await overdue()).not.toContain(partnershipId)
    const params = { partnershipId }
    const put = async (resumesOn: string | null) => {
      const { version } = await test.as('viewer')(partnershipsContract.getPartnership, { params })
      await write()(partnershipsContract.changePartnership, { params, body: { resumesOn }, ifMatch: version })
    }
    await put(inDays(60))
    expect(await life(partnershipId)).toMatchObject({ resumesOn: inDays(60) })
    await put(null)
    expect((await life(partnershipId)).resumesOn).toBeNull()
    await expect(put(inDays(-1))).rejects.toMatchObject({ fields: [{ field: 'resumesOn', rule: 'future' }] })
    await test.sql('update partnerships set resumes_on = current_date - 1 where id = $1', [partnershipId])
    expect(await overdue()).toContain(partnershipId)
    await move(partnershipId, await nameHolders(test, partnershipId), { stage: 'active' })
    expect((await life(partnershipId)).resumesOn).toBeNull()
    expect(await overdue()).not.toContain(partnershipId)
    await expect(put(inDays(9))).rejects.toMatchObject({ fields: [{ field: 'resumesOn' }] })
  })

  it('ends with a checklist: what is answered is settled, the rest is to do and due', async () => {
    const { id: partnershipId, version } = await begin()
    await expect(
      move(partnershipId, version, {
        stage: 'ended',
        reason: 'need_met',
        exit: [{ item: 'data_destroyed', state: 'done' }],
      }),
    ).rejects.toMatchObject({ fields: [{ field: 'exit.0.note' }] })
    await move(partnershipId, version, {
      stage: 'ended',
      reason: 'need_met',
      exit: [
        { item: 'thank_you', state: 'done' },
        { item: 'keys_returned', state: 'not_needed' },
      ],
    })
    const { exit } = await life(partnershipId)
    expect(exit.map(({ item, state }) => [item, state])).toEqual([
      ['students_transferred', 'to_do'],
      ['data_destroyed', 'to_do'],
      ['keys_returned', 'not_needed'],
      ['final_report', 'to_do'],
      ['thank_you', 'done'],
    ])
    expect(exit[0]).toMatchObject({ dueOn: inDays(30), settledByName: '' })
    expect(exit[4]).toMatchObject({ doneOn: inDays(0), settledByName: 'The coordinator' })
    const open = async () =>
      (
        await test.as('viewer')(partnershipsContract.listPartnerships, { query: { exitOpen: true } })
      ).items.map((item) => item.id)
    expect(await open()).toContain(partnershipId)
    const settle = (at: number, body: object, ifMatch = exit[at]!.version) =>
      write()(api.changeExitCheck, { params: { exitCheckId: exit[at]!.id }, body, ifMatch })
    await expect(settle(1, { state: 'done' })).rejects.toMatchObject({ fields: [{ field: 'note' }] })
    const destroyed = await settle(1, { state: 'done', note: 'Certificate in folder 12' })
    expect(destroyed).toMatchObject({ state: 'done', doneOn: inDays(0), settledByName: 'The coordinator' })
    await expect(settle(1, { state: 'to_do' })).rejects.toMatchObject({ code: 'stale' })
    await settle(0, { state: 'not_needed' })
    await settle(3, { state: 'done' })
    expect(await open()).not.toContain(partnershipId)
  })

  it('that never began leaves nothing to settle, and one that is taken up again neither', async () => {
    const explored = await begin({ stage: 'exploring' })
    await move(explored.id, explored.version, { stage: 'ended', reason: 'duplicate' })
    expect((await life(explored.id)).exit).toEqual([])
    const ran = await begin()
    const ended = await move(ran.id, ran.version, { stage: 'ended', reason: 'funding_ended' })
    expect((await life(ran.id)).exit).toHaveLength(5)
    await move(ran.id, ended.version, { stage: 'exploring' })
    expect((await life(ran.id)).exit).toEqual([])
  })

  it('belongs to the school years it worked in, and stops when it ends', async () => {
    const made = await begin({ stage: 'forming', studentsReached: 40, startsOn: years[0]!.starts_on })
    expect((await life(made.id)).years).toEqual([])
    const active = await move(made.id, await nameHolders(test, made.id), { stage: 'active' })
    const [year] = (await life(made.id)).years
    expect(year).toMatchObject({
      year: { id: years[0]!.id },
      status: 'running',
      studentsPlanned: 40,
      studentsServed: null,
    })
    const noted = await write()(api.changeYearRecord, {
      params: { yearRecordId: year!.id },
      body: { studentsServed: 38, note: 'Two moved away.' },
      ifMatch: year!.version,
    })
    expect(noted).toMatchObject({ studentsServed: 38, studentsPlanned: 40 })
    await expect(
      write()(api.changeYearRecord, {
        params: { yearRecordId: year!.id },
        body: { studentsServed: 1 },
        ifMatch: year!.version,
      }),
    ).rejects.toMatchObject({ code: 'stale' })
    const inYear = async () =>
      (
        await test.as('viewer')(partnershipsContract.listPartnerships, {
          query: { schoolYearId: years[0]!.id, limit: 200 },
        })
      ).items.map((item) => item.id)
    expect(await inYear()).toContain(made.id)
    await move(made.id, active.version, { stage: 'ended', reason: 'need_met' })
    expect((await life(made.id)).years[0]).toMatchObject({ status: 'stopped', studentsServed: 38 })
    expect(await inYear()).not.toContain(made.id)
  })

  it('should be put on paper by rule, with its reasons; the list and the shared rule agree', async () => {
    const category = (
      await test.sql<{ id: string }>('select id from categories where district_id = $1 limit 1', [district])
    )[0]!.id
    const service = await write()(servicesContract.addService, {
      params: { organizationId },
      body: {
        name: 'Homework club',
        categoryId: category,
        setting: 'after_school',
        schedules: [
          {
            weekdays: ['MO'],
            opensAt: '15:00',
            closesAt: '16:00',
            startsOn: null,
            endsOn: null,
            description: '',
          },
        ],
      },
    })
    await write()(servicesContract.addServiceSite, {
      params: { serviceId: service.id },
      body: { schoolId: lincoln },
    })
    const seen = await begin({ name: 'Seen', serviceIds: [service.id] })
    const bare = await begin({ name: 'Bare' })
    const formal = await begin({ name: 'Formal', formality: 'formal', serviceIds: [service.id] })
    expect((await life(seen.id)).formalise).toEqual(['recurring_on_campus'])
    expect((await life(bare.id)).formalise).toEqual([])
    expect((await life(formal.id)).formalise).toEqual([])
    const listed = async () =>
      (
        await test.as('viewer')(partnershipsContract.listPartnerships, {
          query: { shouldFormalise: true, limit: 200 },
        })
      ).items.map((item) => item.id)
    expect(await listed()).toContain(seen.id)
    expect(await listed()).not.toContain(bare.id)
    const variants: Partial<Answers>[] = [
      {},
      { place: 'elsewhere' },
      { frequency: 'once', contact: 'none', reach: 'few', term: 'short' },
      { contact: 'unsupervised', data: 'student_level', money: 'district_pays' },
    ]
    for (const more of variants) {
      const given = { ...answers, ...more }
      const { id: partnershipId, version } = await begin({ name: 'Variant' })
      const rated = await write()(api.assessIntensity, {
        params: { partnershipId },
        body: { answers: given },
        ifMatch: version,
      })
      expect(rated.formalise, JSON.stringify(more)).toEqual(
        formaliseReasons({
          formality: 'informal',
          stage: 'active',
          intensity: rated.intensity,
          answers: given,
          seenOnCampus: false,
          seenRecurring: false,
        }),
      )
    }
  })

  it('ticks its steps off by what stands, and what is signed makes it formal', async () => {
    const { id: partnershipId, version } = await begin({ name: 'Ticked', schoolIds: [lincoln, douglass] })
    await write()(api.assessIntensity, { params: { partnershipId }, body: { answers }, ifMatch: version })
    const states = async () =>
      Object.fromEntries((await life(partnershipId)).steps.map(({ step, state }) => [step, state]))
    expect(await states()).toMatchObject({
      leads: 'missing',
      school_liaison: 'missing',
      shared_vision: 'missing',
      agreement: 'missing',
      signatures: 'missing',
      background_check: 'missing',
      check_ins: 'missing',
    })
    const put = (text: string, ...values: unknown[]) => test.sql(text, [district, partnershipId, ...values])
    await put('insert into school_liaisons values ($1, $2, $3, $4)', lincoln, personOf('coordinator'))
    await put(
      'update partnerships set lead_user_id = $3 where district_id = $1 and id = $2',
      personOf('director'),
    )
    await put(
      `insert into agreements (district_id, partnership_id, title, type, intensity, money, uses_space, data, contact, worksite,
         grassroots, stage, starts_on, ends_on)
       values ($1, $2, 'Tutoring', 'moa', 'medium', 'none', false, 'none', 'supervised', false, false, 'signatures',
         current_date - 10, current_date + 90)`,
    )
    await put(
      `with f as (insert into files (district_id, name, media_type, size_bytes, sha256)
         values ($1, 'a.pdf', 'application/pdf', 1, repeat('a', 64)) returning id)
       insert into compliance_documents (district_id, organization_id, kind, file_id, status, submitted_by, reviewed_at)
       select $1, p.organization_id, 'clearance_letter', f.id, 'approved', 'Ana', now() from f, partnerships p where p.id = $2`,
    )
    expect(await states()).toMatchObject({
      leads: 'under_way',
      school_liaison: 'under_way',
      agreement: 'done',
      signatures: 'under_way',
      background_check: 'done',
    })
    expect((await life(partnershipId)).formalise).toContain('intensity')
    await put("update agreements set stage = 'signed' where district_id = $1 and partnership_id = $2")
    expect(await states()).toMatchObject({ agreement: 'done', signatures: 'done' })
    expect((await life(partnershipId)).formalise).toEqual([])
    expect(
      await test.as('viewer')(partnershipsContract.getPartnership, { params: { partnershipId } }),
    ).toMatchObject({ formality: 'formal' })
    expect(
      await test.sql(
        "select changes from audit_log where district_id = $1 and table_name = 'partnerships' and record_id = $2 and changes ? 'formality' and action = 'update'",
        [district, partnershipId],
      ),
    ).toEqual([{ changes: { formality: ['informal', 'formal'] } }])
  })

  it('is seen by a principal of one of its schools and by nobody of another district', async () => {
    const { id: partnershipId } = await begin()
    const params = { partnershipId }
    await test.as('school', { schools: [lincoln] })(api.getLifecycle, { params })
    await expect(
      test.as('school', { schools: [douglass] })(api.getLifecycle, { params }),
    ).rejects.toMatchObject({ code: 'not-found' })
    await expect(
      test.as('director', { districtId: otherDistrict })(api.getLifecycle, { params }),
    ).rejects.toMatchObject({ code: 'not-found' })
    await expect(
      test.as('school', { schools: [lincoln] })(api.assessIntensity, {
        params,
        body: { answers },
        ifMatch: 1,
      }),
    ).rejects.toMatchObject({ code: 'not-permitted' })
  })
})

describe('a site plan for each school', () => {
  const test = useApi()
  const write = () => test.as('coordinator')
  let partnershipId = ''
  let year = ''

  beforeAll(async () => {
    for (const school of [lincoln, douglass])
      await test.sql('insert into schools (district_id, id, code, name) values ($1, $2, $3, $3)', [
        district,
        school,
        school.slice(-3),
      ])
    const organizationId = (
      await write()(organizationsContract.addOrganization, { body: { name: 'Harvest Table' } })
    ).id
    partnershipId = (
      await write()(partnershipsContract.createPartnership, {
        body: {
          organizationId,
          name: 'Weekend food',
          stage: 'active',
          schoolIds: [lincoln, douglass],
          startsOn: '2024-08-01',
          endsOn: '2025-06-15',
        },
      })
    ).id
    year = (
      await test.sql<{ id: string }>(
        "select id from school_years where district_id = $1 and label = '2024-25'",
        [district],
      )
    )[0]!.id
  })
  const plans = (call = test.as('viewer')) =>
    call(api.listSitePlans, { params: { partnershipId }, query: { schoolYearId: year } })
  const plan = (more: object = {}, call = write()) =>
    call(api.addSitePlan, {
      params: { partnershipId },
      body: { schoolId: lincoln, schoolYearId: year, ...more },
    })

  it('says who looks after it, where, when and for how many, within the year and the partnership', async () => {
    expect((await plans()).sites.map(({ plan }) => plan)).toEqual([null, null])
    const made = await plan({
      liaisonUserId: personOf('school'),
      space: 'Room 12',
      weekdays: ['MO', 'WE'],
      startsAt: '15:00',
      endsAt: '16:30',
      startsOn: '2024-09-09',
      students: 40,
    })
    expect(made).toMatchObject({
      school: { id: lincoln },
      liaison: { name: 'The school' },
      weekdays: ['MO', 'WE'],
      startsAt: '15:00',
      endsAt: '16:30',
      version: 1,
    })
    expect(await plans()).toMatchObject({
      year: { name: '2024-25' },
      students: 40,
      planned: 1,
      sites: [{ plan: { id: made.id } }, { school: { id: douglass }, plan: null }],
    })
    await expect(plan()).rejects.toMatchObject({ code: 'already-exists' })
    const params = { sitePlanId: made.id }
    const changed = await write()(api.changeSitePlan, {
      params,
      body: { students: 45, liaisonUserId: null, liaisonName: 'Ms. Ortiz' },
      ifMatch: 1,
    })
    expect(changed).toMatchObject({ students: 45, liaison: null, liaisonName: 'Ms. Ortiz', space: 'Room 12' })
    await expect(
      write()(api.changeSitePlan, { params, body: { students: 1 }, ifMatch: 1 }),
    ).rejects.toMatchObject({ code: 'stale', current: { students: 45 } })
  })

  it('comes to more schools at once, each with the days of one that has a plan', async () => {
    const [north, south] = [id(61), id(62)]
    for (const school of [north, south])
      await test.sql('insert into schools (district_id, id, code, name) values ($1, $2, $3, $3)', [
        district,
        school,
        school.slice(-3),
      ])
    const params = { partnershipId }
    const record = () => test.as('viewer')(partnershipsContract.getPartnership, { params })
    const grow = async (more: object = {}, ifMatch?: number) =>
      write()(api.growPartnership, {
        params,
        body: { schoolIds: [north, south], schoolYearId: year, ...more },
        ifMatch: ifMatch ?? (await record()).version,
      })
    const at = (of: Awaited<ReturnType<typeof plans>>, school: string) =>
      of.sites.find((one) => one.school.id === school)?.plan
    for (const [more, field] of [
      [{ likeSchoolId: douglass }, 'likeSchoolId'],
      [{ schoolIds: [lincoln] }, 'schoolIds'],
      [{ likeSchoolId: lincoln, startsOn: '2026-01-01' }, 'startsOn'],
      [{ schoolYearId: id(98) }, 'schoolYearId'],
    ] as const)
      await expect(grow(more), field).rejects.toMatchObject({ fields: [{ field }] })
    await expect(grow({}, 0)).rejects.toMatchObject({ code: 'stale' })
    expect((await plans()).sites).toHaveLength(2)
    const grown = await grow({ likeSchoolId: lincoln, startsOn: '2025-01-13', expanding: true })
    expect(grown.sites).toHaveLength(4)
    expect(at(grown, north)).toMatchObject({
      weekdays: ['MO', 'WE'],
      startsAt: '15:00',
      startsOn: '2025-01-13',
      liaisonName: '',
      space: '',
      students: null,
    })
    expect(await record()).toMatchObject({ stage: 'expanding', scope: 'several_schools' })
    expect(
      await test.sql(
        "select from_stage, to_stage from partnership_events where partnership_id = $1 and kind = 'stage'",
        [partnershipId],
      ),
    ).toEqual([{ from_stage: 'active', to_stage: 'expanding' }])
    await expect(
      test.as('school', { schools: [lincoln] })(api.growPartnership, {
        params,
        body: { schoolIds: [id(63)], schoolYearId: year },
        ifMatch: 1,
      }),
    ).rejects.toMatchObject({ code: 'not-permitted' })
    for (const school of [north, south])
      await test.sql('delete from partnership_schools where partnership_id = $1 and school_id = $2', [
        partnershipId,
        school,
      ])
  })

  it.each<[string, object, string]>([
    ['an end before its start', { startsOn: '2024-10-01', endsOn: '2024-09-01' }, 'endsOn'],
    ['hours the wrong way round', { startsAt: '16:00', endsAt: '15:00' }, 'endsAt'],
    ['a day outside the school year', { startsOn: '2024-06-01' }, 'startsOn'],
    ['a day before the partnership begins', { startsOn: '2024-07-15' }, 'startsOn'],
    ['a day after the partnership ends', { endsOn: '2025-06-20' }, 'endsOn'],
    ['a school it does not work at', { schoolId: id(99) }, 'schoolId'],
    ['a year that is not there', { schoolYearId: id(98) }, 'schoolYearId'],
  ])('refuses %s', async (_, more, field) => {
    await expect(plan({ schoolId: douglass, ...more })).rejects.toMatchObject({ fields: [{ field }] })
  })

  it('is written by a principal at the own schools, and shows the front office who is there', async () => {
    const principal = test.as('school', { schools: [douglass] })
    const made = await plan({ schoolId: douglass, space: 'Gym' }, principal)
    await expect(plan({ schoolId: lincoln }, principal)).rejects.toMatchObject({
      fields: [{ field: 'schoolId' }],
    })
    expect((await plans(principal)).sites).toMatchObject([{ school: { id: douglass } }])
    const [lincolns] = (await plans()).sites
    await expect(
      principal(api.changeSitePlan, {
        params: { sitePlanId: lincolns!.plan!.id },
        body: { space: 'Mine' },
        ifMatch: lincolns!.plan!.version,
      }),
    ).rejects.toMatchObject({ code: 'not-found' })
    const here = await principal(api.listSchoolSitePlans, {
      params: { schoolId: douglass },
      query: { schoolYearId: year },
    })
    expect(here.items).toMatchObject([
      { id: made.id, partnership: { name: 'Weekend food' }, organization: { name: 'Harvest Table' } },
    ])
    await expect(
      principal(api.listSchoolSitePlans, { params: { schoolId: lincoln }, query: {} }),
    ).rejects.toMatchObject({ code: 'not-found' })
    await expect(
      test.as('viewer')(api.addSitePlan, {
        params: { partnershipId },
        body: { schoolId: douglass, schoolYearId: year },
      }),
    ).rejects.toMatchObject({ code: 'not-permitted' })
    await principal(api.removeSitePlan, { params: { sitePlanId: made.id } })
    expect((await plans()).planned).toBe(1)
  })

  it('goes with its school when the school leaves the partnership', async () => {
    const shown = await test.as('viewer')(partnershipsContract.getPartnership, { params: { partnershipId } })
    await write()(partnershipsContract.changePartnership, {
      params: { partnershipId },
      body: { scope: 'one_school', schoolIds: [douglass] },
      ifMatch: shown.version,
    })
    expect((await plans()).planned).toBe(0)
  })

  it('stays in its district', async () => {
    const elsewhere = test.as('director', { districtId: otherDistrict })
    await expect(plans(elsewhere)).rejects.toMatchObject({ code: 'not-found' })
    await expect(plan({}, elsewhere)).rejects.toMatchObject({ code: 'not-found' })
  })
})
