import { notFound } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import type { censusContract } from '@common-table/shared/rounds/census-contract'
import type { Db } from '../db/db.ts'
import type { Actor } from '../http/actor.ts'
import { json } from '../http/answers.ts'
import type { Handlers } from '../http/mount.ts'
import { stale } from '../http/stale.ts'
import { checkOpen } from './open-reply.ts'
import { keepDraft, latestReplyOfPartner, replyById, type HeldReply } from './reply-queries.ts'
import { censusForm, sendCensus } from './send-census.ts'

type PartnerReply = HeldReply & { organizationId: string }
const ofPartner = (reply: HeldReply | undefined): PartnerReply =>
  reply?.organizationId ? { ...reply, organizationId: reply.organizationId } : notFound('census')

const replyOf = async (db: Db, organizationId: string): Promise<PartnerReply> => {
  const reply = await latestReplyOfPartner(db, organizationId)
  if (!reply) throw refusal('no-census')
  return ofPartner(reply)
}
const replyOfLink = async (db: Db, { link }: Actor): Promise<PartnerReply> =>
  ofPartner(link ? await replyById(db, link.subjectId) : undefined)

const show = async (db: Db, reply: PartnerReply) => {
  const form = await censusForm(db, reply.id)
  return json(JSON.stringify(form), form.version)
}

export const censusHandlers: Handlers<typeof censusContract> = {
  getCensus: async ({ db, params }) => show(db, await replyOf(db, params.organizationId)),

  sendCensus: async ({ db, author, params, body, ifMatch }) =>
    sendCensus(db, await replyOf(db, params.organizationId), body, ifMatch, author.name),

  getCensusByLink: async ({ db, actor }) => show(db, await replyOfLink(db, actor)),

  keepCensusDraftByLink: async ({ db, actor, body, ifMatch }) => {
    const reply = await replyOfLink(db, actor)
    await checkOpen(reply, ifMatch, () => censusForm(db, reply.id))
    const kept = await keepDraft(db, reply.id, ifMatch, body)
    return kept
      ? json(JSON.stringify(kept), kept.version)
      : stale(JSON.stringify(await censusForm(db, reply.id)))
  },

  sendCensusByLink: async ({ db, actor, body, ifMatch }) =>
    sendCensus(db, await replyOfLink(db, actor), body, ifMatch, actor.name),
}
