import { fieldProblem, notFound } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import type { connectionsContract } from '@common-table/shared/pipeline/connections-contract'
import type { NewAcquaintance } from '@common-table/shared/pipeline/connection-schemas'
import { json } from '../http/answers.ts'
import { listAnswer } from '../http/list-answer.ts'
import type { Handlers } from '../http/mount.ts'
import { stale } from '../http/stale.ts'
import {
  acquaintancesOf,
  addAcquaintance,
  addContribution,
  addTie,
  changeContribution,
  connectionsOf,
  findContribution,
  removeConnection,
} from './connection-queries.ts'
import { insertTouch, touchBelongs, touchesOf } from './touch-queries.ts'

/** Exactly one who knows: a person of the district, a contact elsewhere, or a name. */
const checkKnower = ({ userId, knowerContactId, knowerName, contactId }: NewAcquaintance): void => {
  const given = [userId, knowerContactId, knowerName].filter((value) => value !== undefined)
  if (given.length !== 1)
    throw fieldProblem(
      'userId',
      'Say who knows them: one person of the district, one contact, or a name.',
      'one',
    )
  if (knowerContactId !== undefined && knowerContactId === contactId)
    throw fieldProblem('knowerContactId', 'Choose two different people.', 'choose')
}

const known = (): never => {
  throw refusal('noted-already')
}

export const connectionsHandlers: Handlers<typeof connectionsContract> = {
  getConnections: async ({ db, actor, params }) =>
    json((await connectionsOf(db, actor.schoolIds, params.organizationId)) ?? notFound('organization')),

  listTouches: async ({ db, actor, params: { organizationId }, query, page }) =>
    listAnswer(await touchesOf(db, actor.schoolIds, organizationId, query.limit ?? 50, page.after), page),

  addTouch: async ({ db, params: { organizationId }, body, author }) => {
    const belongs = (await touchBelongs(db, organizationId, body)) ?? notFound('organization')
    if (!belongs.partnership)
      throw fieldProblem('partnershipId', 'Choose a partnership of this organization.', 'choose')
    if (!belongs.contact) throw fieldProblem('contactId', 'Choose a contact of this organization.', 'choose')
    return json(await insertTouch(db, organizationId, body, author))
  },

  addContribution: async ({ db, params, body }) => {
    const { record, version } = (await addContribution(db, params.organizationId, body))! // an insert returns its row
    return json(record, version)
  },
  changeContribution: async ({ db, params, body, ifMatch }) => {
    const changed = await changeContribution(db, params.contributionId, ifMatch, body)
    if (changed) return json(changed.record, changed.version)
    return stale(((await findContribution(db, params.contributionId)) ?? notFound('contribution')).record)
  },
  removeContribution: async ({ db, params }) => {
    if (!(await removeConnection(db, 'organization_contributions', params.contributionId)))
      notFound('contribution')
  },

  addTie: async ({ db, params, body }) => {
    if (body.kind === 'school' && !body.schoolId)
      throw fieldProblem('schoolId', 'Choose the school.', 'required')
    if (body.kind !== 'school' && body.kind !== 'families' && body.kind !== 'alumni' && !body.label?.trim())
      throw fieldProblem('label', 'Say which one.', 'required')
    return json((await addTie(db, params.organizationId, body)) ?? known())
  },
  removeTie: async ({ db, params }) => {
    if (!(await removeConnection(db, 'organization_ties', params.tieId))) notFound('tie')
  },

  listAcquaintances: async ({ db, query, page }) =>
    listAnswer(await acquaintancesOf(db, query, page.after), page),
  addAcquaintance: async ({ db, params, body }) => {
    checkKnower(body)
    return json((await addAcquaintance(db, params.organizationId, body)) ?? known())
  },
  removeAcquaintance: async ({ db, params }) => {
    if (!(await removeConnection(db, 'acquaintances', params.acquaintanceId))) notFound('acquaintance')
  },
}
