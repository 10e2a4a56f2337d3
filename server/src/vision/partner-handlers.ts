import type { partnerVisionContract } from '@common-table/shared/vision/partner-contract'
import { notFound } from '@common-table/shared/contract/problem'
import type { VisionForPartner } from '@common-table/shared/vision/schemas'
import type { Db } from '../db/db.ts'
import type { Handlers } from '../http/mount.ts'
import { notify } from '../notifications/index.ts'
import { newestAsShown } from './handlers.ts'
import { insertAnswer, partnershipOfVision, visionRow, type VisionRow } from './queries.ts'
import { stateOf } from './view.ts'

const visionOfLink = async (db: Db, visionId: string): Promise<VisionRow> => {
  const partnershipId = await partnershipOfVision(db, visionId)
  return (partnershipId && (await visionRow(db, null, partnershipId))) || notFound('vision')
}

const forPartner = (row: VisionRow): VisionForPartner => {
  const [current] = row.versions
  if (!current) return notFound('version of the vision')
  const { standing, waitingFor, reconfirmBy } = stateOf(row)
  const previous = row.versions.find(
    ({ number, answers }) =>
      number < current.number &&
      answers.some(({ side, answer }) => side === 'partner' && answer === 'confirmed'),
  )
  return {
    partnershipName: row.partnershipName,
    current,
    previous: previous ?? null,
    standing,
    waitingFor: [...waitingFor],
    reconfirmBy,
  }
}

/** Tells who leads the partnership, or the directors where nobody does. */
const tellLead = (db: Db, row: VisionRow, word: 'confirmed' | 'wish', name: string) =>
  notify(
    db,
    row.leadUserId ? { userIds: [row.leadUserId] } : { roles: ['director'] },
    `vision.${word}`,
    { name, partnership: row.partnershipName },
    `/partnerships/${row.partnershipId}?part=vision`,
  )

export const partnerVisionHandlers: Handlers<typeof partnerVisionContract> = {
  readVisionByLink: async ({ db, actor }) => forPartner(await visionOfLink(db, actor.link.subjectId)),

  confirmVisionByLink: async ({ db, actor, body }) => {
    const vision = await visionOfLink(db, actor.link.subjectId)
    await insertAnswer(db, newestAsShown(vision, body.number), {
      side: 'partner',
      answer: 'confirmed',
      name: body.name,
      title: body.title ?? '',
      comment: '',
    })
    await tellLead(db, vision, 'confirmed', body.name)
    return forPartner(await visionOfLink(db, actor.link.subjectId))
  },

  wishForVision: async ({ db, actor, body }) => {
    const vision = await visionOfLink(db, actor.link.subjectId)
    await insertAnswer(db, newestAsShown(vision, body.number), {
      side: 'partner',
      answer: 'change_asked',
      name: body.name,
      title: '',
      comment: body.comment,
    })
    await tellLead(db, vision, 'wish', body.name)
    return forPartner(await visionOfLink(db, actor.link.subjectId))
  },
}
