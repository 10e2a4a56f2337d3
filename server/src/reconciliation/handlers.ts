import { notFound } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import { mayAskSchool } from '@common-table/shared/reconciliation/acts'
import type { reconciliationContract } from '@common-table/shared/reconciliation/contract'
import type { MismatchListed, PartnerQuestion } from '@common-table/shared/reconciliation/schemas'
import type { Db } from '../db/db.ts'
import { json } from '../http/answers.ts'
import { listAnswer } from '../http/list-answer.ts'
import type { Handlers } from '../http/mount.ts'
import { stale } from '../http/stale.ts'
import { mailLink } from '../links/index.ts'
import { principalOf } from '../schools/index.ts'
import { markAsked, tellHistory } from './act-queries.ts'
import { compareSides } from './compare.ts'
import { mismatchList, mismatchOf } from './list-queries.ts'
import { takeDown } from './queries.ts'
import { settle, takeBack } from './settle.ts'

const theRow = async (db: Db, scope: readonly string[] | null, id: string) =>
  (await mismatchOf(db, scope, id)) ?? notFound('difference')

const answer = async (db: Db, id: string, done = true) => {
  const { row, mismatch } = await theRow(db, null, id)
  return done ? json(row, mismatch.version) : stale(row)
}

const question = ({ school, organization, service, says, programs }: MismatchListed): PartnerQuestion => ({
  schoolName: school.name,
  partnerName: organization?.name ?? '',
  programs: service
    ? [service.name]
    : programs
        .filter(({ id }) => (says.partner?.services ?? says.record?.services)?.includes(id))
        .map(({ name }) => name),
  partnerSays: says.partner?.present ?? null,
  schoolSays: says.school?.present ?? null,
})

export const reconciliationHandlers: Handlers<typeof reconciliationContract> = {
  listMismatches: async ({ db, actor, query, page }) =>
    listAnswer(await mismatchList(db, actor.schoolIds, query, page.after), page),

  getMismatch: async ({ db, actor, params }) => {
    const { row, mismatch } = await theRow(db, actor.schoolIds, params.mismatchId)
    return json(row, mismatch.version)
  },

  settleMismatch: async ({ db, actor, author, params: { mismatchId }, body, ifMatch }) => {
    const { mismatch } = await theRow(db, actor.schoolIds, mismatchId)
    const done = mismatch.version === ifMatch && (await settle(db, mismatch, body, ifMatch, author.name))
    return answer(db, mismatchId, done)
  },

  undoSettlement: async ({ db, actor, author, params: { mismatchId }, ifMatch }) => {
    const { mismatch } = await theRow(db, actor.schoolIds, mismatchId)
    const done = mismatch.version === ifMatch && (await takeBack(db, mismatch, ifMatch, author.name))
    return answer(db, mismatchId, done)
  },

  askSchoolAboutPartner: async ({ db, services, actor, author, params: { mismatchId } }) => {
    const { mismatch } = await theRow(db, actor.schoolIds, mismatchId)
    if (mismatch.status !== 'open') throw refusal('mismatch-settled')
    if (!mayAskSchool({ kind: mismatch.kind, organizationId: mismatch.organization?.id ?? null }))
      throw refusal('mismatch-act')
    const to = await principalOf(db, mismatch.school.id)
    if (!to) throw refusal('no-principal-address')
    await mailLink(db, services, {
      purpose: 'confirm-partner',
      subject: { table: 'mismatches', id: mismatchId },
      schoolId: mismatch.school.id,
      to,
      author,
    })
    await markAsked(db, mismatchId)
    await tellHistory(db, mismatchId, 'asked', author.name, { note: to.name })
    return answer(db, mismatchId)
  },

  compareAll: async ({ db, author }) => ({ open: await compareSides(db, {}, author.name) }),

  readPartnerQuestion: async ({ db, actor }) =>
    question((await theRow(db, null, actor.link.subjectId)).mismatch),

  answerPartnerQuestion: async ({ db, actor, body: { present } }) => {
    const { mismatch } = await theRow(db, null, actor.link.subjectId)
    const { school, organization } = mismatch
    await tellHistory(db, mismatch.id, 'answered', actor.name, { note: present })
    if (present !== 'unsure' && organization) {
      const said = { schoolId: school.id, organizationId: organization.id, present: present === 'yes' }
      await takeDown(db, 'school', null, actor.name, [said])
      await compareSides(db, { schoolId: school.id, organizationId: organization.id }, actor.name)
    }
    return question((await theRow(db, null, mismatch.id)).mismatch)
  },
}
