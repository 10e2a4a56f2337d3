import { beforeAll, expect, it } from 'vitest'
import { decisionsContract as api } from '@common-table/shared/decisions/contract'
import type { NewCharterLine, NextTerm, Taken } from '@common-table/shared/decisions/schemas'
import { councilsContract } from '@common-table/shared/meetings/councils-contract'
import { district, otherDistrict, useApi } from '../../test/support/api.ts'

const test = useApi()
const staff = () => test.as('director')
let councilId = ''
let meetingId = ''

const line = (more: Partial<NewCharterLine> = {}) =>
  staff()(api.addCharterLine, {
    body: {
      title: 'Which needs come first',
      councilId,
      seats: ['chair', 'school', 'family', 'youth'],
      method: 'supermajority',
      daysToDecide: 21,
      ...more,
    },
  })
const ask = (charterLineId: string) =>
  staff()(api.askDecision, {
    body: { charterLineId, question: 'Do we begin with reading?', askedOn: '2026-02-02', meetingId },
  })
const take = (decisionId: string, ifMatch: number, more: Partial<Taken> = {}) =>
  staff()(api.takeDecision, {
    params: { decisionId },
    body: {
      outcome: 'Reading first, attendance next.',
      decidedOn: '2026-02-20',
      seatsPresent: ['chair', 'school', 'family', 'youth', 'partner'],
      votesFor: 6,
      votesAgainst: 2,
      votesAbstained: 1,
      ...more,
    },
    ifMatch,
  })

beforeAll(async () => {
  councilId = (await staff()(councilsContract.addCouncil, { body: { name: 'Partner table' } })).id
  meetingId = (
    await staff()(councilsContract.planMeeting, {
      body: { councilId, title: 'February table', day: '2026-02-20' },
    })
  ).id
})

it('a charter says who is at the table, by which method and within which time; the log keeps what was decided', async () => {
  const made = await line()
  expect(made).toMatchObject({ council: { name: 'Partner table' }, daysToDecide: 21, open: 0 })
  const asked = await ask(made.id)
  expect(asked).toMatchObject({
    status: 'open',
    decideBy: '2026-02-23',
    method: 'supermajority',
    meeting: { id: meetingId, name: 'February table' },
  })
  await expect(
    take(asked.id, asked.version, { seatsPresent: ['chair', 'school', 'family'] }),
  ).rejects.toMatchObject({
    fields: [{ field: 'seatsPresent', message: expect.stringContaining('Youth') }],
  })
  await expect(take(asked.id, asked.version, { votesFor: 5 })).rejects.toMatchObject({
    fields: [{ field: 'votesFor' }],
  })
  await expect(take(asked.id, asked.version, { votesFor: null })).rejects.toMatchObject({
    fields: [{ field: 'votesFor', rule: 'required' }],
  })
  await expect(take(asked.id, asked.version, { decidedOn: '2026-02-01' })).rejects.toMatchObject({
    fields: [{ field: 'decidedOn' }],
  })
  const taken = await take(asked.id, asked.version)
  expect(taken).toMatchObject({ status: 'decided', late: false, recordedByName: 'The director', votesFor: 6 })
  await expect(take(asked.id, taken.version)).rejects.toMatchObject({ reason: 'decision-closed' })

  const changed = await staff()(api.changeCharterLine, {
    params: { charterLineId: made.id },
    body: { method: 'consensus', daysToDecide: 7 },
    ifMatch: made.version,
  })
  expect(changed).toMatchObject({ decided: 1, inTime: 1, method: 'consensus' })
  const { items } = await staff()(api.listDecisions, { query: { charterLineId: made.id } })
  expect(items).toMatchObject([{ method: 'supermajority', decideBy: '2026-02-23' }])
  await expect(
    staff()(api.changeCharterLine, { params: { charterLineId: made.id }, body: { title: 'X' }, ifMatch: 1 }),
  ).rejects.toMatchObject({ code: 'stale', current: { method: 'consensus' } })
})

it('a decision that took too long says so, and one that is not needed is withdrawn with its reason', async () => {
  const { id } = await line({ title: 'Grants', method: 'consensus', daysToDecide: 5 })
  const late = await ask(id)
  expect(late.late).toBe(true)
  await expect(take(late.id, late.version)).rejects.toMatchObject({ fields: [{ field: 'votesAgainst' }] })
  const taken = await take(late.id, late.version, {
    votesFor: null,
    votesAgainst: null,
    votesAbstained: null,
  })
  expect(taken).toMatchObject({ status: 'decided', late: true })
  const moot = await ask(id)
  const gone = await staff()(api.withdrawDecision, {
    params: { decisionId: moot.id },
    body: { outcome: 'The grant was not offered.' },
    ifMatch: moot.version,
  })
  expect(gone).toMatchObject({ status: 'withdrawn', late: false })
  const lateOnes = await staff()(api.listDecisions, { query: { late: true } })
  expect(lateOnes.items.map((one) => one.id)).toEqual([late.id])
})

it('names who has the final say where one person decides', async () => {
  await expect(line({ method: 'delegated' })).rejects.toMatchObject({ fields: [{ field: 'finalSay' }] })
  expect(await line({ method: 'consultation', finalSay: 'The director' })).toMatchObject({
    finalSay: 'The director',
  })
})

it('is nobody’s business in another district, and readers change nothing', async () => {
  const stranger = test.as('director', { districtId: otherDistrict })
  expect((await stranger(api.listCharterLines)).items).toEqual([])
  expect((await stranger(api.listDecisions)).items).toEqual([])
  const [first] = (await test.as('viewer')(api.listCharterLines)).items
  await expect(
    stranger(api.askDecision, { body: { charterLineId: first!.id, question: 'Whose?' } }),
  ).rejects.toMatchObject({ fields: [{ field: 'charterLineId' }] })
  await expect(
    test.as('viewer')(api.askDecision, { body: { charterLineId: first!.id, question: 'Mine?' } }),
  ).rejects.toMatchObject({ code: 'not-permitted' })
})

it('whether a partnership is renewed is decided under the charter, beside what the rule advised', async () => {
  const partnership = '00000000-0000-4000-8000-0000000000d1'
  await test.sql(
    `with o as (insert into organizations (district_id, name) values ($1, 'Harvest Table') returning id)
     insert into partnerships (district_id, id, organization_id, name, stage) select $1, $2, o.id, 'Weekend food', 'active' from o`,
    [district, partnership],
  )
  const terms = await line({
    title: 'Renew, revise or end',
    seats: ['district', 'partner'],
    method: 'consensus',
  })
  const decide = (more: Partial<NextTerm> = {}, caller = staff()) =>
    caller(api.decideNextTerm, {
      params: { partnershipId: partnership },
      body: {
        charterLineId: terms.id,
        verdict: 'revise',
        question: 'Do we go on with Weekend food?',
        outcome: 'Fewer schools, the same days.',
        decidedOn: '2026-03-02',
        seatsPresent: ['district', 'partner'],
        ...more,
      },
    })
  await expect(decide({ seatsPresent: ['district'] })).rejects.toMatchObject({
    fields: [{ field: 'seatsPresent' }],
  })
  await expect(decide({ votesAgainst: 1 })).rejects.toMatchObject({ fields: [{ field: 'votesAgainst' }] })
  await expect(decide({ decidedOn: '2999-01-01' })).rejects.toMatchObject({
    fields: [{ field: 'decidedOn' }],
  })
  await expect(decide({}, test.as('viewer'))).rejects.toMatchObject({ code: 'not-permitted' })
  await expect(decide({}, test.as('director', { districtId: otherDistrict }))).rejects.toMatchObject({
    code: 'not-found',
  })
  // Nothing is known of it yet, so the rule advises nothing.
  expect(await decide()).toMatchObject({
    verdict: 'revise',
    advised: null,
    status: 'decided',
    line: { name: 'Renew, revise or end' },
    partnership: { name: 'Weekend food' },
  })
  await test.sql(
    `insert into quality_reviews (district_id, partnership_id, school_year_id, alignment, delivery, relationship, equity, data, sustainability, reviewed_by_name)
     select $1, $2, y.id, 1, 1, 1, 1, 1, 1, 'Carmen' from school_years y where y.district_id = $1 limit 1`,
    [district, partnership],
  )
  expect(await decide({ verdict: 'renew' })).toMatchObject({ verdict: 'renew', advised: 'revise' })
  const { items } = await staff()(api.listDecisions, {
    query: { partnershipId: partnership, nextTerm: true },
  })
  expect(items.map(({ verdict }) => verdict)).toEqual(['renew', 'revise'])
})
