import type { agreementSectionsContract } from '@common-table/shared/agreements/sections-contract'
import { requiredCodes } from '@common-table/shared/agreements/sections'
import type { Section } from '@common-table/shared/agreements/schemas'
import { fieldProblem, notFound } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import { randomUUID } from 'node:crypto'
import { refuseStale } from '../audit/index.ts'
import type { Db } from '../db/db.ts'
import type { Handlers } from '../http/mount.ts'
import { draftOnly } from './draft-only.ts'
import {
  deleteSection,
  insertSections,
  resolveCommentRow,
  sectionRow,
  updateSection,
} from './queries-write.ts'
import { theAgreement, theRow } from './view.ts'

const theSection = async (db: Db, sectionId: string) =>
  (await sectionRow(db, sectionId)) ?? notFound('section')

const asShown = async (
  db: Db,
  agreementId: string,
  holds: (section: Section) => boolean,
): Promise<Section> => {
  const { agreement } = await theRow(db, null, agreementId)
  const required = requiredCodes(agreement.type, agreement.facts)
  const sections = agreement.sections.map((section) => ({
    ...section,
    required: required.includes(section.code),
  }))
  return sections.find(holds) ?? notFound('section')
}

export const agreementSectionsHandlers: Handlers<typeof agreementSectionsContract> = {
  addSection: async ({ db, params: { agreementId }, body }) => {
    await draftOnly(db, agreementId)
    const code = `own_${randomUUID()}`
    await insertSections(db, agreementId, [{ code, group: 'own', title: body.title, body: body.body ?? '' }])
    return asShown(db, agreementId, (section) => section.code === code)
  },

  changeSection: async ({ db, params: { sectionId }, body, ifMatch, author }) => {
    const { agreementId } = await theSection(db, sectionId)
    await draftOnly(db, agreementId)
    const before = await asShown(db, agreementId, ({ id }) => id === sectionId)
    if (body.state === 'finalized' && !/\S/.test(body.body ?? before.body))
      throw fieldProblem('body', 'Write the section first, or say that it does not apply.', 'empty')
    if (!(await updateSection(db, sectionId, ifMatch, body, author.name)))
      return refuseStale(
        db,
        {
          table: 'agreement_sections',
          id: sectionId,
          version: before.version,
          readVersion: ifMatch,
          quiet: ['changed_at', 'changed_by_name'],
        },
        before,
      )
    return asShown(db, agreementId, ({ id }) => id === sectionId)
  },

  removeSection: async ({ db, params: { sectionId } }) => {
    const { agreementId } = await theSection(db, sectionId)
    await draftOnly(db, agreementId)
    const section = await asShown(db, agreementId, ({ id }) => id === sectionId)
    if (section.required)
      throw refusal('section-needed', { detail: `This kind of agreement needs “${section.title}”.` })
    await deleteSection(db, sectionId)
  },

  resolveComment: async ({ db, params }) =>
    theAgreement(db, null, (await resolveCommentRow(db, params.commentId)) ?? notFound('comment')),
}
