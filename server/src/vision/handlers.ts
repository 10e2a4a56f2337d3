import type { visionContract } from '@common-table/shared/vision/contract'
import { fieldProblem, notFound } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import { visionGaps } from '@common-table/shared/vision/gaps'
import type { VisionContent, VisionDraft } from '@common-table/shared/vision/schemas'
import type { Db } from '../db/db.ts'
import type { Author } from '../db/transactions.ts'
import type { Handlers } from '../http/mount.ts'
import type { Services } from '../http/services.ts'
import { stale } from '../http/stale.ts'
import { mailLink, recipientOf } from '../links/index.ts'
import {
  holdVision,
  insertAnswer,
  insertVersion,
  namesIn,
  visionRow,
  writeDraft,
  type VisionRow,
} from './queries.ts'
import { stateOf, viewOf } from './view.ts'

const theVision = async (
  db: Db,
  scope: readonly string[] | null,
  partnershipId: string,
): Promise<VisionRow> => (await visionRow(db, scope, partnershipId)) ?? notFound('partnership')

const answerOf = async (db: Db, partnershipId: string) => viewOf(await theVision(db, null, partnershipId))

/** The draft with the names its goals and metrics have today; refused where one of them is gone. */
const named = async (db: Db, draft: VisionDraft): Promise<VisionContent> => {
  const { priorities, metrics } = await namesIn(db, draft)
  return {
    ...draft,
    goals: draft.goals.map((goal, at) => ({
      ...goal,
      title:
        priorities[goal.priorityId] ??
        gone(`goals.${at}.priorityId`, 'This priority does not exist in your district. Choose another.'),
    })),
    outcomes: draft.outcomes.map((outcome, at) => ({
      ...outcome,
      metricName:
        outcome.metricId === null
          ? null
          : (metrics[outcome.metricId] ??
            gone(`outcomes.${at}.metricId`, 'This metric does not exist in your district. Choose another.')),
    })),
  }
}
const gone = (field: string, message: string): never => {
  throw fieldProblem(field, message, 'reference')
}

const askPartner = async (
  db: Db,
  services: Services,
  vision: VisionRow,
  contactId: string | undefined,
  author: Author,
): Promise<void> => {
  const to = await recipientOf(db, vision.organizationId, contactId)
  if (!to)
    throw fieldProblem(
      'contactId',
      'This person has no e-mail address here, and the link goes by e-mail. Add the address, or choose someone else.',
      'address',
    )
  await mailLink(db, services, {
    purpose: 'vision',
    subject: { table: 'visions', id: vision.id! }, // a version exists, so the vision does
    organizationId: vision.organizationId,
    partnershipId: vision.partnershipId,
    to,
    author,
  })
}

export const visionHandlers: Handlers<typeof visionContract> = {
  getVision: async ({ db, actor, params }) =>
    viewOf(await theVision(db, actor.schoolIds, params.partnershipId)),

  writeVision: async ({ db, params: { partnershipId }, body, ifMatch }) => {
    await theVision(db, null, partnershipId)
    await named(db, body)
    if (!(await writeDraft(db, partnershipId, ifMatch, body)))
      return stale(JSON.stringify(await answerOf(db, partnershipId)))
    return answerOf(db, partnershipId)
  },

  proposeVision: async ({ db, services, params: { partnershipId }, body, ifMatch, author }) => {
    const before = await theVision(db, null, partnershipId)
    const visionId = await holdVision(db, partnershipId, ifMatch)
    if (!visionId || !before.draft) return stale(JSON.stringify(viewOf(before)))
    const gaps = visionGaps(before.draft)
    if (gaps.length > 0) throw refusal('vision-gaps', { fields: gaps })
    if (!viewOf(before).draftDiffers)
      throw refusal('vision-same', {
        fields: [{ field: 'draft', rule: 'same', message: 'Change the draft first.' }],
      })
    await insertVersion(db, visionId, await named(db, before.draft), body.note ?? '', author.name)
    if (body.contactId) await askPartner(db, services, { ...before, id: visionId }, body.contactId, author)
    return answerOf(db, partnershipId)
  },

  confirmVision: async ({ db, params: { partnershipId }, body }) => {
    const vision = await theVision(db, null, partnershipId)
    await insertAnswer(db, newestAsShown(vision, body.number), {
      side: 'district',
      answer: 'confirmed',
      name: body.name,
      title: body.title ?? '',
      comment: '',
    })
    return answerOf(db, partnershipId)
  },

  askPartnerAboutVision: async ({ db, services, params: { partnershipId }, body, author }) => {
    const vision = await theVision(db, null, partnershipId)
    if (!stateOf(vision).waitingFor.includes('partner'))
      throw refusal(vision.versions.length === 0 ? 'vision-unproposed' : 'vision-confirmed')
    await askPartner(db, services, vision, body.contactId, author)
    return answerOf(db, partnershipId)
  },
}

/** The newest version, if that is the one that was read: nobody confirms what they have not seen. */
export const newestAsShown = ({ versions }: VisionRow, number: number): string => {
  const [newest] = versions
  if (newest?.number !== number)
    throw newest
      ? refusal('vision-newer', {
          fields: [{ field: 'number', rule: 'changed', message: 'Read the newest version first.' }],
          current: newest,
        })
      : refusal('vision-unproposed')
  return newest.id
}
