import { notFound } from '@common-table/shared/contract/problem'
import type { helpRequestsContract } from '@common-table/shared/requests/contract'
import type { Db } from '../db/db.ts'
import { json } from '../http/answers.ts'
import type { Handlers } from '../http/mount.ts'
import { lineOf, requestForPartner } from './partner-queries.ts'
import { holdRequest } from './request-queries.ts'
import { answerLine, progressLine } from './steps.ts'
import { tellAsker } from './tell.ts'

const read = async (db: Db, lineId: string) =>
  json((await requestForPartner(db, lineId)) ?? notFound('help request'))

const heldByLink = async (db: Db, lineId: string) => {
  const { requestId } = (await lineOf(db, lineId)) ?? notFound('help request')
  const request = (await holdRequest(db, null, requestId))! // its line names it
  return { request, line: (await lineOf(db, lineId))! } // it was there a moment ago
}

/** What a partner does by its link, without an account. */
export const helpLinkHandlers: Pick<
  Handlers<typeof helpRequestsContract>,
  'readHelpRequestByLink' | 'answerHelpRequest' | 'tellHelpProgress'
> = {
  readHelpRequestByLink: ({ db, actor }) => read(db, actor.link.subjectId),

  answerHelpRequest: async ({ db, services, actor, body: { name, ...said } }) => {
    const { request, line } = await heldByLink(db, actor.link.subjectId)
    const word = await answerLine(db, request, line, said, name)
    await tellAsker(db, services, request, line, word, said.note)
    return read(db, line.id)
  },

  tellHelpProgress: async ({ db, services, actor, body: { name, ...told } }) => {
    const { request, line } = await heldByLink(db, actor.link.subjectId)
    const word = await progressLine(db, request, line, told, name)
    await tellAsker(db, services, request, line, word, told.note)
    return read(db, line.id)
  },
}
