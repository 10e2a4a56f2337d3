import { letterKinds, type LetterKind } from '@common-table/shared/letters/kinds'
import { standardLetter } from '@common-table/shared/letters/templates'
import type { LetterTemplate, TemplateText } from '@common-table/shared/letters/templates-schemas'
import type { Language } from '@common-table/shared/vocabulary/terms'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import { utc } from '../db/utc.ts'

const own =
  statement<LetterTemplate>(`select kind, locale, subject, body, true as own, changed_by_name as "changedByName",
    ${utc('updated_at')} as "changedAt", version
  from letter_templates where district_id = app_district()`)

const standard = (kind: LetterKind, locale: Language): LetterTemplate => ({
  kind,
  locale,
  ...standardLetter(kind, locale),
  own: false,
  changedByName: '',
  changedAt: null,
  version: 0,
})

export type Templates = (kind: LetterKind, locale: Language) => LetterTemplate

/** The texts of the district as they are now, in one round trip. */
export const templatesOf = async (db: Db): Promise<Templates> => {
  const rows = await db.many(own, [])
  return (kind, locale) =>
    rows.find((row) => row.kind === kind && row.locale === locale) ?? standard(kind, locale)
}

export const allTemplates = async (db: Db): Promise<LetterTemplate[]> => {
  const template = await templatesOf(db)
  return letterKinds.flatMap(({ code }) => (['en', 'es'] as const).map((locale) => template(code, locale)))
}

const begin =
  statement(`insert into letter_templates (district_id, kind, locale, subject, body, changed_by_name)
  values (app_district(), $1, $2, $3, $4, $5) on conflict (district_id, kind, locale) do nothing`)
const write = statement(`update letter_templates set subject = $3, body = $4, changed_by_name = $5
  where district_id = app_district() and kind = $1 and locale = $2 and version = $6`)
/** Writes the district's text if `version` is still current, or begins it with version 0; answers whether it was. */
export const writeTemplate = async (
  db: Db,
  { kind, locale, subject, body }: TemplateText,
  version: number,
  by: string,
): Promise<boolean> => {
  const values = [kind, locale, subject, body, by]
  return (await (version === 0 ? db.run(begin, values) : db.run(write, [...values, version]))) > 0
}

const remove = statement(
  'delete from letter_templates where district_id = app_district() and kind = $1 and locale = $2 and version = $3',
)
export const removeTemplate = async (db: Db, kind: LetterKind, locale: Language, version: number) =>
  (await db.run(remove, [kind, locale, version])) > 0
