import { beforeAll, describe, expect, it } from 'vitest'
import { createCaller, type Call } from '@common-table/shared/contract/caller'
import { consentHolds } from '@common-table/shared/stories/consent'
import { storiesContract as api } from '@common-table/shared/stories/contract'
import type { Story, StoryChange } from '@common-table/shared/stories/schemas'
import { district, otherDistrict, sendTo, useApi } from '../../test/support/api.ts'
import { sendFile } from '../../test/support/send-file.ts'

const test = useApi()
const writer = () => test.as('coordinator')
const director = () => test.as('director')
let [organizationId, schoolId, otherSchool] = ['', '', '']

beforeAll(async () => {
  const [organization] = await test.sql<{ id: string }>(
    `insert into organizations (district_id, name) values ($1, 'Lakeside Mentors') returning id`,
    [district],
  )
  const schools = await test.sql<{ id: string }>(
    `insert into schools (district_id, code, name) values ($1, 'a', 'Ash'), ($1, 'b', 'Birch') returning id`,
    [district],
  )
  organizationId = organization!.id
  ;[schoolId, otherSchool] = schools.map(({ id }) => id) as [string, string]
})

const whole: StoryChange = {
  summary: 'Eight mentors read with fourth graders on Saturdays.',
  body: 'They came every Saturday. While they came, more children borrowed books.',
  need: 'Nobody to read with after school.',
  setting: 'weekend',
}
const begin = (more: StoryChange = {}) =>
  writer()(api.writeStory, {
    body: { title: 'Saturday mentors', organizationId, ...whole, ...more } as never,
  }) // a title is there
const at = ({ id, version }: Story) => ({ params: { storyId: id }, ifMatch: version })
const onward = (story: Story) => writer()(api.moveStory, { ...at(story), body: { to: 'review' } })
const ask = (story: Story, email = 'ana@family.example', more: object = {}) =>
  writer()(api.askConsent, {
    params: { storyId: story.id },
    body: {
      name: 'Ana Ruiz',
      relation: 'guardian',
      covers: ['quote'],
      how: 'link',
      email,
      locale: 'es',
      ...more,
    },
  })
const holder = async (email: string): Promise<Call> => {
  const [mail] = await test.sql<{ body: string }>(
    'select body from mails where to_address = $1 order by id desc limit 1',
    [email],
  )
  return createCaller(sendTo(test.app, `Link ${/\/link\/story-consent#(\S+)/.exec(mail!.body)![1]!}`))
}
const shown = async (id: string) =>
  (await test.sql('select id from shown_stories where id = $1', [id])).length > 0

describe('a story', () => {
  it('goes from the draft through consent by link and review to everybody, and is taken down the moment consent is withdrawn', async () => {
    let story = await begin({ quote: 'She reads to me now.', quoteBy: 'A mother' })
    story = await ask(story)
    story = await onward(story)
    expect(story).toMatchObject({ status: 'consent', consentHolds: false })
    await expect(director()(api.publishStory, at(story))).rejects.toMatchObject({
      reason: 'story-consent-missing',
    })
    const ana = await holder('ana@family.example')
    const asked = await ana(api.readStoryByLink)
    expect(asked).toMatchObject({
      quote: 'She reads to me now.',
      quoteBy: 'A mother',
      status: 'asked',
      shown: false,
    })
    await ana(api.answerStoryByLink, { body: { name: 'Ana Ruiz', agrees: true, validUntil: '2099-06-30' } })
    story = await director()(api.getStory, { params: { storyId: story.id } })
    expect(story).toMatchObject({
      status: 'review',
      consentHolds: true,
      consents: [{ status: 'given', answeredByName: 'Ana Ruiz', validUntil: '2099-06-30', how: 'link' }],
    })
    const notices = await test.sql('select kind, link from notifications where kind = $1', ['stories.review'])
    expect(notices).toContainEqual({ kind: 'stories.review', link: `/outcomes/stories/${story.id}` })
    await expect(writer()(api.publishStory, at(story))).rejects.toMatchObject({ code: 'not-permitted' })
    story = await director()(api.publishStory, at(story))
    expect(story.status).toBe('published')
    expect(await shown(story.id)).toBe(true)
    expect(await ana(api.answerStoryByLink, { body: { name: 'Ana Ruiz', agrees: false } })).toMatchObject({
      status: 'withdrawn',
      shown: false,
    })
    expect(await shown(story.id)).toBe(false)
    expect(await director()(api.getStory, { params: { storyId: story.id } })).toMatchObject({
      status: 'taken_back',
      takenBackBecause: 'consent',
    })
  })

  it('says what it lacks, and may not speak of causes without a comparison', async () => {
    let story = await begin({ summary: '', setting: null, body: 'The mentors caused grades to rise.' })
    await expect(onward(story)).rejects.toMatchObject({
      reason: 'story-lacks',
      fields: [{ field: 'summary' }, { field: 'setting' }],
    })
    story = await writer()(api.changeStory, {
      ...at(story),
      body: { summary: 'Mentors.', setting: 'weekend' },
    })
    story = await onward(story)
    expect(story.status).toBe('review')
    await expect(director()(api.publishStory, at(story))).rejects.toMatchObject({ reason: 'story-claims' })
    story = await director()(api.moveStory, {
      ...at(story),
      body: { to: 'draft', note: 'What was compared?' },
    })
    expect(story).toMatchObject({ status: 'draft', note: 'What was compared?' })
    story = await writer()(api.changeStory, {
      ...at(story),
      body: { evidence: 'comparison_group', evidenceSource: 'Twelve schools, 2024-25' },
    })
    story = await director()(api.publishStory, at(await onward(story)))
    expect(await shown(story.id)).toBe(true)
    await expect(writer()(api.changeStory, { ...at(story), body: { title: 'Other' } })).rejects.toMatchObject(
      { reason: 'story-not-draft' },
    )
    story = await writer()(api.takeStoryBack, { ...at(story), body: { because: 'correction' } })
    expect(await shown(story.id)).toBe(false)
  })

  it('asks again when the words change, and is not shown past the day a consent ends', async () => {
    let story = await begin({ quote: 'Good.', quoteBy: 'Sam' })
    story = await ask(story, 'sam@family.example')
    const sam = await holder('sam@family.example')
    await sam(api.answerStoryByLink, { body: { name: 'Sam', agrees: true } })
    story = await writer()(api.getStory, { params: { storyId: story.id } })
    story = await writer()(api.changeStory, { ...at(story), body: { quote: 'Very good.' } })
    expect(story.consents).toMatchObject([{ status: 'outdated' }])
    await expect(sam(api.readStoryByLink)).rejects.toMatchObject({ code: 'link-revoked' })
    story = await ask(story, '', { how: 'paper', email: undefined, validUntil: '2099-01-01' })
    story = await director()(api.publishStory, at(await onward(story)))
    expect(await shown(story.id)).toBe(true)
    await test.sql(
      `update story_consents set valid_until = '2020-01-01' where story_id = $1 and status = 'given'`,
      [story.id],
    )
    expect(await shown(story.id)).toBe(false)
    const { items } = await director()(api.listStories, { query: { status: ['published'] } })
    expect(items.find(({ id }) => id === story.id)).toMatchObject({ consentHolds: false })
    expect((await director()(api.getStory, { params: { storyId: story.id } })).publicPath).toBeNull()
  })

  it('takes a photo without what the camera wrote into it, with words for who cannot see it', async () => {
    const story = await begin()
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    const place = Buffer.from('\0\0\0\x08tEXtplace XY\0\0\0\0', 'latin1')
    const content = Buffer.concat([png.subarray(0, 33), place, png.subarray(33)])
    const params = { storyId: story.id }
    const send = (given: Buffer | string, query: object) =>
      sendFile(
        test,
        test.token('coordinator'),
        api.putPhoto,
        { name: 'p.png', content: given, type: 'image/png' },
        {
          params,
          query,
        } as never,
      ) // the queries are the test
    expect((await send(content, {})).status).toBe(400)
    expect((await send('%PDF-1.4', { alt: 'Two readers' })).body).toMatchObject({ reason: 'photo-unsafe' })
    expect((await send(content, { alt: 'Two readers' })).body).toMatchObject({
      hasPhoto: true,
      consentHolds: false,
    })
    const { rawPayload } = await test.app.inject({
      url: `/api/v1/stories/${story.id}/photo`,
      headers: { authorization: `Bearer ${test.token('viewer')}` },
    })
    expect(rawPayload.equals(png)).toBe(true)
  })

  it('belongs to its district and its school', async () => {
    const story = await begin({ schoolId })
    const params = { storyId: story.id }
    const own = test.as('school', { schools: [schoolId] })
    const other = test.as('school', { schools: [otherSchool] })
    expect((await own(api.getStory, { params })).id).toBe(story.id)
    await expect(other(api.getStory, { params })).rejects.toMatchObject({ code: 'not-found' })
    expect((await other(api.listStories, { query: { schoolId: [schoolId] } })).items).toEqual([])
    await expect(
      other(api.writeStory, { body: { title: 'Ours', organizationId, schoolId } }),
    ).rejects.toMatchObject({ fields: [{ field: 'schoolId' }] })
    await expect(
      test.as('director', { districtId: otherDistrict })(api.getStory, { params }),
    ).rejects.toMatchObject({ code: 'not-found' })
    await expect(
      writer()(api.changeStory, { params, ifMatch: story.version + 1, body: { title: 'Late' } }),
    ).rejects.toMatchObject({ code: 'stale' })
  })

  it('holds by the same rule in the database as in words', async () => {
    const story = await begin({ quote: 'Q', quoteBy: 'Q' })
    const statuses = ['asked', 'given', 'declined', 'withdrawn', 'outdated'] as const
    for (const one of statuses)
      for (const two of [null, ...statuses])
        for (const validUntil of [null, '2026-01-01', '2026-01-02']) {
          const consents = [
            { covers: ['quote' as const], status: one, validUntil },
            ...(two ? [{ covers: ['photo' as const, 'quote' as const], status: two, validUntil: null }] : []),
          ]
          await test.sql('delete from story_consents where story_id = $1', [story.id])
          for (const { covers, status, validUntil: until } of consents)
            await test.sql(
              `insert into story_consents (district_id, story_id, name, relation, covers, how, status, valid_until, answered_at)
               values ($1, $2, 'A', 'self', $3, 'paper', $4, $5, now())`,
              [district, story.id, covers, status, until],
            )
          const [row] = await test.sql<{ holds: boolean }>(
            `select story_consent_holds(s, '2026-01-02') as holds from stories s where id = $1`,
            [story.id],
          )
          const facts = { quote: 'Q', hasPhoto: false, photoOfPeople: true }
          expect([one, two, validUntil, row!.holds]).toEqual([
            one,
            two,
            validUntil,
            consentHolds(facts, consents, '2026-01-02'),
          ])
        }
  })
})

it('a story names the need it answers, whose page finds it; one of another school is not the principal’s to name', async () => {
  const [need] = await test.sql<{ id: string }>(
    `insert into needs (district_id, school_id, category_id, school_year_id, severity, source, title)
     select $1, $2, c.id, y.id, 3, 'staff', 'Nobody to read with' from categories c, school_years y
     where c.district_id = $1 and c.code = 'ac_tutor' and y.district_id = $1 order by y.starts_on desc limit 1 returning id`,
    [district, otherSchool],
  )
  const story = await begin({ schoolId: otherSchool, needId: need!.id })
  expect(story.answers).toEqual({ id: need!.id, name: 'Nobody to read with' })
  const { items } = await writer()(api.listStories, { query: { needId: need!.id } })
  expect(items.map(({ id }) => id)).toEqual([story.id])
  const principal = test.as('school', { schools: [schoolId] })
  await expect(
    principal(api.writeStory, { body: { title: 'Ours', organizationId, schoolId, needId: need!.id } }),
  ).rejects.toMatchObject({ fields: [{ field: 'needId', rule: 'reference' }] })
})
