import { gunzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { districtContract } from '@common-table/shared/district/contract'
import { organizationsContract } from '@common-table/shared/organizations/contract'
import { publicSiteContract } from '@common-table/shared/site/contract'
import { toolkitContract } from '@common-table/shared/toolkit/contract'
import { storiesContract } from '@common-table/shared/stories/contract'
import { district, otherDistrict, useApi } from '../../test/support/api.ts'
import { openForm } from '../pipeline/index.ts'

const test = useApi({ env: { RATE_LIMIT_FACTOR: '1' } })
const admin = () => test.as('admin')
const organizations: Record<string, string> = {}
let category = ''

const get = (url: string, headers: Record<string, string> = {}) => test.app.inject({ url, headers })
const page = async (path = '', lang = 'en') => (await get(`/public/lakeside/${lang}${path}`)).body
const set = async (body: object) => {
  const { version } = await admin()(districtContract.getDistrict)
  return admin()(districtContract.changeDistrict, { ifMatch: version, body })
}

beforeAll(async () => {
  ;({ id: category } = (
    await test.sql<{ id: string }>(
      `select id from categories where district_id = $1 and code = 'ac_literacy'`,
      [district],
    )
  )[0]!)
  for (const name of ['Reading Friends', 'Secret Society', 'Ríos & Sons <b>']) {
    const made = await admin()(organizationsContract.addOrganization, {
      body: { name, phone: '(718) 555-0199', description: 'Internal words' },
    })
    organizations[name] = made.id
    await test.sql(
      `insert into services (district_id, organization_id, name, category_id, tier) values ($1, $2, $3, $4, 1), ($1, $2, $5, $4, 1)`,
      [district, made.id, `Reading by ${name}`, category, `Hidden plan of ${name}`],
    )
  }
  await test.sql(
    `insert into contacts (district_id, organization_id, name, email, is_primary) values ($1, $2, 'Private Person', 'private@reading.example', true)`,
    [district, organizations['Reading Friends']],
  )
})

const list = async (name: string, more: object = {}) => {
  const params = { organizationId: organizations[name]! }
  const { services } = await admin()(publicSiteContract.getPublicListing, { params })
  return admin()(publicSiteContract.changePublicListing, {
    params,
    body: {
      listed: true,
      description: `${name} reads with children.`,
      descriptionEs: '',
      contactName: '',
      email: '',
      phone: '',
      website: '',
      languages: ['en', 'es'],
      serviceIds: services.filter((one) => one.name.startsWith('Reading')).map(({ id }) => id),
      ...more,
    },
  })
}

describe('the public pages', () => {
  it('are not there until the district turns them on under a word of its own', async () => {
    expect((await get('/public/lakeside/en')).statusCode).toBe(404)
    await expect(set({ publicSite: true })).rejects.toMatchObject({ fields: [{ field: 'publicSlug' }] })
    await set({ publicSite: true, publicSlug: 'lakeside' })
    const { statusCode, headers, body } = await get('/public/lakeside/en')
    expect([statusCode, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
    expect(body).toMatch(
      /<html lang="en">.*<title>[^<]+<\/title>.*<meta name="description" content="[^"]{20,}"/s,
    )
    expect(body).toContain('<link rel="canonical" href="http://')
    expect(body).toContain('hreflang="es"')
    expect(body).not.toContain('<script')
    expect((await get('/public/lakeside', { 'accept-language': 'es-MX' })).headers.location).toBe(
      '/public/lakeside/es',
    )
    expect(await page('', 'es')).toContain('<html lang="es">')
    expect((await get('/public/lakeside/en/nothing')).statusCode).toBe(404)
    expect((await get('/public/lakeside/en/results')).statusCode).toBe(404)
  })

  it('show of a partner only what was written for everybody', async () => {
    await list('Reading Friends')
    const { publicPath } = await list('Ríos & Sons <b>', { email: 'hello@rios.example' })
    const directory = await page('/partners')
    expect(directory).toContain('2 partners found')
    expect(directory).toContain('Ríos &amp; Sons &lt;b&gt;')
    expect(directory).not.toContain('Secret Society')
    const card = await page(`/partners/${organizations['Reading Friends']}`)
    expect(card).toContain('Reading by Reading Friends')
    for (const secret of ['Private', 'private@', '555-0199', 'Internal words', 'Hidden plan'])
      expect(card + directory).not.toContain(secret)
    expect((await get(publicPath!)).body).toContain('mailto:hello@rios.example')
    expect((await get(`/public/lakeside/en/partners/${organizations['Secret Society']}`)).statusCode).toBe(
      404,
    )
  })

  it('are searched by words, kind of help and language', async () => {
    const found = async (query: string) => /(\d+) partners? found/.exec(await page(`/partners?${query}`))![1]
    expect(await found('q=rios')).toBe('1')
    expect(await found('q=reading+children')).toBe('2')
    expect(await found('q=zebra')).toBe('0')
    expect(await found(`category=${category}`)).toBe('2')
    expect(await found('language=fr')).toBe('0')
    expect(await found('category=nonsense&page=-3')).toBe('2')
    expect(await page('/partners?q=%22%3E%3Cb%3E')).toContain('value="&quot;&gt;&lt;b&gt;"')
  })

  it('tell a story from its publication until it is taken back, in the reader’s language where there is one', async () => {
    const call = test.as('director')
    let story = await call(storiesContract.writeStory, {
      body: {
        title: 'Books on Fridays',
        titleEs: 'Libros los viernes',
        organizationId: organizations['Reading Friends']!,
        summary: 'Sixty books a week.',
        body: 'First.\n\nThen.',
        need: 'Books at home.',
        setting: 'in_school',
      },
    })
    const at = () => ({ params: { storyId: story.id }, ifMatch: story.version })
    story = await call(storiesContract.moveStory, { ...at(), body: { to: 'review' } })
    expect(await page('/stories')).not.toContain('Books on Fridays')
    story = await call(storiesContract.publishStory, at())
    const { body } = await get(story.publicPath!)
    expect(body).toContain('<p>First.</p><p>Then.</p>')
    expect(body).toContain('<meta name="description" content="Sixty books a week."')
    const spanish = (await get(story.publicPath!.replace('/en/', '/es/'))).body
    expect(spanish).toContain('Libros los viernes')
    expect(spanish).toContain('<span lang="en">Sixty books a week.</span>')
    await call(storiesContract.takeStoryBack, { ...at(), body: { because: 'partner' } })
    expect((await get(story.publicPath!)).statusCode).toBe(404)
  })

  it('are told apart in a line, sent small, and known to search engines', async () => {
    const first = await get('/public/lakeside/en/partners', { 'accept-encoding': 'gzip' })
    expect(gunzipSync(first.rawPayload).toString()).toContain('Reading Friends')
    const etag = String(first.headers.etag)
    expect((await get('/public/lakeside/en/partners', { 'if-none-match': etag })).statusCode).toBe(304)
    const style = /href="([^"]+style\.css[^"]+)"/.exec(await page())![1]!
    const sheet = await get(style, { 'accept-encoding': 'gzip' })
    expect(sheet.headers['cache-control']).toContain('immutable')
    expect(first.rawPayload.length + sheet.rawPayload.length).toBeLessThan(8_000)
    expect((await get('/robots.txt')).body).toContain('Sitemap: http')
    const map = (await get('/sitemap.xml')).body
    expect(map).toContain(`/public/lakeside/es/partners/${organizations['Reading Friends']}</loc>`)
    expect(map).not.toContain('/results')
    expect(map).not.toContain(organizations['Secret Society'])
  })

  it('show figures of published releases once the district allows it, and no school', async () => {
    await set({ publicResults: true })
    expect(await page('/results')).toContain('No figures are published yet.')
    await test.sql(
      `insert into student_groups (district_id, code, name) values ($1, 'english_learners', 'English learners') on conflict do nothing`,
      [district],
    )
    const shown = { value: 91.2, n: 800, suppressed: false }
    const hidden = {
      value: null,
      n: null,
      suppressed: true,
      reason: 'small_n',
      label: 'withheld',
      bound: null,
    }
    await test.sql(
      `with r as (insert into releases (district_id, title, status, threshold, rules, made_by_name, published_at)
          values ($1, 'Autumn report', 'published', 10, 2, 'T', '2026-10-01') returning id),
        t as (insert into release_tables (district_id, release_id, metric_id, period_id)
          select $1, r.id, m.id, p.id from r, (select id from metrics where district_id = $1 and code = 'attendance_rate') m,
            (select id from periods where district_id = $1 and kind = 'year' order by starts_on desc limit 1) p returning *)
        insert into release_figures (district_id, release_id, metric_id, period_id, school_id, school_name, cells, method)
        select district_id, release_id, metric_id, period_id, s.id, s.name, $2::json, 'sum' from t,
          (values (null::uuid, null), (gen_random_uuid(), 'Birch School')) s (id, name)`,
      [district, JSON.stringify({ all: shown, english_learners: hidden })],
    )
    const results = (await page('/results')).replaceAll(/\s+/g, ' ')
    expect(results).toContain('91.2%')
    expect(results).toContain('<td>not shown, to protect students</td>')
    expect(results).toContain('From “Autumn report”, published on October 1, 2026')
    expect(results).not.toContain('Birch')
    expect(results).toContain('<summary>How was this computed?</summary>')
    expect(results).toMatch(/rule of small numbers, version \d/)
    expect(await page()).toContain('/public/lakeside/en/results')
  })

  const send = (fields: Record<string, string>, remoteAddress = '10.0.0.1') =>
    test.app.inject({
      method: 'POST',
      url: '/public/lakeside/en/offer',
      remoteAddress,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(fields).toString(),
    })
  const offer = (more: Record<string, string> = {}) => ({
    token: openForm(test.services, district, new Date(Date.now() - 60_000)),
    organizationName: 'Cedar Gardeners',
    contactName: 'Wren',
    contactEmail: 'wren@cedar.example',
    message: 'We would plant a garden.',
    ...more,
  })

  it('take an offer without a script to the desk, keep a trap’s apart, and say what is wrong without losing a word', async () => {
    const wrong = await send(offer({ contactEmail: 'nowhere', students: 'many' }))
    expect(wrong.statusCode).toBe(400)
    expect(wrong.body).toContain('aria-describedby="contactEmail-error" aria-invalid="true"')
    expect(wrong.body).toContain('We would plant a garden.')
    expect((await send(offer({ categoryIds: category, students: '40' }))).body).toContain(
      'wren@cedar.example',
    )
    expect(
      (await send(offer({ companyUrl: 'https://spam.example', contactEmail: 'bot@spam.example' })))
        .statusCode,
    ).toBe(200)
    expect((await send(offer({ token: 'made up' }))).body).toContain('open for too long')
    expect(
      await test.sql('select contact_email, status, students, source, category_ids from offers order by id'),
    ).toEqual([
      {
        contact_email: 'wren@cedar.example',
        status: 'new',
        students: 40,
        source: 'form',
        category_ids: [category],
      },
      {
        contact_email: 'bot@spam.example',
        status: 'suspected',
        students: null,
        source: 'form',
        category_ids: [],
      },
    ])
  })

  it('let nobody flood the form, and never show another district', async () => {
    const codes: number[] = []
    for (let n = 0; n < 22; n++) codes.push((await send({ token: 'x' }, '10.0.0.2')).statusCode)
    expect([codes.at(0), codes.at(-1)]).toEqual([400, 429])
    const { headers, body } = await send({ token: 'x' }, '10.0.0.2')
    expect([headers['content-type'], Number(headers['retry-after']) > 0]).toEqual([
      'text/html; charset=utf-8',
      true,
    ])
    expect(body).toContain('Too many offers came from here')
    await test.sql(`update districts set public_site = true, public_slug = 'elsewhere' where id = $1`, [
      otherDistrict,
    ])
    expect((await get('/public/elsewhere/en/partners')).body).not.toContain('Reading Friends')
    expect((await get(`/public/elsewhere/en/partners/${organizations['Reading Friends']}`)).statusCode).toBe(
      404,
    )
    expect((await get('/public/')).statusCode).toBe(404)
    await set({ publicSite: false })
    expect((await get('/public/lakeside/en/partners')).statusCode).toBe(404)
    expect((await get('/public/')).headers.location).toBe('/public/elsewhere/en')
  })

  it('share what the toolkit marks public, and nothing else of it', async () => {
    await set({ publicSite: true })
    expect((await get('/public/lakeside/en/toolkit')).statusCode).toBe(404)
    const add = (title: string, isPublic: boolean) =>
      admin()(toolkitContract.addResource, {
        body: { kind: 'guide', title, body: 'First words.\n\nMore <b>words</b>.', isPublic },
      })
    const [open, closed] = [await add('For everybody', true), await add('For the office', false)]
    expect(await page('/toolkit')).toContain('For everybody')
    expect(await page('/toolkit')).not.toContain('For the office')
    expect(await page(`/toolkit/${open.id}`)).toContain('More &lt;b&gt;words&lt;/b&gt;.')
    for (const path of [`/toolkit/${closed.id}`, `/toolkit/${closed.id}/file`, `/toolkit/${open.id}/file`])
      expect([path, (await get(`/public/lakeside/en${path}`)).statusCode]).toEqual([path, 404])
    await set({ publicSite: false })
  })

  it('list every partner in force at once, with services and no contact', async () => {
    await test.sql(
      `insert into partnerships (district_id, organization_id, name, stage) values ($1, $2, 'Secret work', 'active')`,
      [district, organizations['Secret Society']],
    )
    await expect(test.as('coordinator')(publicSiteContract.listPartnersInForce)).rejects.toMatchObject({
      code: 'not-permitted',
    })
    expect(await admin()(publicSiteContract.getPublicSite)).toMatchObject({
      publicPath: null,
      unlisted: 1,
      partners: 2,
    })
    expect(await admin()(publicSiteContract.listPartnersInForce)).toMatchObject({ unlisted: 0, partners: 3 })
    const { email, services } = await admin()(publicSiteContract.getPublicListing, {
      params: { organizationId: organizations['Secret Society']! },
    })
    expect([email, services.every(({ shown }) => shown)]).toEqual(['', true])
  })
})
