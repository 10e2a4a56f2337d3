import type { complianceContract } from '@common-table/shared/compliance/contract'
import {
  mergeRequirements,
  standardRequirements,
  type Requirement,
} from '@common-table/shared/compliance/requirements'
import type { Passport, RequirementRule } from '@common-table/shared/compliance/schemas'
import { fieldProblem, notFound } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import type { Db } from '../db/db.ts'
import type { Actor } from '../http/actor.ts'
import { Download } from '../http/answers.ts'
import { listAnswer } from '../http/list-answer.ts'
import type { Handlers } from '../http/mount.ts'
import { stale } from '../http/stale.ts'
import { mailLink, recipientOf } from '../links/index.ts'
import { clearanceHandlers } from './clearance-handlers.ts'
import { endingDocuments, fileOfDocument, todayOf, waitingDocuments } from './documents-queries.ts'
import { endingFilters } from './ending.ts'
import { handIn } from './hand-in.ts'
import { passportOf } from './passport.ts'
import { changeCode, ensurePassport, rawPassport, updateFacts } from './queries.ts'
import { requirementsOf, storeRequirement, type OwnRequirement } from './requirement-queries.ts'
import { decide } from './review.ts'
import { settleStanding } from './settle.ts'
import { markAllStale } from './settle-queries.ts'

const ruleAnswer = (rule: Requirement | OwnRequirement): RequirementRule => ({
  ...rule,
  conditions: [...rule.conditions],
  version: 'version' in rule ? rule.version : 1,
  standard: !('version' in rule),
})

const thePassport = async (db: Db, actor: Actor, organizationId: string): Promise<Passport> => {
  const [raw, recipient] = await Promise.all([
    rawPassport(db, actor.schoolIds, organizationId),
    recipientOf(db, organizationId),
  ])
  const mayReview = actor.permissions.includes('compliance:write')
  const to = recipient && { contactId: recipient.contactId, name: recipient.name, email: recipient.email }
  return passportOf(raw ?? notFound('organization'), { recipient: (mayReview && to) || null, mayReview })
}

const known = async (db: Db, organizationId: string): Promise<void> => {
  if (!(await rawPassport(db, null, organizationId))) notFound('organization')
}

export const complianceHandlers: Handlers<typeof complianceContract> = {
  listRequirements: async ({ db }) => ({
    items: mergeRequirements(await requirementsOf(db)).map(ruleAnswer),
  }),

  changeRequirement: async ({ db, body, ifMatch }) => {
    if (body.expiry === 'none' && body.conditions.length === 0 && body.minimumCents !== null)
      throw fieldProblem(
        'minimumCents',
        'Nobody is asked for this document, so nothing can be insured by it.',
        'nobody-asked',
      )
    const version = await storeRequirement(db, body, ifMatch)
    if (version === undefined) {
      const now = mergeRequirements(await requirementsOf(db)).find(({ kind }) => kind === body.kind)
      return stale(JSON.stringify(ruleAnswer(now ?? standardRequirements[0]!))) // every kind is in the standard list
    }
    await markAllStale(db)
    await settleStanding(db)
    return { ...body, version, standard: false }
  },

  getPassport: ({ db, actor, params }) => thePassport(db, actor, params.organizationId),

  changePassport: async ({ db, actor, params: { organizationId }, body, ifMatch }) => {
    await ensurePassport(db, organizationId)
    if (!(await updateFacts(db, organizationId, ifMatch, body)))
      return stale(JSON.stringify(await thePassport(db, actor, organizationId)))
    await settleStanding(db, organizationId)
    return thePassport(db, actor, organizationId)
  },

  handInDocument: async ({ db, actor, author, params: { organizationId }, query, file }) => {
    await known(db, organizationId)
    await handIn(db, organizationId, file, query, { id: actor.id, name: author.name, viaLink: false })
    return thePassport(db, actor, organizationId)
  },

  reviewDocument: async ({ db, services, actor, author, params, body, ifMatch }) =>
    thePassport(db, actor, await decide(db, services, params.documentId, ifMatch, body, author)),

  downloadDocument: async ({ db, services, params }) => {
    const { name, mediaType, sha256 } = (await fileOfDocument(db, params.documentId)) ?? notFound('document')
    return new Download(name, mediaType, services.files.open(sha256))
  },

  listDocuments: async ({ db, query, page }) => {
    const { show, kind, limit = 50 } = query
    const { after } = page
    if (show === 'waiting')
      return listAnswer(await waitingDocuments(db, { filters: { kind }, sort: 'oldest', after, limit }), page)
    const filters = { kind, ...endingFilters(show, await todayOf(db)) }
    const descending = show === 'expired'
    return listAnswer(await endingDocuments(db, { filters, sort: 'end', descending, after, limit }), page)
  },

  askForDocuments: async ({ db, services, author, params: { organizationId }, body }) => {
    await known(db, organizationId)
    const to = await recipientOf(db, organizationId, body.contactId)
    if (!to)
      throw body.contactId
        ? fieldProblem(
            'contactId',
            'This contact has no e-mail address. Add one, or choose another.',
            'no-address',
          )
        : refusal('no-contact-address')
    await mailLink(db, services, {
      purpose: 'documents',
      subject: { table: 'organizations', id: organizationId },
      organizationId,
      to,
      ...(body.note && { note: body.note.trim() }),
      author,
    })
    return { name: to.name, email: to.email }
  },

  changeClearanceCode: async ({ db, actor, params: { organizationId } }) => {
    await known(db, organizationId)
    await ensurePassport(db, organizationId)
    await changeCode(db, organizationId)
    return thePassport(db, actor, organizationId)
  },

  ...clearanceHandlers,
}
