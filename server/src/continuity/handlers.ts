import type { continuityContract } from '@common-table/shared/continuity/contract'
import { stagesAtWork } from '@common-table/shared/continuity/roles'
import { fieldProblem, notFound } from '@common-table/shared/contract/problem'
import type { Db } from '../db/db.ts'
import { json } from '../http/answers.ts'
import { listAnswer } from '../http/list-answer.ts'
import type { Handlers } from '../http/mount.ts'
import { stale } from '../http/stale.ts'
import { packOf } from './departure-queries.ts'
import { departureList, gapList } from './gap-queries.ts'
import { holdersOf, holdingsRow, staffItems, updateHolders, updateLiaisons, type Scope } from './queries.ts'
import { recordDeparture } from './record-departure.ts'
import { refuseLeadless } from './still-holds.ts'

const theHolders = async (db: Db, scope: Scope, partnershipId: string) =>
  (await holdersOf(db, scope, partnershipId)) ?? notFound('partnership')
const thePack = async (db: Db, scope: Scope, departureId: string) =>
  json((await packOf(db, scope, departureId)) ?? notFound('change of people'))

export const continuityHandlers: Handlers<typeof continuityContract> = {
  getHolders: async ({ db, actor, params }) => {
    const { stage: _, ...holders } = await theHolders(db, actor.schoolIds, params.partnershipId)
    return holders
  },

  changeHolders: async ({ db, params: { partnershipId }, body, ifMatch }) => {
    const now = await theHolders(db, null, partnershipId)
    const known = (field: keyof typeof body, options: readonly { id: string }[], id: unknown) => {
      if (typeof id === 'string' && !options.some((one) => one.id === id))
        throw fieldProblem(field, 'Choose an active person of this side.', 'reference')
    }
    known('leadUserId', now.people, body.leadUserId)
    known('backupUserId', now.people, body.backupUserId)
    known('partnerLeadId', now.contacts, body.partnerLeadId)
    known('partnerBackupId', now.contacts, body.partnerBackupId)
    for (const { userId } of body.liaisons ?? []) known('liaisons', now.people, userId)
    if (body.liaisons?.some(({ schoolId }) => !now.schools.some((school) => school.id === schoolId)))
      throw fieldProblem('liaisons', 'One of these schools is not of this partnership.', 'reference')
    if (stagesAtWork.includes(now.stage)) refuseLeadless(now, body)
    const after = (id: string | null | undefined, before: { id: string } | null) =>
      id === undefined ? before?.id : (id ?? undefined)
    const differ = (field: keyof typeof body, first: string | undefined, second: string | undefined) => {
      if (first && first === second)
        throw fieldProblem(field, 'The backup is another person than the lead.', 'same')
    }
    differ('backupUserId', after(body.leadUserId, now.lead), after(body.backupUserId, now.backup))
    differ(
      'partnerBackupId',
      after(body.partnerLeadId, now.partnerLead),
      after(body.partnerBackupId, now.partnerBackup),
    )
    const { stage: _, ...shown } = now
    if (!(await updateHolders(db, partnershipId, ifMatch, body))) return stale(JSON.stringify(shown))
    if (body.liaisons) await updateLiaisons(db, partnershipId, body.liaisons)
    const { stage: __, ...changed } = await theHolders(db, null, partnershipId)
    return changed
  },

  listOwnerGaps: async ({ db, query, page }) => {
    const { limit = 50, role } = query
    return listAnswer(await gapList(db, { filters: { role }, sort: 'name', after: page.after, limit }), page)
  },

  getHoldings: async ({ db, query }) => {
    const personId = query.userId ?? query.contactId
    if (!personId || (query.userId && query.contactId))
      throw fieldProblem('userId', 'Name one person: of the district or of a partner.', 'one')
    const row = await holdingsRow(db, query.userId ? 'user' : 'contact', personId)
    const { person, candidates, items } = row ?? notFound('person')
    return { person, candidates, items }
  },

  listHolderCandidates: async ({ db }) => json(`{"items":${await staffItems(db)}}`),

  recordDeparture: async ({ db, body, author }) => thePack(db, null, await recordDeparture(db, body, author)),

  listDepartures: async ({ db, query, page }) =>
    listAnswer(
      await departureList(db, {
        filters: {},
        sort: 'day',
        descending: true,
        after: page.after,
        limit: query.limit ?? 50,
      }),
      page,
    ),

  getDeparture: ({ db, actor, params }) => thePack(db, actor.schoolIds, params.departureId),
}
