import type { complianceContract } from '@common-table/shared/compliance/contract'
import { notFound } from '@common-table/shared/contract/problem'
import type { Actor } from '../http/actor.ts'
import { json } from '../http/answers.ts'
import { listAnswer } from '../http/list-answer.ts'
import type { HeldLink } from '../http/actor.ts'
import type { Handlers } from '../http/mount.ts'
import { notify } from '../notifications/index.ts'
import { clearanceCounts, clearances, liveAnswer, ownerOfCode } from './clearance-queries.ts'
import { handIn } from './hand-in.ts'
import { owedByPartner } from './passport.ts'
import { rawPassport } from './queries.ts'
import { settleFirst } from './settle.ts'

/** The schools a list is about: the one asked for, if the reader may see it; else the reader's own; else all. */
const schoolsFor = ({ schoolIds }: Actor, schoolId: string | undefined): readonly string[] | null => {
  if (schoolId === undefined) return schoolIds
  return schoolIds === null || schoolIds.includes(schoolId) ? [schoolId] : notFound('school')
}

type Open = 'listClearances' | 'countClearances' | 'lookAtClearance' | 'listOwedDocuments' | 'sendDocument'

/** What the front office, a stranger with a QR code, and a partner with a link ask. */
/** Documents are asked of organisations only. */
const holderOf = ({ organizationId }: HeldLink): string => organizationId ?? notFound('organization')

export const clearanceHandlers: Pick<Handlers<typeof complianceContract>, Open> = {
  listClearances: async ({ db, services, actor, query, page }) => {
    const { q, schoolId, status, limit = 50 } = query
    const schools = schoolsFor(actor, schoolId)
    await settleFirst(services, actor.districtId)
    return listAnswer(await clearances(db, schools, { q, status, limit }, page.after), page)
  },

  countClearances: async ({ db, services, actor, query }) => {
    const schools = schoolsFor(actor, query.schoolId)
    await settleFirst(services, actor.districtId)
    return json(await clearanceCounts(db, schools))
  },

  lookAtClearance: async ({ services, params }) => {
    const owner = (await ownerOfCode(services.read(''), params.code)) ?? notFound('code')
    await settleFirst(services, owner.district_id)
    return json(
      (await liveAnswer(services.read(owner.district_id), owner.organization_id)) ?? notFound('code'),
    )
  },

  listOwedDocuments: async ({ db, actor }) =>
    owedByPartner((await rawPassport(db, null, holderOf(actor.link))) ?? notFound('organization')),

  sendDocument: async ({ db, actor, query, file }) => {
    const { name } = actor.link
    const organizationId = holderOf(actor.link)
    await handIn(db, organizationId, file, query, { id: null, name, viaLink: true })
    const raw = (await rawPassport(db, null, organizationId)) ?? notFound('organization')
    await notify(
      db,
      { roles: ['coordinator', 'director'] },
      'compliance.handedIn',
      { organization: raw.organization.name, name },
      '/cleared-on-campus?view=waiting',
    )
    return owedByPartner(raw)
  },
}
