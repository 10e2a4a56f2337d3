import { beforeAll, describe, expect, it } from 'vitest'
import { createCaller, type Call } from '@common-table/shared/contract/caller'
import { gapBoardContract } from '@common-table/shared/needs/board-contract'
import { needsContract } from '@common-table/shared/needs/contract'
import { organizationsContract } from '@common-table/shared/organizations/contract'
import { placesContract } from '@common-table/shared/organizations/places-contract'
import { servicesContract } from '@common-table/shared/organizations/services-contract'
import { helpRequestsContract as api } from '@common-table/shared/requests/contract'
import type { HelpRequest } from '@common-table/shared/requests/schemas'
import { todayContract } from '@common-table/shared/today/contract'
import { district, id, otherDistrict, personOf, sendTo, useApi } from '../../test/support/api.ts'
import { remindOfHelp } from './upkeep.ts'

const test = useApi()
const d = `'${district}'::uuid`
const author = { kind: 'system', id: null, name: 'upkeep', requestId: null } as const
let [category, tutors, readers, mute, serviceId] = ['', '', '', '', '']
let schools: string[] = []

const principal = () => test.as('school', { schools: [schools[0]!] })
const coordinator = () => test.as('coordinator')

const partner = async (name: string, email: string | null, language = 'en') => {
  const { id: organizationId } = await coordinator()(organizationsContract.addOrganization, {
    body: { name },
  })
  if (email)
    await coordinator()(placesContract.addContact, {
      params: { organizationId },
      body: { name: `Contact of ${name}`, email, language, isPrimary: true },
    })
  return organizationId
}

beforeAll(async () => {
  schools = (
    await test.sql<{ id: string }>(`insert into schools (district_id, code, name, enrolment, grades)
      values (${d}, 'a', 'Alpha', 400, '{6,7,8}'), (${d}, 'b', 'Beta', 300, '{6,7,8}') returning id`)
  ).map((row) => row.id)
  category = (
    await test.sql<{ id: string }>(`select id from categories where district_id = ${d} and code = 'ac_tutor'`)
  )[0]!.id
  tutors = await partner('Tutor Corps', 'tess@tutors.example')
  readers = await partner('Readers', 'rita@readers.example', 'es')
  mute = await partner('No Address', null)
  const service = await coordinator()(servicesContract.addService, {
    params: { organizationId: tutors },
    body: { name: 'Tutoring after school', categoryId: category, tier: 2, capacityUnit: 'students' },
  })
  serviceId = service.id
})

const recordNeed = (students = 40) =>
  principal()(needsContract.recordNeed, {
    body: {
      schoolId: schools[0]!,
      categoryId: category,
      tier: 2,
      severity: 4,
      studentsAffected: students,
      title: 'Reading tutors for grade 6',
      details: 'Twice a week.',
    },
  })
const ask = async (more: object = {}, who = principal()) => {
  const need = await recordNeed()
  return who(api.askForHelp, {
    body: {
      schoolId: schools[0]!,
      needId: need.id,
      partners: [{ organizationId: tutors, serviceId }, { organizationId: readers }],
      ...more,
    },
  })
}
const lineOf = (request: HelpRequest, organizationId: string) =>
  request.partners.find(({ organization }) => organization.id === organizationId)!
const mails = (address: string) =>
  test.sql<{ kind: string; locale: string; subject: string; body: string }>(
    'select kind, locale, subject, body from mails where district_id = $1 and to_address = $2 order by id desc',
    [district, address],
  )
const byLink = async (address: string): Promise<Call> => {
  const [mail] = await mails(address)
  return createCaller(sendTo(test.app, `Link ${/\/link\/help-request#(\S+)/.exec(mail!.body)![1]!}`))
}
const read = (request: { id: string }) =>
  principal()(api.getHelpRequest, { params: { helpRequestId: request.id } })
const accept = async (request: HelpRequest, organizationId: string, body: object = {}) => {
  const line = lineOf(await read(request), organizationId)
  return principal()(api.acceptHelp, { params: { partnerId: line.id }, body, ifMatch: line.version })
}
const close = async (request: { id: string }, body: Parameters<typeof closing>[1]) =>
  closing(await read(request), body)
const closing = (
  request: HelpRequest,
  body: { reason: 'got_it' | 'nobody_could' | 'did_not_come' | 'not_needed'; needMet?: boolean },
) =>
  principal()(api.closeHelpRequest, { params: { helpRequestId: request.id }, body, ifMatch: request.version })
const verified = async () =>
  (
    await coordinator()(gapBoardContract.getGapCell, {
      query: { schoolId: schools[0]!, categoryId: category },
    })
  ).tiers.find(({ tier }) => tier === 2)!.gap.verified

describe('a principal asks partners for help', () => {
  it('is suggested partners with reasons, and asks several by an e-mailed link in their own language', async () => {
    const { items } = await principal()(api.suggestPartners, {
      query: { schoolId: schools[0]!, categoryId: category, tier: 2 },
    })
    expect(items).toMatchObject([
      {
        organization: { name: 'Tutor Corps' },
        service: { id: serviceId },
        to: { email: 'tess@tutors.example' },
      },
    ])
    expect(items[0]!.reasons.map(({ code }) => code)).toContain('category')
    const request = await ask({ wantedBy: null })
    expect(request).toMatchObject({
      title: 'Reading tutors for grade 6',
      students: 40,
      tier: 2,
      status: 'open',
      waits: 'answer',
      timing: 'waiting',
      askedByName: 'The school',
      need: { title: 'Reading tutors for grade 6' },
      partners: [{ status: 'open' }, { status: 'open' }],
    })
    expect(request.events.map(({ kind }) => kind)).toEqual(['asked', 'asked'])
    const [{ due }] = (await test.sql<{ due: number }>(
      `select (select count(*)::integer from generate_series(r.created_at::date + 1, r.answer_due_on, interval '1 day') g
        where extract(isodow from g) < 6) as due from help_requests r where id = $1`,
      [request.id],
    )) as [{ due: number }]
    expect(due).toBe(3)
    const [mail] = await mails('rita@readers.example')
    expect(mail).toMatchObject({
      kind: 'helpAsked',
      locale: 'es',
      subject: 'Alpha pide ayuda a Readers: Reading tutors for grade 6',
    })
    expect(mail!.body).toContain('Twice a week.')
  })

  it('cannot ask for another school, for nobody, for more than the school has, or a partner without an address', async () => {
    const need = await recordNeed()
    const asked = (body: object) =>
      principal()(api.askForHelp, {
        body: { schoolId: schools[0]!, needId: need.id, partners: [{ organizationId: tutors }], ...body },
      })
    await expect(
      asked({ schoolId: schools[1]!, needId: undefined, categoryId: category, students: 5 }),
    ).rejects.toMatchObject({
      fields: [{ field: 'schoolId' }],
    })
    await expect(asked({ needId: id(7) })).rejects.toMatchObject({ fields: [{ field: 'needId' }] })
    await expect(asked({ students: 401 })).rejects.toMatchObject({ fields: [{ field: 'students' }] })
    await expect(asked({ wantedBy: '2020-01-01' })).rejects.toMatchObject({ fields: [{ field: 'wantedBy' }] })
    await expect(asked({ needId: undefined, students: 5 })).rejects.toMatchObject({
      fields: [{ field: 'categoryId' }],
    })
    await expect(asked({ partners: [{ organizationId: mute }] })).rejects.toMatchObject({
      fields: [{ field: 'partners.0.organizationId' }],
    })
    await expect(
      asked({ partners: [{ organizationId: tutors }, { organizationId: tutors }] }),
    ).rejects.toMatchObject({
      reason: 'partner-asked-already',
    })
    expect(await test.sql('select from help_requests where need_id = $1', [need.id])).toEqual([])
  })

  it('is found by its own school and the office only, in lists and on Today once an answer is late', async () => {
    const request = await ask()
    const elsewhere = test.as('school', { schools: [schools[1]!] })
    const params = { helpRequestId: request.id }
    for (const who of [elsewhere, test.as('coordinator', { districtId: otherDistrict })]) {
      await expect(who(api.getHelpRequest, { params })).rejects.toMatchObject({ code: 'not-found' })
      expect((await who(api.listHelpRequests, { query: {} })).items).toEqual([])
      await expect(
        who(api.closeHelpRequest, { params, body: { reason: 'not_needed' }, ifMatch: request.version }),
      ).rejects.toMatchObject({ code: 'not-found' })
      await expect(
        who(api.turnHelpDown, { params: { partnerId: request.partners[0]!.id }, body: {}, ifMatch: 1 }),
      ).rejects.toMatchObject({ code: 'not-found' })
    }
    await expect(
      test.as('viewer')(api.askMorePartners, { params, body: { partners: [{ organizationId: tutors }] } }),
    ).rejects.toMatchObject({ code: 'not-permitted' })
    const onToday = async (who: Call) =>
      (await who(todayContract.getToday, { query: { kind: 'requests', limit: 100 } })).groups
        .flatMap(({ items }) => items)
        .find((item) => item.id === request.id)
    expect(await onToday(principal())).toBeUndefined()
    await test.sql(
      `with x as (update help_request_partners set due_on = current_date - 3 where help_request_id = $1)
       update help_requests set answer_due_on = current_date - 3 where id = $1`,
      [request.id],
    )
    expect(await onToday(principal())).toMatchObject({ state: 'overdue', parentId: request.school.id })
    expect(await onToday(elsewhere)).toBeUndefined()
    const late = await coordinator()(api.listHelpRequests, {
      query: { late: true, schoolId: [schools[0]!], sort: 'due' },
    })
    expect(late.items.map((item) => [item.id, item.timing, item.asked, item.willing])).toContainEqual([
      request.id,
      'overdue',
      2,
      0,
    ])
    expect(
      (await coordinator()(api.listHelpRequests, { query: { late: false } })).items.map((one) => one.id),
    ).not.toContain(request.id)
  })
})

describe('a partner answers by link', () => {
  it('sees the request and its own line, answers in part, and may change its mind until the school takes it', async () => {
    const request = await ask()
    const tess = await byLink('tess@tutors.example')
    const shown = await tess(api.readHelpRequestByLink)
    expect(shown).toMatchObject({
      schoolName: 'Alpha',
      studentsWanted: 40,
      status: 'open',
      askedByName: 'The school',
    })
    expect(JSON.stringify(shown)).not.toContain('Readers')
    const answer = (body: object) =>
      tess(api.answerHelpRequest, { body: { name: 'Tess', answer: 'yes', ...body } })
    await expect(answer({ answer: 'no' })).rejects.toMatchObject({ fields: [{ field: 'reason' }] })
    await expect(answer({ answer: 'partly' })).rejects.toMatchObject({ fields: [{ field: 'students' }] })
    await expect(answer({ students: 41 })).rejects.toMatchObject({ fields: [{ field: 'students' }] })
    await expect(
      tess(api.tellHelpProgress, { body: { name: 'Tess', step: 'started' } }),
    ).rejects.toMatchObject({
      reason: 'help-not-accepted',
    })
    expect(await answer({})).toMatchObject({ status: 'offered', answer: 'yes', students: 40 })
    expect(
      await answer({ answer: 'partly', students: 25, startsOn: '2030-01-07', note: 'Two tutors.' }),
    ).toMatchObject({
      answer: 'partly',
      students: 25,
    })
    expect(await read(request)).toMatchObject({ status: 'offered', waits: 'offered', timing: 'on_time' })
    const [news] = await mails('school@riverbend.example')
    expect(news).toMatchObject({ kind: 'helpNews', subject: expect.stringContaining('can help in part') })
    expect(news!.body).toContain(`/placing/requests/${request.id}`)
    await accept(request, tutors)
    await expect(
      (await byLink('tess@tutors.example'))(api.answerHelpRequest, { body: { name: 'Tess', answer: 'yes' } }),
    ).rejects.toMatchObject({ reason: 'help-step' })
  })

  it('is closed to the holder of a link of another purpose', async () => {
    const { call } = await test.link({ purpose: 'hours' })
    await expect(call(api.readHelpRequestByLink)).rejects.toMatchObject({ code: 'link-for-something-else' })
  })

  it('says no with a reason; when everybody has, the school is shown to ask others', async () => {
    const request = await ask()
    for (const address of ['tess@tutors.example', 'rita@readers.example'])
      await (
        await byLink(address)
      )(api.answerHelpRequest, { body: { name: 'She', answer: 'no', reason: 'no_staff' } })
    const declined = await read(request)
    expect(declined).toMatchObject({
      status: 'declined',
      waits: 'declined',
      partners: [{ declinedReason: 'no_staff' }, {}],
    })
    const again = await principal()(api.askMorePartners, {
      params: { helpRequestId: request.id },
      body: { partners: [{ organizationId: tutors }] },
    })
    expect(again).toMatchObject({ status: 'open', waits: 'answer' })
    expect(again.partners).toHaveLength(3)
    expect(await close(request, { reason: 'nobody_could' })).toMatchObject({
      status: 'declined',
      closedReason: 'nobody_could',
      partners: [{}, {}, { status: 'withdrawn' }],
    })
  })
})

describe('help that is taken', () => {
  it('becomes a service and a partnership at the school, is delivered, and closes its need', async () => {
    const request = await ask()
    const before = await verified()
    await (
      await byLink('tess@tutors.example')
    )(api.answerHelpRequest, { body: { name: 'Tess', answer: 'partly', students: 30 } })
    const line = lineOf(await read(request), tutors)
    await expect(
      principal()(api.acceptHelp, { params: { partnerId: line.id }, body: {}, ifMatch: line.version + 1 }),
    ).rejects.toMatchObject({ code: 'stale' })
    await expect(accept(request, tutors, { students: 31 })).rejects.toMatchObject({
      fields: [{ field: 'students' }],
    })
    await expect(accept(request, readers)).rejects.toMatchObject({ reason: 'help-not-offered' })
    const taken = await accept(request, tutors, { justification: 'More are needed.' })
    expect(lineOf(taken, tutors)).toMatchObject({
      status: 'accepted',
      service: { id: serviceId },
      partnership: { name: expect.any(String) },
    })
    expect(await verified()).toBe(before + 30)
    const [site] = await test.sql<{ id: string; source: string; version: number }>(
      'select id, source, version from service_sites where service_id = $1 and school_id = $2 limit 1',
      [serviceId, schools[0]],
    )
    expect(site).toMatchObject({ source: 'request' })
    // A school keeps what it was promised.
    await expect(
      coordinator()(servicesContract.changeServiceSite, {
        params: { siteId: site!.id },
        ifMatch: site!.version,
        body: { capacityMaximum: 29, capacityAvailable: 0 },
      }),
    ).rejects.toMatchObject({ fields: [{ field: 'capacityMaximum', rule: 'range' }] })
    expect((await principal()(needsContract.getNeed, { params: { needId: request.need!.id } })).status).toBe(
      'in_progress',
    )
    expect((await mails('tess@tutors.example'))[0]).toMatchObject({ kind: 'helpAccepted' })
    const tess = await byLink('tess@tutors.example')
    const tell = (body: object) =>
      tess(api.tellHelpProgress, { body: { name: 'Tess', step: 'scheduled', ...body } })
    await expect(tell({})).rejects.toMatchObject({ fields: [{ field: 'startsOn' }] })
    expect(await tell({ startsOn: '2030-01-07' })).toMatchObject({
      status: 'scheduled',
      startsOn: '2030-01-07',
    })
    expect(await tell({ step: 'started' })).toMatchObject({ status: 'started' })
    await expect(tell({ step: 'delivered' })).rejects.toMatchObject({ fields: [{ field: 'students' }] })
    await tell({ step: 'delivered', students: 28, note: 'Ten weeks.' })
    expect(await read(request)).toMatchObject({ status: 'started', waits: 'delivered' })
    const done = await close(request, { reason: 'got_it', needMet: true })
    expect(done).toMatchObject({ status: 'met', waits: null, studentsHelped: 28, needClosed: true })
    expect(done.events.map(({ kind }) => kind)).toEqual([
      'need_closed',
      'closed',
      'delivered',
      'started',
      'scheduled',
      'accepted',
      'answered_partly',
      'asked',
      'asked',
    ])
    expect(lineOf(done, readers).status).toBe('withdrawn')
    expect((await principal()(needsContract.getNeed, { params: { needId: request.need!.id } })).status).toBe(
      'met',
    )
    expect(await tess(api.readHelpRequestByLink).catch(({ code }) => code)).toBe('link-expired')
    expect(await (await byLink('tess@tutors.example'))(api.readHelpRequestByLink)).toMatchObject({
      closedReason: 'got_it',
      status: 'met',
    })
    await expect(close(request, { reason: 'got_it' })).rejects.toMatchObject({ reason: 'request-closed' })
  })

  it('that is given once leaves no service behind, and a new partner without a service gets one when it stays', async () => {
    const request = await ask()
    const rita = await byLink('rita@readers.example')
    await rita(api.answerHelpRequest, { body: { name: 'Rita', answer: 'yes', startsOn: '2030-02-04' } })
    const once = await accept(request, readers, { once: true })
    expect(lineOf(once, readers)).toMatchObject({
      status: 'scheduled',
      once: true,
      service: null,
      partnership: null,
    })
    expect(await test.sql('select from services where organization_id = $1', [readers])).toEqual([])
    const second = await ask()
    await (
      await byLink('rita@readers.example')
    )(api.answerHelpRequest, { body: { name: 'Rita', answer: 'yes' } })
    await expect(accept(second, readers)).rejects.toMatchObject({ reason: 'may-duplicate' })
    expect(
      lineOf(await accept(second, readers, { justification: 'The tutors are full.' }), readers),
    ).toMatchObject({
      service: { name: 'High-dosage tutoring' },
    })
  })

  it('and does not come is no supply any more: the partner backs out, or the school says so', async () => {
    const before = await verified()
    const request = await ask()
    for (const how of ['backs out', 'did not come'] as const) {
      const one = how === 'backs out' ? request : await ask()
      const line = lineOf(one, tutors)
      await principal()(api.answerForPartner, {
        params: { partnerId: line.id },
        body: { answer: 'yes' },
        ifMatch: line.version,
      })
      await accept(one, tutors, { justification: 'More are needed.' })
      expect(await verified()).toBe(before + 40)
      const { version } = lineOf(await read(one), tutors)
      if (how === 'backs out')
        expect(
          await principal()(api.progressForPartner, {
            params: { partnerId: line.id },
            body: { step: 'backed_out', reason: 'no_funds' },
            ifMatch: version,
          }),
        ).toMatchObject({ partners: [{ status: 'declined' }, { status: 'open' }] })
      else
        expect(await close(one, { reason: 'did_not_come' })).toMatchObject({
          status: 'expired',
          partners: [{ status: 'expired' }, {}],
        })
      expect(await verified()).toBe(before)
    }
    await expect(close(request, { reason: 'got_it' })).rejects.toMatchObject({ reason: 'no-help-came' })
  })

  it('may be turned down; who had said yes is told why', async () => {
    const request = await ask()
    await (
      await byLink('tess@tutors.example')
    )(api.answerHelpRequest, { body: { name: 'Tess', answer: 'yes' } })
    const line = lineOf(await read(request), tutors)
    const after = await principal()(api.turnHelpDown, {
      params: { partnerId: line.id },
      body: { note: 'Another partner was nearer.' },
      ifMatch: line.version,
    })
    expect(lineOf(after, tutors).status).toBe('withdrawn')
    expect((await mails('tess@tutors.example'))[0]!.body).toContain('Another partner was nearer.')
  })
})

describe('the response standard', () => {
  const upkeep = (on: string) =>
    test.services.write(district, author, (db) => remindOfHelp(db, test.services, on))
  const alone = async (more: object = {}) => {
    await test.sql("update help_request_partners set status = 'withdrawn' where status = 'open'")
    return ask({ partners: [{ organizationId: tutors }], ...more })
  }
  const remindersOf = async () =>
    (await mails('tess@tutors.example')).filter(({ kind }) => kind === 'helpReminder').length

  it('of the district says until when; a partner is reminded the working day before and once it is late', async () => {
    await test.sql(`update districts set help_answer_days = 1 where id = ${d}`)
    const request = await alone()
    const due = request.answerDueOn
    await test.sql('update help_request_partners set due_on = $2 where help_request_id = $1', [
      request.id,
      '2030-01-08',
    ])
    const [sent, had] = [await remindersOf(), (await mails('school@riverbend.example')).length]
    await upkeep('2030-01-04')
    expect(await remindersOf()).toBe(sent)
    await upkeep('2030-01-07')
    await upkeep('2030-01-08')
    expect(await remindersOf()).toBe(sent + 1)
    await upkeep('2030-01-09')
    await upkeep('2030-01-10')
    expect(await remindersOf()).toBe(sent + 2)
    expect((await mails('school@riverbend.example')).length).toBe(had + 1)
    const notices = await test.sql(
      'select kind from notifications where user_id = $1 order by id desc limit 1',
      [personOf('school')],
    )
    expect(notices).toEqual([{ kind: 'requests.late' }])
    expect(due < '2030-01-08').toBe(true)
    await test.sql(`update districts set help_answer_days = 3 where id = ${d}`)
  })

  it('leaves out the days the district is closed, and reminds nobody on them', async () => {
    await test.sql(
      `insert into closed_days (district_id, name, starts_on, ends_on) values (${d}, 'Break', current_date, current_date + 9),
        (${d}, 'Winter break', '2030-01-04', '2030-01-08')`,
    )
    const request = await alone()
    const [days] = await test.sql<{ days: number }>('select $1::date - current_date as days', [
      request.answerDueOn,
    ])
    expect(days!.days).toBeGreaterThanOrEqual(12)
    await test.sql("update help_request_partners set due_on = '2030-01-09' where help_request_id = $1", [
      request.id,
    ])
    const sent = await remindersOf()
    for (const day of ['2030-01-04', '2030-01-07', '2030-01-08']) await upkeep(day)
    expect(await remindersOf()).toBe(sent)
    await upkeep('2030-01-09')
    expect(await remindersOf()).toBe(sent + 1)
    await test.sql('delete from closed_days')
  })

  it('ends with the day the help was wanted by, and a late answer says that it was late', async () => {
    const request = await alone({ wantedBy: '2030-03-01' })
    await test.sql("update help_request_partners set due_on = '2030-02-27' where help_request_id = $1", [
      request.id,
    ])
    await upkeep('2030-03-02')
    expect(await read(request)).toMatchObject({
      status: 'expired',
      waits: 'declined',
      partners: [{ status: 'expired' }],
    })
    const second = await alone()
    await test.sql('update help_requests set answer_due_on = current_date - 5 where id = $1', [second.id])
    await (
      await byLink('tess@tutors.example')
    )(api.answerHelpRequest, { body: { name: 'Tess', answer: 'yes' } })
    expect(await read(second)).toMatchObject({ timing: 'late' })
  })

  it('is pressed by hand as well, which sends a fresh link and lets the old one go', async () => {
    const request = await alone()
    const old = await byLink('tess@tutors.example')
    const params = { partnerId: request.partners[0]!.id }
    const after = await principal()(api.remindHelpPartner, { params })
    expect(after.events[0]).toMatchObject({ kind: 'reminded', organization: { name: 'Tutor Corps' } })
    await expect(old(api.readHelpRequestByLink)).rejects.toMatchObject({ code: 'link-expired' })
    await (
      await byLink('tess@tutors.example')
    )(api.answerHelpRequest, { body: { name: 'Tess', answer: 'no', reason: 'other' } })
    await expect(principal()(api.remindHelpPartner, { params })).rejects.toMatchObject({
      reason: 'help-step',
    })
  })
})
