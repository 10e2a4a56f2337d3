import { beforeAll, describe, expect, it } from 'vitest'
import { organizationsContract } from '@common-table/shared/organizations/contract'
import { organizationTypes } from '@common-table/shared/organizations/vocabulary'
import { partnershipsContract } from '@common-table/shared/partnerships/contract'
import { connectionsContract } from '@common-table/shared/pipeline/connections-contract'
import { prospectsContract as api } from '@common-table/shared/pipeline/prospects-contract'
import { sectorsOf } from '@common-table/shared/pipeline/sector-coverage'
import { district, id, otherDistrict, personOf, useApi } from '../../test/support/api.ts'
import { tellOfCold } from './cold-alerts-queries.ts'

const [lincoln, douglass] = [id(41), id(42)]
const today = new Date().toISOString().slice(0, 10)
const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)

describe('prospects', () => {
  const test = useApi()
  const write = () => test.as('coordinator')
  let counselling = ''

  beforeAll(async () => {
    for (const school of [lincoln, douglass])
      await test.sql('insert into schools (district_id, id, code, name) values ($1, $2, $3, $4)', [
        district,
        school,
        school.slice(-3),
        `School ${school.slice(-2)}`,
      ])
    counselling = (
      await test.sql<{ id: string }>(
        "select id from categories where district_id = $1 and group_code = 'behavioral_health' limit 1",
        [district],
      )
    )[0]!.id
  })

  const organization = async (name: string, more: object = {}) =>
    (await write()(organizationsContract.addOrganization, { body: { name, ...more } })).id
  const prospect = (more: object = {}) =>
    write()(api.addProspect, {
      body: { organization: { name: `Prospect ${crypto.randomUUID()}` }, ...more },
    })

  it('enter the pipeline as a new organisation or a known one, once at a time', async () => {
    const made = await write()(api.addProspect, {
      body: {
        organization: { name: 'Elm Street Bakery', type: 'business' },
        goal: 'Bread on Fridays',
        schoolIds: [lincoln],
        categoryIds: [counselling],
        ownerUserId: personOf('coordinator'),
      },
    })
    expect(made).toMatchObject({
      organization: { name: 'Elm Street Bakery', type: 'business', sectors: ['business'] },
      stage: 'identified',
      owner: { name: 'The coordinator' },
      schoolCount: 1,
      schools: [{ id: lincoln }],
      source: 'staff',
      cold: false,
      version: 1,
    })
    const [entry] = await test.sql('select status from organizations where id = $1', [made.organization.id])
    expect(entry).toEqual({ status: 'prospect' })
    await expect(
      write()(api.addProspect, { body: { organizationId: made.organization.id } }),
    ).rejects.toMatchObject({ code: 'already-exists', fields: [{ field: 'organizationId' }] })
    await expect(write()(api.addProspect, { body: {} })).rejects.toMatchObject({
      fields: [{ field: 'organizationId' }],
    })
    await expect(prospect({ categoryIds: [id(99)] })).rejects.toMatchObject({
      fields: [{ field: 'categoryIds' }],
    })
  })

  it('move while they live, say why they are let go, and can be taken up again', async () => {
    const { id: prospectId } = await prospect()
    const to = (stage: string, ifMatch: number, reason?: string) =>
      write()(api.changeProspectStage, {
        params: { prospectId },
        body: { stage, ...(reason && { reason }) } as never, // both come from the closed lists
        ifMatch,
      })
    expect((await to('talking', 1)).stage).toBe('talking')
    await expect(to('contacted', 1)).rejects.toMatchObject({ code: 'stale', current: { stage: 'talking' } })
    await expect(to('declined', 2)).rejects.toMatchObject({ fields: [{ field: 'reason' }] })
    const gone = await to('declined', 2, 'no_capacity')
    expect(gone).toMatchObject({ stage: 'declined', closedReason: 'no_capacity' })
    await expect(to('talking', 3)).rejects.toMatchObject({ code: 'step-not-possible' })
    expect(await to('identified', 3)).toMatchObject({ stage: 'identified', closedReason: null })
  })

  it('join by becoming a partnership that takes over schools, help, owner and contact', async () => {
    const made = await prospect({
      goal: 'Counseling after school',
      schoolIds: [lincoln, douglass],
      categoryIds: [counselling],
      ownerUserId: personOf('coordinator'),
    })
    await write()(connectionsContract.addTouch, {
      params: { organizationId: made.organization.id },
      body: { kind: 'meeting', happenedOn: '2025-01-10', body: 'They want to begin in fall.' },
    })
    const partnership = await write()(api.joinTable, {
      params: { prospectId: made.id },
      body: { name: 'Counseling at two schools', stage: 'forming' },
      ifMatch: made.version,
    })
    expect(partnership).toMatchObject({
      stage: 'forming',
      scope: 'several_schools',
      schoolCount: 2,
      lead: { name: 'The coordinator' },
      summary: 'Counseling after school',
      lastContactOn: '2025-01-10',
    })
    const joined = await write()(api.getProspect, { params: { prospectId: made.id } })
    expect(joined).toMatchObject({ stage: 'joined', partnership: { id: partnership.id } })
    const [entry] = await test.sql('select status from organizations where id = $1', [made.organization.id])
    expect(entry).toEqual({ status: 'active' })
    await expect(
      write()(api.joinTable, {
        params: { prospectId: made.id },
        body: { name: 'Again', stage: 'forming' },
        ifMatch: joined.version,
      }),
    ).rejects.toMatchObject({ code: 'step-not-possible' })
  })

  it('have an outreach plan through whoever knows them best; a step done is a touch and the first contact', async () => {
    const made = await prospect({ willingness: 'open', ownerUserId: personOf('director') })
    const organizationId = made.organization.id
    await write()(connectionsContract.addAcquaintance, {
      params: { organizationId },
      body: { userId: personOf('school'), closeness: 'close' },
    })
    const params = { prospectId: made.id }
    const planned = await write()(api.suggestOutreach, { params, body: { language: 'en' } })
    expect(planned.steps.map(({ what }) => what)[0]).toBe('Ask The school to introduce us')
    expect(planned.steps.every(({ owner }) => owner?.name === 'The director')).toBe(true)
    expect(planned.nextOn).toBe(planned.steps[0]!.dueOn)
    const again = await write()(api.suggestOutreach, { params, body: { language: 'en' } })
    expect(again.steps).toHaveLength(planned.steps.length)
    await write()(api.addOutreachStep, { params, body: { channel: 'visit', what: 'See their workshop' } })
    const [first] = planned.steps
    const done = await write()(api.finishOutreachStep, {
      params: { stepId: first!.id },
      body: { doneOn: today, body: 'They will meet us.' },
      ifMatch: first!.version,
    })
    expect(done.doneOn).toBe(today)
    const now = await write()(api.getProspect, { params })
    expect(now).toMatchObject({ stage: 'contacted', lastContactOn: today, silentDays: 0 })
    expect(now.nextOn).toBe(now.steps.find(({ doneOn, dueOn }) => !doneOn && dueOn)!.dueOn)
    const touches = await write()(connectionsContract.listTouches, { params: { organizationId } })
    expect(touches.items[0]).toMatchObject({
      kind: 'note',
      body: 'Ask The school to introduce us: They will meet us.',
      authorName: 'The coordinator',
      partnership: null,
    })
    await expect(
      write()(api.finishOutreachStep, {
        params: { stepId: first!.id },
        body: { doneOn: today },
        ifMatch: first!.version,
      }),
    ).rejects.toMatchObject({ code: 'stale' })
    await write()(api.removeOutreachStep, { params: { stepId: first!.id } })
    await expect(write()(api.removeOutreachStep, { params: { stepId: first!.id } })).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  it('are listed, found, sorted and paged in every order, and fill a board', async () => {
    await prospect({ organization: { name: 'Zinnia Clinic', type: 'health' }, priority: 1 })
    const read = test.as('viewer')
    const all = await read(api.listProspects, { query: { limit: 200 } })
    for (const sort of ['priority', 'organization', 'lastContact', 'nextStep'] as const)
      for (const descending of [false, true]) {
        const seen: string[] = []
        let cursor: string | undefined
        do {
          const page = await read(api.listProspects, {
            query: { sort, descending, limit: 2, ...(cursor && { cursor }) },
          })
          seen.push(...page.items.map((item) => item.id))
          cursor = page.nextCursor ?? undefined
        } while (cursor)
        expect(seen.toSorted()).toEqual(all.items.map((item) => item.id).toSorted())
      }
    const names = async (query: object) =>
      (await read(api.listProspects, { query })).items.map((item) => item.organization.name)
    expect(await names({ q: 'zinia clinc' })).toEqual(['Zinnia Clinic'])
    expect(await names({ sector: ['health'] })).toEqual(['Zinnia Clinic'])
    expect(await names({ schoolId: lincoln, stage: ['identified'] })).toEqual(['Elm Street Bakery'])
    expect(await names({ ownerUserId: personOf('director') })).toHaveLength(1)
    const board = await read(api.prospectBoard)
    expect(board.map(({ stage }) => stage)).toEqual([
      'identified',
      'contacted',
      'talking',
      'willing',
      'joined',
      'declined',
    ])
    expect(board.reduce((sum, { count }) => sum + count, 0)).toBe(all.items.length)
  })

  it('go cold after the district’s number of days, and whoever looks after them is told once', async () => {
    const made = await prospect({ ownerUserId: personOf('coordinator') })
    const ownerless = await prospect()
    for (const { id: prospectId } of [made, ownerless])
      await test.sql("update prospects set created_at = now() - interval '61 days' where id = $1", [
        prospectId,
      ])
    const cold = async () =>
      (await test.as('viewer')(api.listProspects, { query: { cold: true } })).items.map((item) => item.id)
    expect((await cold()).toSorted()).toEqual([made.id, ownerless.id].toSorted())
    const told = () =>
      test.services.write(district, { kind: 'system', id: null, name: 'test', requestId: null }, tellOfCold)
    const notices = (role: 'coordinator' | 'director') =>
      test.sql(
        "select facts ->> 'count' as count from notifications where user_id = $1 and kind = 'pipeline.coldProspects'",
        [personOf(role)],
      )
    await told()
    expect(await notices('coordinator')).toEqual([{ count: '1' }])
    expect(await notices('director')).toEqual([{ count: '1' }])
    await told()
    expect(await notices('coordinator')).toHaveLength(1)
    await write()(connectionsContract.addTouch, {
      params: { organizationId: made.organization.id },
      body: { kind: 'call', happenedOn: daysAgo(10), body: 'All well.' },
    })
    expect(await cold()).toEqual([ownerless.id])
    await test.sql('update prospects set last_contact_on = current_date - 70 where id = $1', [made.id])
    await told()
    expect(await notices('coordinator')).toHaveLength(2)
  })

  it('are seen by a principal for the own schools only, and by nobody of another district', async () => {
    const mine = await prospect({ schoolIds: [douglass] })
    const other = await prospect({ schoolIds: [lincoln] })
    const principal = test.as('school', { schools: [douglass] })
    const seen = (await principal(api.listProspects, { query: { limit: 200 } })).items.map((item) => item.id)
    expect(seen).toContain(mine.id)
    expect(seen).not.toContain(other.id)
    await expect(principal(api.getProspect, { params: { prospectId: other.id } })).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(principal(api.addProspect, { body: { organization: { name: 'X' } } })).rejects.toMatchObject(
      { code: 'not-permitted' },
    )
    const elsewhere = test.as('director', { districtId: otherDistrict })
    expect((await elsewhere(api.listProspects)).items).toEqual([])
    await expect(
      elsewhere(api.changeProspect, { params: { prospectId: mine.id }, body: { goal: 'x' }, ifMatch: 1 }),
    ).rejects.toMatchObject({ code: 'not-found' })
  })

  it('change with their schools; a contact must be one of theirs', async () => {
    const made = await prospect({ schoolIds: [lincoln] })
    const stranger = await organization('Stranger')
    const [contact] = await test.sql<{ id: string }>(
      "insert into contacts (district_id, organization_id, name) values ($1, $2, 'Bo') returning id",
      [district, stranger],
    )
    const params = { prospectId: made.id }
    const changed = await write()(api.changeProspect, {
      params,
      body: { willingness: 'keen', schoolIds: [douglass], ownerUserId: personOf('director') },
      ifMatch: 1,
    })
    expect(changed).toMatchObject({ willingness: 'keen', schools: [{ id: douglass }], version: 2 })
    await expect(
      write()(api.changeProspect, { params, body: { contactId: contact!.id }, ifMatch: 2 }),
    ).rejects.toMatchObject({ fields: [{ field: 'contactId' }] })
    await expect(
      write()(api.changeProspect, { params, body: { goal: 'y' }, ifMatch: 1 }),
    ).rejects.toMatchObject({ code: 'stale', current: { willingness: 'keen' } })
  })
})

describe('a school’s table', () => {
  const test = useApi()
  const write = () => test.as('coordinator')

  beforeAll(async () => {
    for (const school of [lincoln, douglass])
      await test.sql('insert into schools (district_id, id, code, name) values ($1, $2, $3, $3)', [
        district,
        school,
        school.slice(-3),
      ])
  })

  const partner = async (
    name: string,
    type: string,
    stage: string,
    scope: 'one_school' | 'district' = 'one_school',
  ) => {
    const { id: organizationId } = await write()(organizationsContract.addOrganization, {
      body: { name, type } as never, // a type of the list
    })
    await write()(partnershipsContract.createPartnership, {
      body: {
        organizationId,
        name,
        stage: stage as 'active',
        scope,
        ...(scope === 'one_school' && { schoolIds: [lincoln] }),
      },
    })
    return organizationId
  }

  it('shows who is there and on the way by sector, which sectors are missing, and whom to ask first', async () => {
    await partner('Corner Store', 'business', 'active')
    await partner('Town Police', 'law_enforcement', 'forming')
    await partner('Parents Together', 'family_org', 'active', 'district')
    await partner('Old Firm', 'business', 'ended')
    const add = async (name: string, more: object) =>
      (await write()(organizationsContract.addOrganization, { body: { name, ...more } })).id
    await add('Youth Court', { type: 'juvenile_justice' })
    const trusted = await add('Restorative Circle', {
      type: 'nonprofit',
      sectors: ['juvenile_justice'],
      trustedInCommunity: true,
    })
    const tied = await add('Second Chance', { sectors: ['juvenile_justice'] })
    await write()(connectionsContract.addTie, {
      params: { organizationId: tied },
      body: { kind: 'school', schoolId: lincoln },
    })
    await write()(connectionsContract.addAcquaintance, {
      params: { organizationId: trusted },
      body: { knowerName: 'Judge Ames', closeness: 'met' },
    })
    const table = await test.as('viewer')(api.getSchoolTable, { params: { schoolId: lincoln } })
    const seat = (sector: string) => table.seats.find((one) => one.sector === sector)!
    expect(table).toMatchObject({ seated: 2, of: 6 })
    expect(seat('business')).toMatchObject({
      seat: 'at_table',
      core: true,
      members: [{ organization: { name: 'Corner Store' } }],
    })
    expect(seat('families').seat).toBe('at_table')
    expect(seat('law_enforcement').seat).toBe('on_the_way')
    expect(seat('juvenile_justice')).toMatchObject({
      seat: 'missing',
      candidates: [
        { organization: { name: 'Second Chance' }, tiedToSchool: true },
        { organization: { name: 'Restorative Circle' }, trusted: true, knowers: 1 },
        { organization: { name: 'Youth Court' } },
      ],
    })
    await write()(api.addProspect, {
      body: { organizationId: tied, schoolIds: [lincoln], source: 'stakeholder' },
    })
    const later = await test.as('viewer')(api.getSchoolTable, { params: { schoolId: lincoln } })
    expect(later.seats.find((one) => one.sector === 'juvenile_justice')).toMatchObject({
      seat: 'on_the_way',
      candidates: [],
    })
  })

  it('is that of a principal’s own school', async () => {
    const principal = test.as('school', { schools: [douglass] })
    expect((await principal(api.getSchoolTable, { params: { schoolId: douglass } })).seated).toBe(1)
    await expect(principal(api.getSchoolTable, { params: { schoolId: lincoln } })).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(
      test.as('director', { districtId: otherDistrict })(api.getSchoolTable, {
        params: { schoolId: lincoln },
      }),
    ).rejects.toMatchObject({ code: 'not-found' })
  })

  it('reads sectors as the shared rule does, for every type and kind of help', async () => {
    const groups = ['basic_needs', 'physical_health', 'behavioral_health', 'mentoring']
    const categories = await test.sql<{ id: string; group_code: string }>(
      'select distinct on (group_code) id, group_code from categories where district_id = $1 and group_code = any ($2)',
      [district, groups],
    )
    for (const type of organizationTypes)
      for (const helpGroups of [[], ...groups.map((group) => [group]), groups]) {
        const ids = categories.filter((one) => helpGroups.includes(one.group_code)).map((one) => one.id)
        const [row] = await test.sql<{ sectors: string[] }>(
          "with d as (select set_config('app.district_id', $1, false)) select organization_sectors($2, '{}', $3) as sectors from d",
          [district, type, ids],
        )
        expect(row!.sectors.toSorted(), `${type} ${helpGroups}`).toEqual(
          sectorsOf({ type, sectors: [], helpGroups }).toSorted(),
        )
      }
  })
})
