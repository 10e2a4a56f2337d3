import { beforeAll, describe, expect, it } from 'vitest'
import { createCaller } from '@common-table/shared/contract/caller'
import { mailContract } from '@common-table/shared/mail/contract'
import { reconciliationContract as contract } from '@common-table/shared/reconciliation/contract'
import type { MismatchAct, MismatchListed } from '@common-table/shared/reconciliation/schemas'
import { addDays } from '@common-table/shared/calendar/dates'
import { censusContract } from '@common-table/shared/rounds/census-contract'
import { roundsContract } from '@common-table/shared/rounds/contract'
import { snapshotContract } from '@common-table/shared/rounds/snapshot-contract'
import { district, otherDistrict, sendTo, useApi } from '../../test/support/api.ts'

const test = useApi()
const today = new Date().toISOString().slice(0, 10)
const ids: Record<string, string> = {}

const one = async (sql: string, values: unknown[]): Promise<string> =>
  (await test.sql<{ id: string }>(`${sql} returning id`, values))[0]!.id
const listed = async (
  query: { schoolId?: string; status?: MismatchListed['status'][] } = { status: ['open'] },
) => (await test.as('coordinator')(contract.listMismatches, { query })).items
const openAt = async (school: string, kind: string) =>
  (await listed({ status: ['open'], schoolId: ids[school]! })).find((row) => row.kind === kind)!
const settle = (row: MismatchListed, body: MismatchAct) =>
  test.as('coordinator')(contract.settleMismatch, {
    params: { mismatchId: row.id },
    body,
    ifMatch: row.version,
  })
const undo = (row: { id: string; version: number }) =>
  test.as('coordinator')(contract.undoSettlement, {
    params: { mismatchId: row.id },
    body: {},
    ifMatch: row.version,
  })
const sitesAt = (school: string) =>
  test.sql<{ status: string; capacity_maximum: number | null }>(
    'select status, capacity_maximum from service_sites where school_id = $1 order by id',
    [ids[school]],
  )
const says = async (school: string, present: 'yes' | 'no', others: string[] = []) => {
  const params = { schoolId: ids[school]! }
  const { version } = await test.as('coordinator')(snapshotContract.getSnapshot, { params })
  await test.as('coordinator')(snapshotContract.sendSnapshot, {
    params,
    ifMatch: version,
    body: { needs: [], partners: [{ organizationId: ids.harvest!, present }], others },
  })
}

beforeAll(async () => {
  const category = (
    await test.sql<{ id: string }>("select id from categories where district_id = $1 and code = 'ac_tutor'", [
      district,
    ])
  )[0]!.id
  ids.category = category
  for (const [name, grades] of [
    ['lincoln', '{K,1,2}'],
    ['washington', '{6,7,8}'],
    ['adams', '{6,7,8}'],
  ] as const)
    ids[name] = await one(
      `insert into schools (district_id, code, name, grades, enrolment, principal_email) values ($1, $2, $2, $3, 100, $4)`,
      [district, name, grades, `${name}@schools.example`],
    )
  ids.harvest = await one(`insert into organizations (district_id, name) values ($1, 'Harvest Table')`, [
    district,
  ])
  ids.homework = await one(
    `insert into services (district_id, organization_id, name, category_id, grades) values ($1, $2, 'Homework Club', $3, '{6,7,8}')`,
    [district, ids.harvest, category],
  )
  for (const school of ['lincoln', 'adams'])
    await test.sql(
      `insert into service_sites (district_id, service_id, school_id, capacity_maximum, capacity_available) values ($1, $2, $3, 20, 5)`,
      [district, ids.homework, ids[school]],
    )
  await test.as('director')(roundsContract.openRound, {
    body: { kind: 'snapshot', dueOn: addDays(today, 10) },
  })
  await test.as('director')(roundsContract.openRound, { body: { kind: 'census', dueOn: addDays(today, 10) } })
  const params = { organizationId: ids.harvest }
  const form = await test.as('coordinator')(censusContract.getCensus, { params })
  const seats = { lincoln: 20, adams: 30, washington: 12 }
  await test.as('coordinator')(censusContract.sendCensus, {
    params,
    ifMatch: form.version,
    body: {
      note: '',
      programs: form.answers.programs.map((program) => ({
        ...program,
        sites: Object.entries(seats).map(([school, maximum]) => ({
          schoolId: ids[school]!,
          present: true,
          maximum,
          available: 5,
        })),
      })),
    },
  })
  await says('lincoln', 'no', ['Los Amigos de la Escuela', 'harvest  table'.replace('  ', ' ')])
})

describe('reconciliation', () => {
  it('puts every difference beside each other: who is there, seats, grades, and a name nobody knew', async () => {
    const rows = await listed()
    expect(rows.map(({ kind, school }) => `${kind} ${school.name}`).sort()).toEqual([
      'grades lincoln',
      'presence washington',
      'seats adams',
      'unknown lincoln',
    ])
    const seats = rows.find(({ kind }) => kind === 'seats')!
    expect(seats.says).toMatchObject({
      partner: { seats: { maximum: 30 }, by: 'The coordinator', at: expect.any(String) },
      record: { seats: { maximum: 20 } },
    })
    await says('lincoln', 'no', ['Los Amigos de la Escuela'])
    expect((await openAt('lincoln', 'presence')).says).toMatchObject({
      school: { present: false },
      partner: { present: true },
      record: { present: true },
    })
  })

  it('is settled with one press that changes the record, keeps its history, and is taken back', async () => {
    const row = await openAt('adams', 'seats')
    const settled = await settle(row, { how: 'correct_seats' })
    expect(settled).toMatchObject({ status: 'resolved', resolvedBy: 'The coordinator' })
    expect(await sitesAt('adams')).toMatchObject([{ capacity_maximum: 30 }])
    await expect(settle(row, { how: 'leave', reason: 'x' })).rejects.toMatchObject({ code: 'stale' })
    await expect(settle(settled, { how: 'leave', reason: 'x' })).rejects.toMatchObject({
      reason: 'mismatch-settled',
    })
    const back = await undo(settled)
    expect(back.history.map(({ what }) => what)).toEqual(['undone', 'resolved', 'found'])
    expect(await sitesAt('adams')).toMatchObject([{ capacity_maximum: 20 }])
    const again = await settle(back, { how: 'correct_seats' })
    await test.sql('update service_sites set students_served = 3 where school_id = $1', [ids.adams])
    await expect(undo(again)).rejects.toMatchObject({ reason: 'mismatch-moved-on' })
  })

  it('adds the program where the partner says it is, and ends it where the school says it is not', async () => {
    const added = await settle(await openAt('washington', 'presence'), { how: 'add_here' })
    expect(await sitesAt('washington')).toEqual([{ status: 'active', capacity_maximum: 12 }])
    await undo(added)
    expect(await sitesAt('washington')).toEqual([])
    const row = await openAt('lincoln', 'presence')
    await expect(settle(row, { how: 'add_here' })).rejects.toMatchObject({ reason: 'mismatch-act' })
    await settle(row, { how: 'end_here', reason: 'Moved to Adams' })
    expect(await sitesAt('lincoln')).toMatchObject([{ status: 'ended' }])
    // The partner still says yes: a person decided, so it stays settled until somebody says something else.
    expect((await test.as('coordinator')(contract.compareAll, { body: {} })).open).toBe(
      (await listed()).length,
    )
    expect(await openAt('lincoln', 'presence')).toBeUndefined()
    await says('lincoln', 'yes')
    expect(await openAt('lincoln', 'presence')).toMatchObject({ says: { school: { present: true } } })
  })

  it('leaves a difference only with a reason, and makes a partner of a name', async () => {
    const grades = await openAt('lincoln', 'grades').then((row) => row ?? openAt('lincoln', 'presence'))
    await expect(settle(grades, { how: 'leave' })).rejects.toMatchObject({ fields: [{ field: 'reason' }] })
    await says('adams', 'yes', ['Los Amigos'])
    const known = await settle(await openAt('adams', 'unknown'), { how: 'add_partner' })
    expect(known.status).toBe('resolved')
    const pair = await openAt('adams', 'presence')
    expect(pair).toMatchObject({ organization: { name: 'Los Amigos' }, says: { record: { present: false } } })
    await expect(settle(pair, { how: 'add_here' })).rejects.toMatchObject({
      fields: [{ field: 'serviceId' }],
    })
    await settle(pair, { how: 'add_here', program: { name: 'Saturday football', categoryId: ids.category! } })
    expect(await listed({ status: ['open'], schoolId: ids.adams! })).toEqual([])
  })

  it('is asked of the principal by a link that answers once', async () => {
    const row = await openAt('washington', 'presence')
    const asked = await test.as('coordinator')(contract.askSchoolAboutPartner, {
      params: { mismatchId: row.id },
      body: {},
    })
    expect(asked.askedAt).not.toBeNull()
    const { items } = await test.as('admin')(mailContract.listMails, { query: {} })
    const mail = items.find(
      ({ toAddress, subject }) => toAddress === 'washington@schools.example' && /partner/.test(subject),
    )!
    const { body } = await test.as('admin')(mailContract.getMail, { params: { mailId: mail.id } })
    const principal = createCaller(sendTo(test.app, `Link ${/#(\S+)/.exec(body)![1]!}`))
    expect(await principal(contract.readPartnerQuestion)).toEqual({
      schoolName: 'washington',
      partnerName: 'Harvest Table',
      programs: ['Homework Club'],
      partnerSays: true,
      schoolSays: null,
    })
    await principal(contract.answerPartnerQuestion, { body: { present: 'yes' } })
    await expect(
      principal(contract.answerPartnerQuestion, { body: { present: 'no' } }),
    ).rejects.toMatchObject({
      code: 'link-used',
    })
    expect(await openAt('washington', 'presence')).toMatchObject({ says: { school: { present: true } } })
  })

  it('is seen by a principal for the own school only, settled by the office only, and never by another district', async () => {
    const own = test.as('school', { schools: [ids.washington!] })
    const { items } = await own(contract.listMismatches, { query: {} })
    expect(new Set(items.map(({ school }) => school.name))).toEqual(new Set(['washington']))
    const row = (await listed({ schoolId: ids.adams! }))[0]!
    const params = { mismatchId: row.id }
    await expect(own(contract.getMismatch, { params })).rejects.toMatchObject({ code: 'not-found' })
    await expect(
      own(contract.settleMismatch, { params, body: { how: 'leave', reason: 'x' }, ifMatch: 1 }),
    ).rejects.toMatchObject({ code: 'not-permitted' })
    await expect(
      test.as('director', { districtId: otherDistrict })(contract.getMismatch, { params }),
    ).rejects.toMatchObject({ code: 'not-found' })
  })
})
