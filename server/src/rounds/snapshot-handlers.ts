import { notFound } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import type { snapshotContract } from '@common-table/shared/rounds/snapshot-contract'
import type { SnapshotAnswers } from '@common-table/shared/rounds/snapshot-schemas'
import type { Db } from '../db/db.ts'
import type { Actor } from '../http/actor.ts'
import { json } from '../http/answers.ts'
import type { Handlers } from '../http/mount.ts'
import { stale } from '../http/stale.ts'
import { checkOpen } from './open-reply.ts'
import { keepDraft, latestReplyOfSchool, replyById, type HeldReply } from './reply-queries.ts'
import { sendSnapshot } from './send-snapshot.ts'
import { snapshotForm } from './snapshot-form.ts'

type SchoolReply = HeldReply & { schoolId: string }
const ofSchool = (reply: HeldReply | undefined): SchoolReply =>
  reply?.schoolId ? { ...reply, schoolId: reply.schoolId } : notFound('snapshot')

const replyOf = async (db: Db, { schoolIds }: Actor, schoolId: string): Promise<SchoolReply> => {
  if (schoolIds && !schoolIds.includes(schoolId)) notFound('school')
  const reply = await latestReplyOfSchool(db, schoolId)
  if (!reply) throw refusal('no-snapshot')
  return ofSchool(reply)
}
const replyOfLink = async (db: Db, { link }: Actor): Promise<SchoolReply> =>
  ofSchool(link ? await replyById(db, link.subjectId) : undefined)

const show = async (db: Db, reply: SchoolReply) => {
  const form = await snapshotForm(db, reply.id)
  return json(JSON.stringify(form), form.version)
}
const draft = async (db: Db, reply: SchoolReply, body: SnapshotAnswers, ifMatch: number) => {
  await checkOpen(reply, ifMatch, () => snapshotForm(db, reply.id))
  const kept = await keepDraft(db, reply.id, ifMatch, body)
  return kept
    ? json(JSON.stringify(kept), kept.version)
    : stale(JSON.stringify(await snapshotForm(db, reply.id)))
}

export const snapshotHandlers: Handlers<typeof snapshotContract> = {
  getSnapshot: async ({ db, actor, params }) => show(db, await replyOf(db, actor, params.schoolId)),

  keepSnapshotDraft: async ({ db, actor, params, body, ifMatch }) =>
    draft(db, await replyOf(db, actor, params.schoolId), body, ifMatch),

  sendSnapshot: async ({ db, actor, author, params, body, ifMatch, now }) => {
    const by = {
      id: author.kind === 'user' ? author.id : null,
      name: author.name,
      usualSource: actor.role === 'school' ? ('principal' as const) : ('staff' as const),
    }
    return sendSnapshot(db, await replyOf(db, actor, params.schoolId), body, ifMatch, by, now)
  },

  getSnapshotByLink: async ({ db, actor }) => show(db, await replyOfLink(db, actor)),

  keepSnapshotDraftByLink: async ({ db, actor, body, ifMatch }) =>
    draft(db, await replyOfLink(db, actor), body, ifMatch),

  sendSnapshotByLink: async ({ db, actor, body, ifMatch, now }) =>
    sendSnapshot(
      db,
      await replyOfLink(db, actor),
      body,
      ifMatch,
      { id: null, name: actor.name, usualSource: 'principal' },
      now,
    ),
}
