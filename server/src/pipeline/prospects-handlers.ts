import { fieldProblem, notFound } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import { nextProspectStages, prospectMayBecome } from '@common-table/shared/pipeline/prospect-stages'
import type { prospectsContract } from '@common-table/shared/pipeline/prospects-contract'
import type { Prospect } from '@common-table/shared/pipeline/prospect-schemas'
import { notYetFinal, type Db } from '../db/db.ts'
import { json } from '../http/answers.ts'
import { listAnswer } from '../http/list-answer.ts'
import type { Handlers } from '../http/mount.ts'
import { stale } from '../http/stale.ts'
import { addOrganization } from '../organizations/index.ts'
import { findPartnership, insertPartnership } from '../partnerships/index.ts'
import { findProspect, prospectBoardOf, prospectsOf } from './prospect-queries.ts'
import {
  checkReferences,
  insertProspect,
  liveProspect,
  moveProspect,
  settleJoined,
  updateProspect,
} from './prospect-writes.ts'
import { schoolTable } from './school-table.ts'
import { stepHandlers } from './step-handlers.ts'

const theProspect = async (db: Db, scope: readonly string[] | null, id: string) =>
  (await findProspect(db, scope, id)) ?? notFound('prospect')

export const prospectAnswer = async (db: Db, id: string) => {
  const { prospect, version } = await theProspect(db, null, id)
  return json(prospect, version)
}

const readProspect = async (db: Db, id: string): Promise<Prospect> =>
  JSON.parse((await theProspect(db, null, id)).prospect) as Prospect // PostgreSQL wrote it in this shape

const mustFit = async (
  db: Db,
  given: { categoryIds?: string[]; contactId?: string | null },
  organizationId: string,
): Promise<void> => {
  const found = await checkReferences(db, given.categoryIds ?? [], given.contactId ?? null, organizationId)
  if (found?.unknown)
    throw fieldProblem('categoryIds', 'One of these kinds of help does not exist here.', 'reference')
  if (found?.foreign)
    throw fieldProblem('contactId', 'This contact belongs to another organization.', 'choose')
}

export const prospectsHandlers: Handlers<typeof prospectsContract> = {
  listProspects: async ({ db, actor, query, page }) =>
    listAnswer(await prospectsOf(db, actor.schoolIds, query, page.after), page),

  prospectBoard: async ({ db, actor, query }) => json(await prospectBoardOf(db, actor.schoolIds, query)),

  getProspect: async ({ db, actor, params }) => {
    const { prospect, version } = await theProspect(db, actor.schoolIds, params.prospectId)
    return json(prospect, version)
  },

  addProspect: async ({ db, body }) => {
    const { organization, organizationId: known, ...given } = body
    if ((known === undefined) === (organization === undefined))
      throw fieldProblem(
        'organizationId',
        'Choose an organization of the directory, or enter a new one.',
        'one',
      )
    const organizationId = known ?? (await addOrganization(db, { status: 'prospect', ...organization! })) // one of the two is given
    if (await liveProspect(db, organizationId))
      throw refusal('in-pipeline', {
        fields: [
          {
            field: 'organizationId',
            rule: 'unique',
            message: 'This organization is in the pipeline already.',
          },
        ],
      })
    await mustFit(db, given, organizationId)
    return prospectAnswer(db, await insertProspect(db, organizationId, given))
  },

  changeProspect: async ({ db, params, body, ifMatch }) => {
    const before = await readProspect(db, params.prospectId)
    await mustFit(db, body, before.organization.id)
    if (!(await updateProspect(db, params.prospectId, ifMatch, body)))
      return stale((await theProspect(db, null, params.prospectId)).prospect)
    return prospectAnswer(db, params.prospectId)
  },

  changeProspectStage: async ({ db, params, body, ifMatch }) => {
    const { stage } = await readProspect(db, params.prospectId)
    if (stage === 'joined') throw refusal('prospect-joined')
    if (!prospectMayBecome(stage, body.stage))
      throw refusal('prospect-step', {
        detail: `From ${stage}, the next stage can be ${nextProspectStages(stage).join(', ')}.`,
      })
    if (body.stage === 'declined' && !body.reason)
      throw fieldProblem('reason', 'Say why it is let go for now.', 'required')
    const reason = body.stage === 'declined' ? body.reason! : null
    if (!(await moveProspect(db, params.prospectId, ifMatch, body.stage, reason)))
      return stale((await theProspect(db, null, params.prospectId)).prospect)
    return prospectAnswer(db, params.prospectId)
  },

  joinTable: async ({ db, params: { prospectId }, body, ifMatch, author }) => {
    const prospect = await readProspect(db, prospectId)
    if (prospect.stage === 'joined') throw refusal('prospect-joined')
    if (prospect.stage === 'declined') throw refusal('prospect-declined')
    if (prospect.version !== ifMatch) return stale(JSON.stringify(prospect))
    const begun = await insertPartnership(
      notYetFinal(db),
      {
        organizationId: prospect.organization.id,
        name: body.name,
        stage: body.stage,
        schoolIds: prospect.schools.map(({ id }) => id),
        categoryIds: prospect.categoryIds,
        leadUserId: prospect.owner?.id ?? null,
        partnerLeadId: prospect.contact?.id ?? null,
        summary: prospect.goal,
      },
      author,
    )
    const { id: partnershipId } = JSON.parse(begun.partnership) as { id: string } // the record that was just written
    await moveProspect(db, prospectId, ifMatch, 'joined', null, partnershipId)
    await settleJoined(db, prospect.organization.id, partnershipId, prospectId)
    const found = (await findPartnership(db, null, partnershipId))! // it was just made
    return json(found.partnership, found.version)
  },

  getSchoolTable: ({ db, actor, params }) => schoolTable(db, actor.schoolIds, params.schoolId),

  ...stepHandlers,
}
