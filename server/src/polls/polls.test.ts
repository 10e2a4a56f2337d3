import { beforeAll, describe, expect, it } from 'vitest'
import { createCaller, type Call } from '@common-table/shared/contract/caller'
import { deliveryPollsContract as api } from '@common-table/shared/polls/contract'
import { whatIfContract } from '@common-table/shared/what-if/contract'
import { authorizationOf, district, otherDistrict, sendTo, useApi } from '../../test/support/api.ts'

const test = useApi()
const d = `'${district}'::uuid`
const coordinator = () => test.as('coordinator')
const idOf = async (table: string, name: string): Promise<string> =>
  (
    await test.sql<{ id: string }>(`select id from ${table} where district_id = ${d} and name = $1`, [name])
  )[0]!.id

/** A partner with verified places, tier 2, and a partnership. */
const partner = async (
  name: string,
  code: string,
  places: Record<string, number>,
  stage = 'active',
  email = true,
) => {
  await test.sql(
    `with o as (insert into organizations (district_id, name, status) values (${d}, $1, 'active') returning id),
       c as (insert into contacts (district_id, organization_id, name, email, language) select ${d}, id, 'Contact of ' || $1, $2, 'en' from o where $2 <> ''),
       p as (insert into partnerships (district_id, organization_id, name, stage, scope, formality)
         select ${d}, id, $1, $3, 'district', 'informal' from o)
     insert into services (district_id, organization_id, name, category_id, tier, capacity_unit)
       select ${d}, o.id, $1, k.id, 2, 'students' from o, categories k where k.district_id = ${d} and k.code = $4`,
    [name, email ? `${name.toLowerCase().replace(' ', '.')}@partners.example` : '', stage, code],
  )
  for (const [school, students] of Object.entries(places))
    await test.sql(
      `insert into service_sites (district_id, service_id, school_id, capacity_maximum, verified_on)
       select ${d}, v.id, s.id, $3, current_date from services v, schools s
       where v.district_id = ${d} and v.name = $1 and s.district_id = ${d} and s.name = $2`,
      [name, school, students],
    )
}

beforeAll(async () => {
  await test.sql(
    `insert into schools (district_id, code, name, enrolment) values (${d}, 'a', 'Alpha', 400), (${d}, 'b', 'Beta', 400)`,
  )
  await test.sql(`insert into school_years (district_id, label, starts_on, ends_on)
    values (${d}, to_char(current_date - 60, 'YYYY') || '-' || to_char(current_date + 305, 'YY'), current_date - 60, current_date + 200)`)
  await test.sql(`insert into needs (district_id, school_id, category_id, school_year_id, tier, severity, students_affected, title, source)
    select ${d}, s.id, k.id, y.id, 2, 4, 40, 'Tutors', 'principal' from schools s, categories k, school_years y
    where s.district_id = ${d} and k.district_id = ${d} and k.code = 'ac_tutor' and y.district_id = ${d}
      and y.id = (select id from school_years where district_id = ${d} and starts_on <= current_date order by starts_on desc limit 1)`)
  await partner('Tutor Corps', 'ac_tutor', { Alpha: 30, Beta: 25 })
  await partner('Readers', 'ac_tutor', { Beta: 30 })
  await partner('Pantry', 'bn_food', { Alpha: 100 })
  await partner('Old Friends', 'bn_food', { Alpha: 100 }, 'ended')
  await partner('By Phone', 'bn_food', { Beta: 20 }, 'active', false)
})

const mails = (address: string) =>
  test.sql<{ kind: string; body: string }>(
    'select kind, body from mails where district_id = $1 and to_address = $2 order by id desc',
    [district, address],
  )
const byLink = async (address: string): Promise<Call> => {
  const [mail] = await mails(address)
  return createCaller(sendTo(test.app, `Link ${/\/link\/can-deliver#(\S+)/.exec(mail!.body)![1]!}`))
}
const say = async (
  name: string,
  body: { answer: 'yes' | 'partly' | 'no'; fromDay?: string; note?: string },
) => (await byLink(`${name}@partners.example`))(api.answerPollByLink, { body })
const board = (pollId: string) => coordinator()(api.getPollBoard, { params: { pollId } })

describe('an emergency poll', () => {
  it('says beforehand whom it would ask: partners in force, by kind of help, school and tier', async () => {
    const audience = (body: object) => coordinator()(api.weighAudience, { body })
    expect(await audience({})).toEqual({ partners: 4, unreachable: 1 })
    const food = (
      await test.sql<{ id: string }>(
        `select id from categories where district_id = ${d} and code = 'bn_food'`,
      )
    )[0]!.id
    expect(await audience({ categoryIds: [food] })).toEqual({ partners: 2, unreachable: 1 })
    expect(await audience({ tier: 3 })).toEqual({ partners: 0, unreachable: 0 })
    await test.sql(
      `with p as (update partnerships set scope = 'one_school' where name = 'Pantry' and district_id = ${d} returning id)
       insert into partnership_schools (district_id, partnership_id, school_id) select ${d}, p.id, s.id from p, schools s where s.name = 'Alpha' and s.district_id = ${d}`,
    )
    const beta = await idOf('schools', 'Beta')
    expect(await audience({ schoolIds: [beta] })).toEqual({ partners: 3, unreachable: 1 })
    await expect(coordinator()(api.startPoll, { body: { tier: 3 } })).rejects.toMatchObject({
      reason: 'nobody-to-poll',
    })
    expect((await coordinator()(api.listPolls)).items).toEqual([])
  })

  it('asks everyone by one action, is answered with one tap, and the board shows what falls into gap if the noes hold', async () => {
    const poll = await coordinator()(api.startPoll, {
      body: { note: 'All buildings are closed from Monday.' },
    })
    expect(poll).toMatchObject({
      counts: { asked: 4, unreachable: 1, silent: 4 },
      startedByName: 'The coordinator',
    })
    const [mail] = await mails('tutor.corps@partners.example')
    expect(mail).toMatchObject({ kind: 'canDeliver' })
    expect(mail!.body).toContain('All buildings are closed from Monday.')
    expect((await board(poll.id)).loss).toBeNull()
    const tutors = await byLink('tutor.corps@partners.example')
    expect(await tutors(api.readPollByLink)).toMatchObject({
      answer: null,
      schools: ['Alpha', 'Beta'],
      closed: false,
    })
    expect(await say('tutor.corps', { answer: 'no' })).toMatchObject({ answer: 'no' })
    await say('readers', { answer: 'partly', fromDay: '2030-01-07', note: 'Online only.' })
    const { poll: after, answers, loss } = await board(poll.id)
    expect(after.counts).toMatchObject({ yes: 0, partly: 1, no: 1, silent: 2 })
    expect(answers.map(({ organization, answer }) => [organization.name, answer])).toEqual([
      ['Tutor Corps', 'no'],
      ['Readers', 'partly'],
      ['By Phone', null],
      ['Pantry', null],
    ])
    expect(answers[1]).toMatchObject({
      fromDay: '2030-01-07',
      note: 'Online only.',
      answeredByName: 'Contact of Readers',
    })
    const alone = await test.as('viewer')(whatIfContract.whatIfGone, {
      query: { organizationId: await idOf('organizations', 'Tutor Corps') },
    })
    expect(loss).toMatchObject({ places: alone.places, schools: 2, total: 2 })
    // Two noes together lose more than each alone: the other one's surplus is gone too.
    await say('readers', { answer: 'no' })
    expect((await board(poll.id)).loss).toMatchObject({ places: 70, schools: 2 })
    // A mind may change, on the same link.
    expect(await tutors(api.answerPollByLink, { body: { answer: 'yes' } })).toMatchObject({ answer: 'yes' })
    expect((await board(poll.id)).loss).toMatchObject({ places: 15, schools: 1 })
    const notices = await test.sql<{ facts: { organization: string } }>(
      "select facts from notifications where kind = 'polls.no' order by id",
    )
    expect(notices.map(({ facts }) => facts.organization)).toEqual(['Tutor Corps', 'Readers'])
  })

  it('asks the silent again with a fresh link, takes a call down, and is closed', async () => {
    const pollId = (await coordinator()(api.listPolls)).items[0]!.id
    const before = (await mails('readers@partners.example')).length
    expect(await coordinator()(api.askSilentAgain, { params: { pollId } })).toEqual({
      sent: 1,
      unreachable: 1,
    })
    expect((await mails('readers@partners.example')).length).toBe(before)
    const called = (await board(pollId)).answers.find(({ organization }) => organization.name === 'By Phone')!
    const answered = (ifMatch: number) =>
      coordinator()(api.answerPollForPartner, {
        params: { answerId: called.id },
        body: { answer: 'yes' },
        ifMatch,
      })
    await expect(answered(called.version + 1)).rejects.toMatchObject({ code: 'stale' })
    expect(await answered(called.version)).toMatchObject({
      answer: 'yes',
      answeredByName: 'The coordinator',
      to: null,
    })
    const { poll } = await board(pollId)
    const change = (closed: boolean, ifMatch: number) =>
      coordinator()(api.changePoll, { params: { pollId }, body: { closed }, ifMatch })
    const closed = await change(true, poll.version)
    expect(closed).toMatchObject({ closedByName: 'The coordinator' })
    await expect(say('pantry', { answer: 'yes' })).rejects.toMatchObject({ reason: 'poll-closed' })
    await expect(coordinator()(api.askSilentAgain, { params: { pollId } })).rejects.toMatchObject({
      reason: 'poll-closed',
    })
    await change(false, closed.version)
    await say('pantry', { answer: 'yes' })
    expect((await board(pollId)).poll.counts).toMatchObject({ silent: 0, yes: 3, no: 1 })
  })

  it('tells whoever watches as answers come, and ends when it is closed', async () => {
    const { id: pollId, version } = await coordinator()(api.startPoll, { body: {} })
    const address = await test.app.listen({ host: '127.0.0.1', port: 0 })
    const response = await fetch(`${address}/api/v1/delivery-polls/${pollId}/live`, {
      headers: { authorization: authorizationOf(test.token('coordinator')) },
    })
    let heard = ''
    const reading = (async () => {
      const text = new TextDecoder()
      for await (const part of response.body!) heard += text.decode(part)
    })()
    const hears = async (what: string) => {
      for (let left = 40; left > 0 && !heard.includes(what); left--)
        await new Promise((done) => setTimeout(done, 50))
      expect(heard).toContain(what)
    }
    await hears('"silent":4')
    const tapped = performance.now()
    await say('pantry', { answer: 'yes' })
    await hears('"silent":3')
    expect(performance.now() - tapped).toBeLessThan(3000)
    await coordinator()(api.changePoll, { params: { pollId }, body: { closed: true }, ifMatch: version })
    await reading
    expect(heard).toContain('"ended":true')
  })

  it('is neither started nor seen by a principal, a viewer or another district', async () => {
    const pollId = (await coordinator()(api.listPolls)).items[0]!.id
    for (const who of [test.as('school', { schools: [await idOf('schools', 'Alpha')] }), test.as('viewer')])
      for (const work of [
        who(api.startPoll, { body: {} }),
        who(api.getPollBoard, { params: { pollId } }),
        who(api.listPolls),
      ])
        await expect(work).rejects.toMatchObject({ code: 'not-permitted' })
    const elsewhere = test.as('coordinator', { districtId: otherDistrict })
    expect((await elsewhere(api.listPolls)).items).toEqual([])
    await expect(elsewhere(api.getPollBoard, { params: { pollId } })).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(elsewhere(api.askSilentAgain, { params: { pollId } })).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(elsewhere(api.startPoll, { body: {} })).rejects.toMatchObject({ reason: 'nobody-to-poll' })
    const { call } = await test.link({ purpose: 'hours' })
    await expect(call(api.readPollByLink)).rejects.toMatchObject({ code: 'link-for-something-else' })
  })
})
