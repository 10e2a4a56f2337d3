import { createServer, type Server, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mailContract as api } from '@common-table/shared/mail/contract'
import { usersContract as users } from '@common-table/shared/people/users-contract'
import { otherDistrict, useApi } from '../../test/support/api.ts'
import { startWorkers } from '../workers.ts'

/** A mail server that takes everything, or refuses its first message; enough of RFC 5321 for one client. */
const sink = () => {
  const received: string[] = []
  const state = { refuse: 0 }
  const talk = (socket: Socket): void => {
    let lines = ''
    let body: string | undefined
    socket.on('error', () => {})
    socket.write('220 sink\r\n')
    socket.on('data', (chunk) => {
      lines += chunk.toString()
      for (let end = lines.indexOf('\r\n'); end >= 0; end = lines.indexOf('\r\n')) {
        const line = lines.slice(0, end)
        lines = lines.slice(end + 2)
        if (body !== undefined) {
          if (line !== '.') body += `${line}\n`
          else {
            if (state.refuse-- > 0) socket.write('451 later\r\n')
            else {
              received.push(body)
              socket.write('250 taken\r\n')
            }
            body = undefined
          }
        } else if (line === 'DATA') {
          body = ''
          socket.write('354 go\r\n')
        } else if (line === 'QUIT') socket.end('221 bye\r\n')
        else socket.write('250 fine\r\n')
      }
    })
  }
  const server: Server = createServer(talk)
  return { server, received, state }
}

const post = sink()
const port = await new Promise<number>((resolve) => {
  post.server.listen(0, '127.0.0.1', () => resolve((post.server.address() as { port: number }).port)) // a listening TCP server has a port
})
afterAll(() => post.server.close())

const until = async <T>(look: () => Promise<T | undefined> | T | undefined): Promise<T> => {
  for (let tries = 0; tries < 200; tries++) {
    const found = await look()
    if (found !== undefined) return found
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('It did not happen within 20 seconds.')
}

describe('mail with a mail server', () => {
  const test = useApi({
    env: {
      SMTP_URL: `smtp://127.0.0.1:${port}`,
      PUBLIC_URL: 'https://table.example',
      MAIL_FROM: 'Common Table <table@riverbend.example>',
    },
  })
  beforeAll(() => startWorkers(test.services))

  const settled = (address: string, status: string) =>
    until(async () => {
      const { items } = await test.as('admin')(api.listMails, { query: {} })
      return items.find((mail) => mail.toAddress === address && mail.status === status)
    })

  it('arrives with a whole link, once, and its secret is wiped here', async () => {
    await test.as('admin')(users.inviteUser, {
      body: { email: 'ana@riverbend.example', name: 'Ana “A” Núñez', role: 'viewer' },
    })
    const { id } = await settled('ana@riverbend.example', 'sent')
    expect(post.received).toHaveLength(1)
    const text = post.received[0]!.replaceAll('=\n', '').replaceAll('=3D', '=')
    expect(text).toContain('https://table.example/invitation#')
    expect(text).toMatch(new RegExp(`Message-ID: <${id}@riverbend.example>`, 'i'))
    expect(text).toContain('From: Common Table <table@riverbend.example>')
    expect(await test.as('admin')(api.getMail, { params: { mailId: id } })).toMatchObject({
      body: '',
      attempts: 1,
    })
  }, 30_000)

  it('waits for a mail server that refuses, is marked, and can be sent again under the same id', async () => {
    post.state.refuse = 1
    await test.as('admin')(users.inviteUser, {
      body: { email: 'ben@riverbend.example', name: 'Ben', role: 'viewer' },
    })
    const refused = await until(async () => {
      const { items } = await test.as('admin')(api.listMails, { query: { status: 'queued' } })
      return items.find((mail) => mail.toAddress === 'ben@riverbend.example' && mail.error)
    })
    expect(refused).toMatchObject({ attempts: 1, error: expect.stringContaining('451') })
    await test.sql("update mails set status = 'failed' where id = $1", [refused.id])
    await test.as('admin')(api.sendMailAgain, { params: { mailId: refused.id } })
    await settled('ben@riverbend.example', 'sent')
    expect(post.received.filter((text) => text.includes(`<${refused.id}@`))).toHaveLength(1)
  }, 30_000)
})

describe('mail without a mail server', () => {
  const test = useApi()

  it('stays in the outbox, where administrators of this district read it', async () => {
    await test.as('admin')(users.inviteUser, {
      body: { email: 'cai@riverbend.example', name: 'Cai', role: 'viewer' },
    })
    const { items } = await test.as('admin')(api.listMails, { query: {} })
    expect(items).toMatchObject([
      { status: 'kept', subject: 'You are invited to Riverbend Schools on Common Table' },
    ])
    const params = { mailId: items[0]!.id }
    expect((await test.as('admin')(api.getMail, { params })).body).toContain(
      'http://127.0.0.1:4310/invitation#',
    )
    await expect(test.as('admin')(api.sendMailAgain, { params })).rejects.toMatchObject({
      code: 'step-not-possible',
    })
    await expect(test.as('director')(api.listMails, { query: {} })).rejects.toMatchObject({
      code: 'not-permitted',
    })
    await expect(
      test.as('admin', { districtId: otherDistrict })(api.getMail, { params }),
    ).rejects.toMatchObject({ code: 'not-found' })
  })

  it('never lets a name add a line to the subject', async () => {
    await test.as('admin')(users.inviteUser, {
      body: { email: 'dee@riverbend.example', name: 'Dee\r\nBcc: everyone@example.org', role: 'viewer' },
    })
    const [mail] = (await test.as('admin')(api.listMails, { query: {} })).items
    expect(mail?.subject).not.toContain('\n')
  })
})
