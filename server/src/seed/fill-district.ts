import type { FastifyInstance } from 'fastify'
import { createCaller, type Call, type Send } from '@common-table/shared/contract/caller'
import { statement } from '../db/statement.ts'
import type { Services } from '../http/services.ts'
import { publishAll } from '../outcomes/index.ts'
import { checkWaiting } from '../releases/index.ts'
import { chanceFrom } from './chance.ts'
import { seeds, type Seed } from './seeds.ts'

const administrator = statement<{ id: string; name: string; filled: boolean }>(
  `select u.id, u.name, d.demo_filled_at is not null as filled from users u join districts d on d.id = u.district_id
   where u.district_id = app_district() and u.role = 'admin' and u.status = 'active' order by u.id limit 1`,
)
const filled = statement('update districts set demo_filled_at = now() where id = app_district()')

export interface Filling {
  http: FastifyInstance
  services: Services
  districtId: string
  schools: number
  today: string
  /** Some of the seeds; all of them unless said. */
  seeds?: readonly Seed[]
  log: (line: string) => void
}

/** JSON as it is; a form with a file as a browser packs it. */
const asSent = async (body: unknown, headers: Record<string, string>) => {
  if (!(body instanceof FormData)) return { headers, ...(body !== undefined && { payload: body as object }) }
  const packed = new Response(body)
  return {
    headers: { ...headers, 'content-type': packed.headers.get('content-type') ?? '' },
    payload: Buffer.from(await packed.arrayBuffer()),
  }
}

/** The API in this process, signed in as the district's administrator: a seed passes every check a person would. */
const callAs = ({ http, services, districtId }: Filling, { id, name }: { id: string; name: string }) => {
  const send: Send = async ({ method, url, body, headers }) => {
    // A token of its own for every call: filling a large district takes longer than one lives.
    const token = services.signAccess({
      sub: id,
      did: districtId,
      kind: 'user',
      name,
      role: 'admin',
      sid: null,
      own: true,
    })
    const answer = await http.inject({
      method,
      url,
      ...(await asSent(body, { ...headers, authorization: `Bearer ${token}` })),
    })
    return { status: answer.statusCode, body: answer.body === '' ? undefined : answer.json() }
  }
  return createCaller(send)
}

const addressOf = (token: string): string => `127.${[...Buffer.from(token).subarray(0, 3)].join('.')}`

/** The API in this process as a partner sees it who came by a link. */
const callByLink =
  ({ http }: Filling) =>
  (token: string): Call =>
    createCaller(async ({ method, url, body, headers }) => {
      const answer = await http.inject({
        // Every partner sits somewhere else: links are counted by address.
        remoteAddress: addressOf(token),
        method,
        url,
        ...(body !== undefined && { payload: body as object }),
        headers: { ...headers, authorization: `Link ${token}` },
      })
      return { status: answer.statusCode, body: answer.body === '' ? undefined : answer.json() }
    })

/** Fills the fictional district with records. Begun again after a cut-off, it goes on where it stopped. */
export const fillDistrict = async (filling: Filling): Promise<void> => {
  const person = await filling.services.read(filling.districtId).one(administrator)
  if (!person) return
  const call = callAs(filling, person)
  const holding = callByLink(filling)
  const { schools, today } = filling
  for (const seed of filling.seeds ?? seeds) {
    // What is computed from a large district's figures does not wait for them to be screened.
    await publishAll(filling.services, filling.districtId)
    await checkWaiting(filling.services, filling.districtId)
    await seed({ call, holding, chance: chanceFrom(2024), schools, today })
  }
  await filling.services.write(
    filling.districtId,
    { kind: 'system', id: null, name: 'seed', requestId: null },
    (db) => db.run(filled),
  )
  filling.log(`Filled it with fictional records of ${schools} schools.`)
}

/** Fills it on the first start only: what a person removed later stays removed. */
export const fillOnce = async (filling: Filling): Promise<void> => {
  const person = await filling.services.read(filling.districtId).one(administrator)
  if (person && !person.filled) await fillDistrict(filling)
}
