import { beforeAll, describe, expect, it } from 'vitest'
import { mailContract } from '@common-table/shared/mail/contract'
import { notificationsContract } from '@common-table/shared/notifications/contract'
import { visionContract as api } from '@common-table/shared/vision/contract'
import { partnerVisionContract as link } from '@common-table/shared/vision/partner-contract'
import type { VisionDraft } from '@common-table/shared/vision/schemas'
import { createCaller } from '@common-table/shared/contract/caller'
import { district, id, otherDistrict, personOf, sendTo, useApi } from '../../test/support/api.ts'

const [organization, partnership, school, contact, goal, metric] = [31, 51, 41, 61, 71, 81].map(id) as [
  string,
  string,
  string,
  string,
  string,
  string,
]

describe('the shared vision', () => {
  const test = useApi()
  const coordinator = () => test.as('coordinator')
  const params = { partnershipId: partnership }

  const aDraft: VisionDraft = {
    statement: 'Every student at Lincoln reads with joy.',
    goals: [{ priorityId: goal, words: 'By third grade' }],
    districtExpectations: ['Tutors come every Tuesday and Thursday'],
    partnerExpectations: ['A quiet room, and a teacher who knows the plan'],
    processes: ['The two leads talk every other week'],
    outcomes: [
      {
        what: 'More students read on grade level',
        metricId: metric,
        measure: 'Fall and spring',
        target: '60 %',
      },
    ],
  }

  beforeAll(async () => {
    await test.sql("insert into organizations (district_id, id, name) values ($1, $2, 'Harvest Table')", [
      district,
      organization,
    ])
    await test.sql("insert into schools (district_id, id, code, name) values ($1, $2, '041', 'Lincoln')", [
      district,
      school,
    ])
    await test.sql(
      "insert into contacts (district_id, id, organization_id, name, email, is_primary) values ($1, $2, $3, 'Ana Núñez', 'ana@harvest.example', true)",
      [district, contact, organization],
    )
    await test.sql(
      "insert into priorities (district_id, id, title) values ($1, $2, 'Reading by third grade')",
      [district, goal],
    )
    await test.sql(
      `insert into metrics (district_id, id, code, name, family, unit, direction) values ($1, $2, 'reading_on_grade', 'Reading on grade level', 'grades', 'percent', 'higher_is_better')`,
      [district, metric],
    )
    await test.sql(
      "insert into partnerships (district_id, id, organization_id, name, lead_user_id) values ($1, $2, $3, 'Reading together', $4)",
      [district, partnership, organization, personOf('coordinator')],
    )
    await test.sql('insert into partnership_schools values ($1, $2, $3)', [district, partnership, school])
  })

  /** The partner, holding the link that was mailed last. */
  const partner = async () => {
    const { items } = await test.as('admin')(mailContract.listMails, { query: {} })
    const mail = items.find(
      ({ toAddress, subject }) => toAddress === 'ana@harvest.example' && subject.includes('vision'),
    )
    const { body } = await test.as('admin')(mailContract.getMail, { params: { mailId: mail!.id } })
    return createCaller(sendTo(test.app, `Link ${/\/link\/vision#(\S+)/.exec(body)![1]}`))
  }
  const now = () => coordinator()(api.getVision, { params })

  it('begins empty, and is written down part by part', async () => {
    expect(await now()).toMatchObject({
      standing: 'empty',
      version: 0,
      versions: [],
      draft: { statement: '' },
    })
    const written = await coordinator()(api.writeVision, {
      params,
      body: { ...aDraft, outcomes: [] },
      ifMatch: 0,
    })
    expect(written).toMatchObject({ standing: 'draft', version: 1, draftDiffers: true })
  })

  it('is not put before both sides while a part of it is missing', async () => {
    const { version } = await now()
    await expect(
      coordinator()(api.proposeVision, { params, body: {}, ifMatch: version }),
    ).rejects.toMatchObject({ code: 'step-not-possible', fields: [{ field: 'outcomes', rule: 'required' }] })
    expect((await now()).versions).toEqual([])
  })

  it('takes goals from the priorities of this district, and outcomes from its metrics, only', async () => {
    const { version } = await now()
    await expect(
      coordinator()(api.writeVision, {
        params,
        body: { ...aDraft, goals: [{ priorityId: id(799), words: '' }] },
        ifMatch: version,
      }),
    ).rejects.toMatchObject({ code: 'invalid-input', fields: [{ field: 'goals.0.priorityId' }] })
    await expect(
      coordinator()(api.writeVision, {
        params,
        body: { ...aDraft, outcomes: [{ ...aDraft.outcomes[0]!, metricId: id(799) }] },
        ifMatch: version,
      }),
    ).rejects.toMatchObject({ fields: [{ field: 'outcomes.0.metricId' }] })
  })

  it('refuses the second of two people who write at once, and shows what stands there now', async () => {
    const { version } = await now()
    await coordinator()(api.writeVision, { params, body: aDraft, ifMatch: version })
    await expect(
      test.as('director')(api.writeVision, {
        params,
        body: { ...aDraft, statement: 'Mine' },
        ifMatch: version,
      }),
    ).rejects.toMatchObject({ code: 'stale', current: { draft: { statement: aDraft.statement } } })
    await expect(
      test.as('director')(api.writeVision, { params, body: aDraft, ifMatch: 0 }),
    ).rejects.toMatchObject({ code: 'stale' })
  })

  it('is proposed as a version that keeps the names of its goals and metrics, and goes to the partner by link', async () => {
    const { version } = await now()
    const proposed = await coordinator()(api.proposeVision, {
      params,
      body: { note: 'As we talked on Monday', contactId: contact },
      ifMatch: version,
    })
    expect(proposed).toMatchObject({
      standing: 'proposed',
      waitingFor: ['district', 'partner'],
      draftDiffers: false,
      versions: [
        {
          number: 1,
          note: 'As we talked on Monday',
          proposedBy: 'The coordinator',
          content: {
            goals: [{ title: 'Reading by third grade' }],
            outcomes: [{ metricName: 'Reading on grade level' }],
          },
        },
      ],
    })
    await test.sql("update priorities set title = 'Something else' where id = $1", [goal])
    expect((await now()).versions[0]!.content.goals[0]!.title).toBe('Reading by third grade')
    await expect(
      coordinator()(api.proposeVision, { params, body: {}, ifMatch: proposed.version }),
    ).rejects.toMatchObject({ code: 'step-not-possible', fields: [{ field: 'draft', rule: 'same' }] })
  })

  it('is confirmed by the district, and by the partner through the link, who may ask for a change first', async () => {
    const ana = await partner()
    expect(await ana(link.readVisionByLink)).toMatchObject({
      partnershipName: 'Reading together',
      current: { number: 1, content: { statement: aDraft.statement } },
      previous: null,
      waitingFor: ['district', 'partner'],
    })
    await ana(link.wishForVision, {
      body: { number: 1, name: 'Ana Núñez', comment: 'Thursday does not work.' },
    })
    expect((await now()).versions[0]!.answers).toMatchObject([
      { side: 'partner', answer: 'change_asked', comment: 'Thursday does not work.' },
    ])
    await ana(link.confirmVisionByLink, { body: { number: 1, name: 'Ana Núñez', title: 'Director' } })
    expect(await now()).toMatchObject({ standing: 'proposed', waitingFor: ['district'], agreedNumber: null })
    const agreed = await coordinator()(api.confirmVision, {
      params,
      body: { number: 1, name: 'The coordinator' },
    })
    expect(agreed).toMatchObject({ standing: 'agreed', waitingFor: [], agreedNumber: 1 })
    expect(agreed.reconfirmBy! > agreed.agreedOn!).toBe(true)
    await expect(
      ana(link.confirmVisionByLink, { body: { number: 1, name: 'Ana Núñez' } }),
    ).rejects.toMatchObject({ code: 'link-used' })
    const { items } = await coordinator()(notificationsContract.listNotifications)
    expect(items.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['vision.confirmed', 'vision.wish']))
  })

  it('is agreed only when both said yes to the same, newest version', async () => {
    const { version } = await now()
    const changed = await coordinator()(api.writeVision, {
      params,
      body: { ...aDraft, statement: 'Every student at Lincoln reads and writes with joy.' },
      ifMatch: version,
    })
    expect(changed).toMatchObject({ standing: 'agreed', draftDiffers: true })
    await coordinator()(api.proposeVision, { params, body: { contactId: contact }, ifMatch: changed.version })
    expect(await now()).toMatchObject({ standing: 'proposed', agreedNumber: 1 })
    const ana = await partner()
    expect(await ana(link.readVisionByLink)).toMatchObject({
      current: { number: 2 },
      previous: { number: 1 },
    })
    await expect(
      ana(link.confirmVisionByLink, { body: { number: 1, name: 'Ana Núñez' } }),
    ).rejects.toMatchObject({ code: 'stale', fields: [{ field: 'number' }], current: { number: 2 } })
    await ana(link.confirmVisionByLink, { body: { number: 2, name: 'Ana Núñez' } })
    await coordinator()(api.confirmVision, { params, body: { number: 2, name: 'The coordinator' } })
    const { versions, ...state } = await now()
    expect(state).toMatchObject({ standing: 'agreed', agreedNumber: 2 })
    expect(versions.map(({ number }) => number)).toEqual([2, 1])
  })

  it('is confirmed again every year: the partner is asked by a new link, and may not be asked before', async () => {
    await expect(
      coordinator()(api.askPartnerAboutVision, { params, body: { contactId: contact } }),
    ).rejects.toMatchObject({ code: 'step-not-possible' })
    await test.sql("update vision_answers set answered_at = answered_at - interval '11 months'")
    expect(await now()).toMatchObject({ standing: 'reconfirm', waitingFor: ['district', 'partner'] })
    await test.sql("update vision_answers set answered_at = answered_at - interval '3 months'")
    expect(await now()).toMatchObject({ standing: 'lapsed' })
    await coordinator()(api.askPartnerAboutVision, { params, body: { contactId: contact } })
    const ana = await partner()
    await ana(link.confirmVisionByLink, { body: { number: 2, name: 'Ana Núñez' } })
    expect(await now()).toMatchObject({ standing: 'lapsed', waitingFor: ['district'] })
    await coordinator()(api.confirmVision, { params, body: { number: 2, name: 'The coordinator' } })
    expect(await now()).toMatchObject({ standing: 'agreed', waitingFor: [] })
  })

  it('keeps versions and answers as they are, whoever asks the database', async () => {
    const author = { kind: 'system', id: null, name: 'test', requestId: null } as const
    for (const change of [
      'update vision_versions set note = note',
      'delete from vision_versions',
      "update vision_answers set answer = 'confirmed'",
      'delete from vision_answers',
    ])
      await expect(
        test.services.write(district, author, (db) => db.run({ name: '', text: change })),
      ).rejects.toThrow(/permission denied/)
  })

  it('is read by a principal of its school, and by nobody of another school or district', async () => {
    const own = test.as('school', { schools: [school] })
    expect(await own(api.getVision, { params })).toMatchObject({ agreedNumber: 2 })
    await expect(own(api.writeVision, { params, body: aDraft, ifMatch: 1 })).rejects.toMatchObject({
      code: 'not-permitted',
    })
    for (const stranger of [
      test.as('school', { schools: [id(42)] }),
      test.as('director', { districtId: otherDistrict }),
    ])
      await expect(stranger(api.getVision, { params })).rejects.toMatchObject({ code: 'not-found' })
    await expect(
      test.as('director', { districtId: otherDistrict })(api.writeVision, {
        params,
        body: aDraft,
        ifMatch: 0,
      }),
    ).rejects.toMatchObject({ code: 'not-found' })
  })

  it('asks nobody without an address', async () => {
    await test.sql("update contacts set email = '' where id = $1", [contact])
    const { version } = await coordinator()(api.writeVision, {
      params,
      body: { ...aDraft, statement: 'Another one' },
      ifMatch: (await now()).version,
    })
    await expect(
      coordinator()(api.proposeVision, { params, body: { contactId: contact }, ifMatch: version }),
    ).rejects.toMatchObject({ code: 'invalid-input', fields: [{ field: 'contactId' }] })
    expect((await now()).versions).toHaveLength(2)
  })
})
