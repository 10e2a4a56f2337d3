import { notFound } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import type { helpRequestsContract } from '@common-table/shared/requests/contract'
import { isLive } from '@common-table/shared/requests/lifecycle'
import type { Db } from '../db/db.ts'
import { json } from '../http/answers.ts'
import { listAnswer } from '../http/list-answer.ts'
import type { Context, Handlers } from '../http/mount.ts'
import { stale } from '../http/stale.ts'
import { acceptLine, turnLineDown } from './accept.ts'
import { askPartners } from './ask.ts'
import { closeWith } from './close.ts'
import { helpLinkHandlers } from './link-handlers.ts'
import { askedFor } from './new-request.ts'
import { lineOf, markReminded, type Line } from './partner-queries.ts'
import { holdRequest, requestList, requestOf, type Scope } from './request-queries.ts'
import { answerDueOn, insertRequest, writeDown } from './write-queries.ts'
import { answerLine, progressLine } from './steps.ts'
import { suggestedPartners } from './suggest.ts'
import { writePartner } from './tell.ts'

const theRequest = async (db: Db, scope: Scope, id: string) => {
  const { request, version } = (await requestOf(db, scope, id)) ?? notFound('help request')
  return json(request, version)
}
const held = async (db: Db, scope: Scope, id: string) =>
  (await holdRequest(db, scope, id)) ?? notFound('help request')

/** A partner's line with its request, both as they are while nobody else can change them. */
const heldLine = async (
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  partnerId: string,
  ifMatch?: number,
) => {
  const known = (await lineOf(db, partnerId)) ?? notFound('partner of a help request')
  const request = await held(db, actor.schoolIds, known.requestId)
  const line: Line = (await lineOf(db, partnerId))! // it was there a moment ago, and nothing removes it
  if (ifMatch !== undefined && line.version !== ifMatch)
    return stale((await requestOf(db, actor.schoolIds, request.id))!.request) // it is held
  return { request, line }
}

export const helpRequestsHandlers: Handlers<typeof helpRequestsContract> = {
  listHelpRequests: async ({ db, actor, query, page }) =>
    listAnswer(await requestList(db, actor.schoolIds, query, page.after), page),

  suggestPartners: async ({ db, actor, query }) => ({
    items: await suggestedPartners(db, actor.schoolIds, query),
  }),

  askForHelp: async ({ db, services, actor, author, body: { partners, ...body } }) => {
    const asked = await askedFor(db, actor.schoolIds, body)
    const dueOn = await answerDueOn(db)
    const by = { id: author.kind === 'user' ? author.id : null, name: author.name }
    const id = await insertRequest(db, asked, dueOn, by)
    await askPartners(db, services, await held(db, actor.schoolIds, id), partners, author)
    return theRequest(db, actor.schoolIds, id)
  },

  getHelpRequest: ({ db, actor, params }) => theRequest(db, actor.schoolIds, params.helpRequestId),

  askMorePartners: async ({ db, services, actor, author, params: { helpRequestId }, body }) => {
    const request = await held(db, actor.schoolIds, helpRequestId)
    if (request.closed) throw refusal('request-closed')
    await askPartners(db, services, request, body.partners, author)
    return theRequest(db, actor.schoolIds, helpRequestId)
  },

  closeHelpRequest: async ({ db, services, actor, author, params: { helpRequestId }, body, ifMatch }) => {
    const request = await held(db, actor.schoolIds, helpRequestId)
    if (request.version !== ifMatch)
      return stale((await requestOf(db, actor.schoolIds, helpRequestId))!.request) // it is held
    await closeWith(db, services, request, body, author)
    return theRequest(db, actor.schoolIds, helpRequestId)
  },

  answerForPartner: async (context) => {
    const { db, actor, author, params, body, ifMatch } = context
    const { request, line } = await heldLine(context, params.partnerId, ifMatch)
    await answerLine(db, request, line, body, author.name)
    return theRequest(db, actor.schoolIds, request.id)
  },

  acceptHelp: async (context) => {
    const { db, services, actor, author, params, body, ifMatch } = context
    const { request, line } = await heldLine(context, params.partnerId, ifMatch)
    await acceptLine(db, services, request, line, body, author)
    return theRequest(db, actor.schoolIds, request.id)
  },

  turnHelpDown: async (context) => {
    const { db, services, actor, author, params, body, ifMatch } = context
    const { request, line } = await heldLine(context, params.partnerId, ifMatch)
    await turnLineDown(db, services, request, line, body.note ?? '', author)
    return theRequest(db, actor.schoolIds, request.id)
  },

  progressForPartner: async (context) => {
    const { db, actor, author, params, body, ifMatch } = context
    const { request, line } = await heldLine(context, params.partnerId, ifMatch)
    await progressLine(db, request, line, body, author.name)
    return theRequest(db, actor.schoolIds, request.id)
  },

  remindHelpPartner: async (context) => {
    const { db, services, actor, author, params } = context
    const { request, line } = await heldLine(context, params.partnerId)
    if (request.closed) throw refusal('request-closed')
    if (!isLive(line.status)) throw refusal('help-step')
    await writePartner(
      db,
      services,
      request,
      line,
      line.status === 'open' ? 'helpReminder' : 'helpAccepted',
      author,
    )
    await markReminded(db, line.id, 0)
    await writeDown(db, request.id, {
      kind: 'reminded',
      by: author.name,
      organizationId: line.organizationId,
    })
    return theRequest(db, actor.schoolIds, request.id)
  },

  ...helpLinkHandlers,
}
