import { describe, expect, it } from 'vitest'
import * as Type from 'typebox'
import { createCaller } from '@common-table/shared/contract/caller'
import { Closed } from '@common-table/shared/contract/fields'
import { ProblemError } from '@common-table/shared/contract/problem'
import { defineContract } from '@common-table/shared/contract/route'
import { partnerLinksContract as api } from '@common-table/shared/links/contract'
import { mailContract } from '@common-table/shared/mail/contract'
import { mount, type Handlers } from '../http/mount.ts'
import { sendTo, district, otherDistrict, personOf, useApi } from '../../test/support/api.ts'
import { mailLink, revokeLinks, type LinkRequest } from './index.ts'

const author = {
  kind: 'user',
  id: personOf('coordinator'),
  name: 'The coordinator',
  requestId: null,
} as const

/** What a feature writes to be open to the holder of a link. */
const giftContract = defineContract({
  readGift: {
    method: 'GET',
    path: '/gift',
    access: { link: 'vision' },
    summary: 'What the link is about',
    response: Type.Object({ subject: Type.String(), name: Type.String() }),
  },
  acceptGift: {
    method: 'POST',
    path: '/gift/acceptance',
    access: { link: 'vision', spends: true },
    summary: 'Accept, once',
    body: Closed({ words: Type.String() }),
    response: Type.Object({ accepted: Type.String() }),
  },
})
const giftHandlers: Handlers<typeof giftContract> = {
  readGift: ({ actor }) => ({ subject: actor.link.subjectId, name: actor.link.name }),
  acceptGift: async ({ db, actor, body }) => {
    if (body.words === 'fail') throw new ProblemError('step-not-possible', 'Not so.')
    await db.run({ name: '', text: `update organizations set description = $2 where id = $1` }, [
      actor.link.organizationId,
      body.words,
    ])
    return { accepted: body.words }
  },
}

describe('links without login', () => {
  const test = useApi({
    prepare: (app, services) =>
      app.register(async (scope) => mount(scope, giftContract, giftHandlers, services), {
        prefix: '/api/v1',
      }),
  })
  const mails = async (address: string) => {
    const { items } = await test.as('admin')(mailContract.listMails, { query: {} })
    return items.filter((mail) => mail.toAddress === address)
  }
  const tokenIn = async (mailId: string) => {
    const { body } = await test.as('admin')(mailContract.getMail, { params: { mailId } })
    return /\/link\/[a-z-]+#(\S+)/.exec(body)![1]!
  }
  const mailed = async (email: string, more: Partial<LinkRequest> = {}) => {
    const { organizationId } = await test.link({ purpose: 'hours' })
    const request = {
      purpose: 'vision',
      subject: { table: 'organizations', id: organizationId },
      organizationId,
      to: { name: 'Ana', email },
      author,
      ...more,
    } as const
    const made = await test.services.write(district, author, (db) => mailLink(db, test.services, request))
    return { ...made, organizationId, token: made.path.split('#')[1]! }
  }
  const holding = (token: string) => createCaller(sendTo(test.app, `Link ${token}`))
  const listed = (organizationId: string) =>
    test.as('coordinator')(api.listLinks, { query: { organizationId } })

  it('arrive by mail, say whose they are, and count their last use', async () => {
    const { token, organizationId } = await mailed('ana@harvest.example')
    const [mail] = await mails('ana@harvest.example')
    expect(mail?.subject).toBe('Riverbend Schools asks you to read and confirm our shared vision')
    expect(await tokenIn(mail!.id)).toBe(token)
    expect(await holding(token)(api.openLink)).toMatchObject({
      purpose: 'vision',
      name: 'Ana',
      organizationName: 'Harvest Table',
      district: { name: 'Riverbend Schools', hasLogo: false },
    })
    expect((await listed(organizationId)).items[0]).toMatchObject({
      purpose: 'vision',
      state: 'open',
      email: 'ana@harvest.example',
      useCount: 1,
      lastUsedAt: expect.any(String),
      createdBy: 'The coordinator',
    })
    const [row] = await test.sql<{ token_hash: string }>('select token_hash from links where email = $1', [
      'ana@harvest.example',
    ])
    expect(row!.token_hash).not.toContain(token.split('.')[1])
    expect(
      JSON.stringify(await test.sql("select changes from audit_log where table_name = 'links'")),
    ).not.toContain(row!.token_hash)
  })

  it('give the handler their subject, are spent with the act, and repeat the same answer for the same key', async () => {
    const { token, id, organizationId } = await mailed('bo@harvest.example')
    const partner = holding(token)
    expect(await partner(giftContract.readGift)).toEqual({ subject: organizationId, name: 'Ana' })
    const accept = (words: string, idempotencyKey?: string) =>
      partner(giftContract.acceptGift, { body: { words } }, idempotencyKey ? { idempotencyKey } : {})
    await expect(accept('fail')).rejects.toMatchObject({ code: 'step-not-possible' })
    const [first, second] = await Promise.allSettled([accept('yes', 'one'), accept('no', 'two')])
    expect([first.status, second.status].sort()).toEqual(['fulfilled', 'rejected'])
    const [winner, key, loser] = first.status === 'fulfilled' ? ['yes', 'one', second] : ['no', 'two', first]
    expect((loser as PromiseRejectedResult).reason).toMatchObject({ code: 'link-used' })
    expect(await accept(winner, key)).toEqual({ accepted: winner })
    await expect(accept('again')).rejects.toMatchObject({ code: 'link-used', current: { state: 'used' } })
    await expect(partner(giftContract.readGift)).rejects.toMatchObject({ code: 'link-used' })
    const audited = await test.sql(
      "select actor_kind, actor_id, actor_name from audit_log where table_name = 'organizations' and action = 'update' and record_id = $1",
      [organizationId],
    )
    expect(audited).toEqual([{ actor_kind: 'link', actor_id: id, actor_name: 'Ana' }])
  })

  it('are replaced by a newer one for the same record and address, and by no other', async () => {
    const first = await mailed('cy@harvest.example')
    const subject = { table: 'organizations', id: first.organizationId }
    const { organizationId } = first
    await mailed('dee@harvest.example', { subject, organizationId })
    await mailed('CY@harvest.example', { subject, organizationId })
    await expect(holding(first.token)(api.openLink)).rejects.toMatchObject({ code: 'link-expired' })
    expect((await listed(organizationId)).items.map(({ state }) => state)).toEqual([
      'open',
      'open',
      'replaced',
      'open',
    ])
  })

  it('that expired are asked for again by their own page, as long as the address is still the contact’s', async () => {
    const { organizationId } = await test.link({ purpose: 'hours' })
    const [contact] = await test.sql<{ id: string }>(
      "insert into contacts (district_id, organization_id, name, email, language) values ($1, $2, 'Eva', 'eva@harvest.example', 'es') returning id",
      [district, organizationId],
    )
    const old = await mailed('eva@harvest.example', {
      organizationId,
      to: { name: 'Eva', email: 'eva@harvest.example', contactId: contact!.id },
    })
    const ask = (token: string) => test.anonymous(api.askForNewLink, { body: { token } })
    await ask(old.token)
    expect(await mails('eva@harvest.example')).toHaveLength(1)
    await test.sql("update links set expires_at = now() - interval '1 day' where id = $1", [old.id])
    await ask(old.token)
    const [fresh] = await mails('eva@harvest.example')
    expect(fresh?.subject).toBe('Riverbend Schools le pide leer y confirmar nuestra visión compartida')
    await expect(holding(await tokenIn(fresh!.id))(api.openLink)).resolves.toMatchObject({ locale: 'es' })
    await test.sql("update contacts set email = 'new@harvest.example' where id = $1", [contact!.id])
    await ask(old.token)
    await ask(`${district}.${'A'.repeat(43)}`)
    await ask('nothing')
    expect(await mails('eva@harvest.example')).toHaveLength(2)
    expect(await mails('new@harvest.example')).toEqual([])
  })

  it('are never mailed more than five times in an hour', async () => {
    const old = await mailed('flo@harvest.example')
    await test.sql("update links set expires_at = now() - interval '1 day' where id = $1", [old.id])
    for (let n = 0; n < 7; n++) await test.anonymous(api.askForNewLink, { body: { token: old.token } })
    expect(await mails('flo@harvest.example')).toHaveLength(5)
  })

  it('are withdrawn and sent again by staff of this district only', async () => {
    const { id: linkId, token, organizationId } = await mailed('gus@harvest.example')
    const coordinator = test.as('coordinator')
    const elsewhere = test.as('coordinator', { districtId: otherDistrict })
    for (const route of [api.getLink, api.revokeLink, api.sendLinkAgain])
      await expect(elsewhere(route, { params: { linkId } })).rejects.toMatchObject({ code: 'not-found' })
    expect((await elsewhere(api.listLinks, { query: { organizationId } })).items).toEqual([])
    expect(await coordinator(api.revokeLink, { params: { linkId } })).toMatchObject({ state: 'revoked' })
    await expect(holding(token)(api.openLink)).rejects.toMatchObject({
      code: 'link-revoked',
      current: { districtName: 'Riverbend Schools', purpose: 'vision' },
    })
    await test.anonymous(api.askForNewLink, { body: { token } })
    expect(await mails('gus@harvest.example')).toHaveLength(1)
    const again = await coordinator(api.sendLinkAgain, { params: { linkId } })
    expect(again).toMatchObject({ state: 'open', email: 'gus@harvest.example' })
    expect(await mails('gus@harvest.example')).toHaveLength(2)
    expect(
      (await coordinator(api.listLinks, { query: { organizationId, purpose: 'vision', state: 'open' } }))
        .items,
    ).toEqual([again])
  })

  it('whose act is done are neither withdrawn nor sent again', async () => {
    const { id: linkId, token } = await mailed('hal@harvest.example')
    await holding(token)(giftContract.acceptGift, { body: { words: 'yes' } })
    for (const route of [api.revokeLink, api.sendLinkAgain])
      await expect(test.as('director')(route, { params: { linkId } })).rejects.toMatchObject({
        code: 'step-not-possible',
      })
  })

  it('of one record end together when the record asks for it', async () => {
    const { token, organizationId } = await mailed('ida@harvest.example')
    await test.services.write(district, author, (db) => revokeLinks(db, organizationId, 'vision'))
    await expect(holding(token)(giftContract.readGift)).rejects.toMatchObject({ code: 'link-revoked' })
  })

  it('of another district are not known under this one', async () => {
    const { token } = await test.link({ purpose: 'vision' })
    const foreign = token.replace(`Link ${district}`, otherDistrict)
    await expect(holding(foreign)(api.openLink)).rejects.toMatchObject({ code: 'link-needed' })
  })
})

describe('guessing links', () => {
  const test = useApi({ env: { RATE_LIMIT_FACTOR: '1' } })

  it('is stopped before the database is asked', async () => {
    const answers = new Set<number>()
    for (let n = 0; n < 245; n++) {
      const { statusCode } = await test.app.inject({
        method: 'POST',
        url: '/api/v1/link',
        headers: { authorization: `Link ${district}.${String(n).padStart(43, 'A')}` },
      })
      answers.add(statusCode)
    }
    expect([...answers]).toEqual([401, 429])
  })
})
