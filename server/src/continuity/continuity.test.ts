import { beforeAll, describe, expect, it } from 'vitest'
import { continuityContract as api } from '@common-table/shared/continuity/contract'
import type { Holdings, NewDeparture } from '@common-table/shared/continuity/schemas'
import { lettersContract } from '@common-table/shared/letters/contract'
import { mailContract } from '@common-table/shared/mail/contract'
import { partnershipsContract } from '@common-table/shared/partnerships/contract'
import { usersContract } from '@common-table/shared/people/users-contract'
import { visionContract } from '@common-table/shared/vision/contract'
import { partnerVisionContract } from '@common-table/shared/vision/partner-contract'
import { district, id, otherDistrict, personOf, useApi } from '../../test/support/api.ts'

const test = useApi()
const staff = () => test.as('director')
const [school, otherSchool] = [id(51), id(52)]
const [organizationId, ana, ben] = [id(61), id(62), id(63)]
const lead = personOf('coordinator')
const next = personOf('director')

beforeAll(async () => {
  for (const [schoolId, name] of [
    [school, 'Lincoln'],
    [otherSchool, 'Adams'],
  ])
    await test.sql('insert into schools (district_id, id, code, name) values ($1, $2, $3, $3)', [
      district,
      schoolId,
      name,
    ])
  await test.sql(`insert into organizations (district_id, id, name) values ($1, $2, 'Harvest Table')`, [
    district,
    organizationId,
  ])
  for (const [contactId, name, language] of [
    [ana, 'Ana Núñez', 'es'],
    [ben, 'Ben Okafor', null],
  ])
    await test.sql(
      `insert into contacts (district_id, id, organization_id, name, email, language) values ($1, $2, $3, $4, $5, $6)`,
      [district, contactId, organizationId, name, `${contactId}@harvest.example`, language],
    )
})

const partnership = async (name: string, stage: 'active' | 'forming' = 'active') => {
  const { id: partnershipId } = await staff()(partnershipsContract.createPartnership, {
    body: {
      organizationId,
      name,
      stage,
      schoolIds: [school, otherSchool],
      leadUserId: lead,
      partnerLeadId: ana,
    },
  })
  return partnershipId
}
const people = (partnershipId: string) => staff()(api.getHolders, { params: { partnershipId } })
const moveAll = ({ items }: Holdings, toId: string): NewDeparture['moves'] =>
  items.map(({ partnership, role, school: at }) => ({
    partnershipId: partnership.id,
    role,
    schoolId: at?.id ?? null,
    toId,
  }))
const priority = async () =>
  (
    await test.sql<{ id: string }>(
      `insert into priorities (district_id, title) values ($1, 'Well fed') returning id`,
      [district],
    )
  )[0]!.id
const leave = (personKind: 'user' | 'contact', personId: string, moves: NewDeparture['moves']) =>
  staff()(api.recordDeparture, { body: { personKind, personId, lastDay: '2026-05-02', moves } })

describe('whom a partnership counts on', () => {
  it('is a lead and a backup on both sides and a liaison at each school; what is missing is listed', async () => {
    const partnershipId = await partnership('Reading')
    const gaps = async () =>
      (await staff()(api.listOwnerGaps)).items.find((gap) => gap.partnership.id === partnershipId)
    expect(await gaps()).toMatchObject({
      missing: ['backup', 'partner_backup', 'liaison'],
      schoolsWithoutLiaison: 2,
    })
    const { version } = await people(partnershipId)
    const change = {
      backupUserId: next,
      partnerBackupId: ben,
      liaisons: [school, otherSchool].map((schoolId) => ({ schoolId, userId: personOf('admin') })),
    }
    const params = { partnershipId }
    expect(await staff()(api.changeHolders, { params, body: change, ifMatch: version })).toMatchObject({
      lead: { id: lead },
      backup: { id: next },
      partnerBackup: { name: 'Ben Okafor' },
      schools: [{ liaison: { id: personOf('admin') } }, { liaison: { id: personOf('admin') } }],
    })
    expect(await gaps()).toBeUndefined()
    await expect(
      staff()(api.changeHolders, { params, body: change, ifMatch: version }),
    ).rejects.toMatchObject({ code: 'stale', current: { backup: { id: next } } })
    const now = await people(partnershipId)
    for (const [body, field] of [
      [{ leadUserId: null }, 'leadUserId'],
      [{ backupUserId: lead }, 'backupUserId'],
      [{ partnerLeadId: lead }, 'partnerLeadId'],
      [{ liaisons: [{ schoolId: id(99), userId: next }] }, 'liaisons'],
    ] as const)
      await expect(
        staff()(api.changeHolders, {
          params,
          body: { ...body, liaisons: 'liaisons' in body ? [...body.liaisons] : [] },
          ifMatch: now.version,
        }),
      ).rejects.toMatchObject({ fields: [{ field }] })
  })

  it('and nothing goes to work before both sides have a lead and a backup', async () => {
    const partnershipId = await partnership('Gate', 'forming')
    const step = async (stage: 'active' | 'paused' | 'expanding') =>
      staff()(partnershipsContract.changePartnershipStage, {
        params: { partnershipId },
        body: { stage, ...(stage === 'paused' && { reason: 'funding' as const }) },
        ifMatch: (await people(partnershipId)).version,
      })
    await expect(step('active')).rejects.toMatchObject({
      reason: 'needs-holders',
      fields: [{ field: 'backupUserId' }, { field: 'partnerBackupId' }],
      current: { link: `/partnerships/${partnershipId}?part=people` },
    })
    await staff()(api.changeHolders, {
      params: { partnershipId },
      body: { backupUserId: next, partnerBackupId: ben },
      ifMatch: (await people(partnershipId)).version,
    })
    expect((await step('active')).stage).toBe('active')
    const keep = async (change: object) =>
      staff()(partnershipsContract.changePartnership, {
        params: { partnershipId },
        body: change,
        ifMatch: (await people(partnershipId)).version,
      })
    await expect(keep({ leadUserId: null })).rejects.toMatchObject({ fields: [{ field: 'leadUserId' }] })
    await expect(keep({ partnerLeadId: null })).rejects.toMatchObject({
      fields: [{ field: 'partnerLeadId' }],
    })
    await keep({ leadUserId: next })
    expect(await people(partnershipId)).toMatchObject({ lead: { id: next }, backup: null })
    await test.sql('delete from partnerships where id = $1', [partnershipId])
  })

  it('is kept by the database too: no partnership at work loses its lead, and nobody who holds one is switched off', async () => {
    const partnershipId = await partnership('Kept')
    await expect(
      test.sql('update partnerships set lead_user_id = null where id = $1', [partnershipId]),
    ).rejects.toMatchObject({ code: '23503' })
    await test.sql('select set_config($1, $2, false)', ['app.district_id', district])
    await expect(
      test.sql(`update users set status = 'deactivated' where id = $1`, [lead]),
    ).rejects.toMatchObject({ code: '23503' })
  })
})

describe('someone leaves', () => {
  it('and everything they hold moves at once, with a handover pack, both letters and the task', async () => {
    const [first, second] = [await partnership('Weekend food'), await partnership('Mentors', 'forming')]
    const { version } = await people(first)
    await staff()(api.changeHolders, {
      params: { partnershipId: first },
      body: { backupUserId: next, liaisons: [{ schoolId: school, userId: lead }] },
      ifMatch: version,
    })
    await test.sql(
      `insert into site_plans (district_id, partnership_id, school_id, school_year_id, liaison_user_id)
       select $1, $2, $3, id, $4 from school_years where district_id = $1 order by ends_on desc limit 1`,
      [district, first, otherSchool, lead],
    )
    await test.sql(
      'update school_years set ends_on = current_date + 200 where district_id = $1 and ends_on = (select max(ends_on) from school_years where district_id = $1)',
      [district],
    )
    const admin = test.as('admin')
    const user = await admin(usersContract.getUser, { params: { userId: lead } })
    const switchOff = () =>
      admin(usersContract.changeUser, {
        params: { userId: lead },
        body: { status: 'deactivated' },
        ifMatch: user.version,
      })
    await expect(switchOff()).rejects.toMatchObject({
      reason: 'still-holds',
      current: { link: `/people-changes?user=${lead}` },
    })

    const holdings = await staff()(api.getHoldings, { query: { userId: lead } })
    const own = holdings.items.filter((item) => [first, second].includes(item.partnership.id))
    expect(own.map(({ role }) => role).sort()).toEqual(['lead', 'lead', 'liaison', 'liaison'])
    expect(own.find(({ partnership: p, role }) => p.id === first && role === 'lead')).toMatchObject({
      suggested: next,
    })
    const moves = moveAll(holdings, next)
    await expect(leave('user', lead, moves.slice(1))).rejects.toMatchObject({ reason: 'left-without-owner' })
    await expect(leave('user', lead, moveAll(holdings, lead))).rejects.toMatchObject({
      fields: [{ field: 'moves' }],
    })
    await expect(leave('user', lead, moveAll(holdings, ana))).rejects.toMatchObject({
      fields: [{ field: 'moves' }],
    })
    expect(await test.sql('select from departures')).toEqual([])

    const pack = await leave('user', lead, moves)
    expect(new Set(pack.partnerships.map(({ id: one }) => one))).toEqual(
      new Set(holdings.items.map(({ partnership: p }) => p.id)),
    )
    const food = pack.partnerships.find(({ id: one }) => one === first)!
    expect(food).toMatchObject({
      name: 'Weekend food',
      partnerLead: { name: 'Ana Núñez' },
      schools: ['Adams', 'Lincoln'],
      task: { dueOn: '2026-06-01', ownerName: 'The director', doneAt: null },
    })
    expect(food.letters.map(({ side, toName }) => [side, toName])).toEqual([
      ['partner', 'Ana Núñez'],
      ['district', 'The director'],
    ])
    expect(food.letters[0]!.body).toContain('2 de mayo de 2026')
    expect(food.letters[1]!.body).toContain('May 2, 2026')
    expect(await people(first)).toMatchObject({
      lead: { id: next },
      backup: null,
      schools: [{ liaison: null }, { liaison: { id: next } }],
      openTasks: [{ owner: { id: next } }],
    })
    expect(await test.sql('select liaison_user_id, liaison_name from site_plans')).toEqual([
      { liaison_user_id: next, liaison_name: 'The director' },
    ])
    const { items } = await staff()(partnershipsContract.listPartnershipTimeline, {
      params: { partnershipId: first },
    })
    expect(items[0]).toMatchObject({ kind: 'people', body: 'The coordinator → The director' })
    expect((await staff()(api.getHoldings, { query: { userId: lead } })).items).toEqual([])
    expect((await switchOff()).status).toBe('deactivated')
    await test.sql(`update users set status = 'active' where id = $1`, [lead])
    expect((await staff()(api.listDepartures)).items[0]).toMatchObject({
      personName: 'The coordinator',
      partnerships: pack.partnerships.length,
    })

    await expect(
      test.sql('update partnerships set partner_lead_id = null where id = $1', [first]),
    ).rejects.toMatchObject({ code: '23503' })
    const { letters } = food
    const letter = letters[0]!
    expect(letter).toMatchObject({ kind: 'leadership_change', locale: 'es', missing: [], sentAt: null })
    const params = { letterId: letter.id }
    const edited = await staff()(lettersContract.changeLetter, {
      params,
      body: { subject: 'Noticias', body: 'Hola, {contact_name}: hablamos el {meeting_date}.' },
      ifMatch: letter.version,
    })
    expect(edited).toMatchObject({
      body: 'Hola, Ana Núñez: hablamos el {meeting_date}.',
      missing: ['meeting_date'],
    })
    const send = (ifMatch: number) =>
      staff()(lettersContract.sendLetter, { params, body: { how: 'email' }, ifMatch })
    await expect(send(letter.version)).rejects.toMatchObject({ code: 'stale' })
    await expect(send(edited.version)).rejects.toMatchObject({
      reason: 'letter-incomplete',
      fields: [{ field: 'fill.meeting_date' }],
    })
    const filled = await staff()(lettersContract.changeLetter, {
      params,
      body: { fill: { meeting_date: '4 de mayo' } },
      ifMatch: edited.version,
    })
    const sent = await send(filled.version)
    expect(sent).toMatchObject({
      sentHow: 'email',
      sentByName: 'The director',
      body: 'Hola, Ana Núñez: hablamos el 4 de mayo.',
    })
    await expect(send(sent.version)).rejects.toMatchObject({ reason: 'letter-sent' })
    const mails = await test.as('admin')(mailContract.listMails)
    expect(mails.items.filter(({ subject }) => subject === 'Noticias')).toHaveLength(1)
    const after = await staff()(partnershipsContract.listPartnershipTimeline, {
      params: { partnershipId: first },
    })
    expect(after.items[0]).toMatchObject({ kind: 'letter', body: 'Noticias', authorName: 'The director' })
  })

  it('and both sides are asked to read their vision together again, until both said yes anew', async () => {
    const partnershipId = await partnership('Vision')
    const params = { partnershipId }
    const vision = () => staff()(visionContract.getVision, { params })
    const written = await staff()(visionContract.writeVision, {
      params,
      body: {
        statement: 'Every family eats well.',
        goals: [{ priorityId: await priority(), words: '' }],
        districtExpectations: ['On time'],
        partnerExpectations: ['A room'],
        processes: ['A call each month'],
        outcomes: [{ what: 'Fewer hungry days', metricId: null, measure: 'Survey', target: 'Half' }],
      },
      ifMatch: 0,
    })
    await staff()(visionContract.proposeVision, { params, body: {}, ifMatch: written.version })
    const [row] = await test.sql<{ id: string }>('select id from visions where partnership_id = $1', [
      partnershipId,
    ])
    const partnerSaysYes = async () => {
      const partner = await test.link({
        purpose: 'vision',
        organizationId,
        subject: { table: 'visions', id: row!.id },
      })
      await partner.call(partnerVisionContract.confirmVisionByLink, {
        body: { number: 1, name: 'Ana Núñez' },
      })
    }
    await staff()(visionContract.confirmVision, { params, body: { number: 1, name: 'The director' } })
    await partnerSaysYes()
    expect(await vision()).toMatchObject({ standing: 'agreed', waitingFor: [] })

    const holdings = await staff()(api.getHoldings, { query: { userId: personOf('coordinator') } })
    expect(holdings.items.map(({ partnership: one }) => one.id)).toContain(partnershipId)
    const pack = await leave('user', lead, moveAll(holdings, next))
    const task = async () =>
      (await staff()(api.getDeparture, { params: { departureId: pack.id } })).partnerships.find(
        ({ id: one }) => one === partnershipId,
      )!.task
    expect(await vision()).toMatchObject({ standing: 'reconfirm', waitingFor: ['district', 'partner'] })
    await staff()(visionContract.confirmVision, { params, body: { number: 1, name: 'The director' } })
    expect(await vision()).toMatchObject({ standing: 'reconfirm', waitingFor: ['partner'] })
    expect(await task()).toMatchObject({ doneAt: null })
    await partnerSaysYes()
    expect(await vision()).toMatchObject({ standing: 'agreed', waitingFor: [] })
    expect(await task()).toMatchObject({ doneByName: 'Ana Núñez' })
    expect((await people(partnershipId)).openTasks).toEqual([])
  })

  it('as a principal: every partnership at the school goes to the next one, who sees the school from then on', async () => {
    const principal = personOf('school')
    const [heir] = await test.sql<{ id: string }>(
      `insert into users (district_id, email, name, title, role, status) values ($1, 'next@riverbend.example', 'Nadia Brandt', 'Principal', 'school', 'active') returning id`,
      [district],
    )
    await test.sql('insert into user_schools values ($1, $2, $3)', [district, principal, school])
    const atSchool = await test.sql<{ id: string }>(
      'select partnership_id as id from partnership_schools where school_id = $1',
      [school],
    )
    const admin = test.as('admin')
    const user = await admin(usersContract.getUser, { params: { userId: principal } })
    const switchOff = () =>
      admin(usersContract.changeUser, {
        params: { userId: principal },
        body: { status: 'deactivated' },
        ifMatch: user.version,
      })
    await expect(switchOff()).rejects.toMatchObject({ reason: 'still-holds' })
    const { items: staffMembers } = await staff()(api.listHolderCandidates)
    expect(staffMembers).toContainEqual({
      id: heir!.id,
      name: 'Nadia Brandt',
      title: 'Principal',
      role: 'school',
    })
    const holdings = await staff()(api.getHoldings, { query: { userId: principal } })
    expect(new Set(holdings.items.map(({ partnership: one }) => one.id))).toEqual(
      new Set(atSchool.map((one) => one.id)),
    )
    expect(new Set(holdings.items.map(({ role }) => role))).toEqual(new Set(['principal']))
    const pack = await leave('user', principal, moveAll(holdings, heir!.id))
    expect(pack.partnerships).toHaveLength(atSchool.length)
    for (const { letters, task, moves } of pack.partnerships) {
      expect(letters.map(({ side }) => side)).toEqual(['partner', 'district'])
      expect(letters[1]).toMatchObject({ toName: 'Nadia Brandt' })
      expect(task?.ownerName).toBeTruthy()
      expect(moves).toEqual([{ role: 'principal', schoolName: 'Lincoln', toName: 'Nadia Brandt' }])
    }
    expect(await test.sql('select school_id from user_schools where user_id = $1', [heir!.id])).toEqual([
      { school_id: school },
    ])
    expect(await test.sql('select kind, facts from notifications where user_id = $1', [heir!.id])).toEqual([
      { kind: 'continuity.taken', facts: { name: 'The school', n: atSchool.length } },
    ])
    expect((await staff()(api.getHoldings, { query: { userId: principal } })).items).toEqual([])
    const mine = test.as('school', { schools: [otherSchool] })
    const params = { departureId: pack.id }
    expect((await mine(api.getDeparture, { params })).partnerships).toHaveLength(pack.partnerships.length)
    await expect(
      test.as('school', { schools: [id(53)] })(api.getDeparture, { params }),
    ).rejects.toMatchObject({ code: 'not-found' })
    const letterId = pack.partnerships[0]!.letters[0]!.id
    expect((await mine(lettersContract.getLetter, { params: { letterId } })).id).toBe(letterId)
    await expect(
      test.as('school', { schools: [id(53)] })(lettersContract.getLetter, { params: { letterId } }),
    ).rejects.toMatchObject({ code: 'not-found' })
    expect((await switchOff()).status).toBe('deactivated')
  })

  it('at the partner, too', async () => {
    const holdings = await staff()(api.getHoldings, { query: { contactId: ana } })
    expect(new Set(holdings.items.map(({ role }) => role))).toEqual(new Set(['partner_lead']))
    const pack = await leave('contact', ana, moveAll(holdings, ben))
    expect(pack).toMatchObject({ personKind: 'contact', personName: 'Ana Núñez' })
    expect(pack.partnerships[0]!.letters[0]).toMatchObject({ side: 'partner', toName: 'Ben Okafor' })
    expect((await people(pack.partnerships[0]!.id)).partnerLead).toMatchObject({ id: ben })
  })

  it('is nobody’s business in another district, and nothing for readers', async () => {
    const { items } = await staff()(api.listDepartures)
    const stranger = test.as('director', { districtId: otherDistrict })
    const params = { departureId: items[0]!.id }
    await expect(stranger(api.getDeparture, { params })).rejects.toMatchObject({ code: 'not-found' })
    await expect(stranger(api.getHoldings, { query: { userId: next } })).rejects.toMatchObject({
      code: 'not-found',
    })
    expect((await stranger(api.listOwnerGaps)).items).toEqual([])
    await expect(test.as('viewer')(api.getDeparture, { params })).rejects.toMatchObject({
      code: 'not-permitted',
    })
  })
})
