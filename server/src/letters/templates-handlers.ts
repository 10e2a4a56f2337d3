import { fieldProblem, notFound } from '@common-table/shared/contract/problem'
import { merge, fieldsIn } from '@common-table/shared/letters/merge'
import { strangersIn } from '@common-table/shared/letters/template-fields'
import type { letterTemplatesContract } from '@common-table/shared/letters/templates-contract'
import type { TemplateText } from '@common-table/shared/letters/templates-schemas'
import type { Handlers } from '../http/mount.ts'
import { stale } from '../http/stale.ts'
import { mergeFactsOf } from './compose.ts'
import { factsFor } from './facts-queries.ts'
import { allTemplates, removeTemplate, templatesOf, writeTemplate } from './templates-queries.ts'

/** A field that does not exist would stand in every letter by its name, so it is refused where it is written. */
const checkFields = ({ kind, subject, body }: TemplateText): void => {
  for (const [field, text] of Object.entries({ subject, body })) {
    const strangers = strangersIn(kind, text)
    if (strangers.length > 0)
      throw fieldProblem(
        field,
        `This letter has no such field: ${strangers.join(', ')}. Choose one of the list, or take the braces away.`,
        'reference',
      )
  }
}

export const letterTemplatesHandlers: Handlers<typeof letterTemplatesContract> = {
  listLetterTemplates: async ({ db }) => ({ items: await allTemplates(db) }),

  keepLetterTemplate: async ({ db, body, ifMatch, author }) => {
    checkFields(body)
    const kept = await writeTemplate(db, body, ifMatch, author.name)
    const now = (await templatesOf(db))(body.kind, body.locale)
    return kept ? now : stale(JSON.stringify(now))
  },

  restoreLetterTemplate: async ({ db, body: { kind, locale }, ifMatch }) => {
    const removed = ifMatch > 0 && (await removeTemplate(db, kind, locale, ifMatch))
    const now = (await templatesOf(db))(kind, locale)
    return removed || !now.own ? now : stale(JSON.stringify(now))
  },

  previewLetterTemplate: async ({ db, actor, author, body }) => {
    checkFields(body)
    const row =
      (await factsFor(db, actor.schoolIds, body, author.kind === 'user' ? author.id : null)) ??
      notFound('organization')
    const facts = mergeFactsOf(row, body.locale)
    const [subject, text] = [merge(body.subject, facts), merge(body.body, facts)]
    return { subject, body: text, missing: fieldsIn(subject, text) }
  },
}
