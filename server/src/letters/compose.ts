import { fieldProblem, notFound } from '@common-table/shared/contract/problem'
import type { MergeFacts } from '@common-table/shared/letters/fields'
import { merge } from '@common-table/shared/letters/merge'
import type { NewLetter } from '@common-table/shared/letters/schemas'
import type { Language } from '@common-table/shared/vocabulary/terms'
import type { Db } from '../db/db.ts'
import type { Author } from '../db/transactions.ts'
import { factsFor, type LetterFacts } from './facts-queries.ts'
import { insertLetters, type Scope } from './queries.ts'
import { templatesOf } from './templates-queries.ts'

const place = { en: 'en-US', es: 'es-US' } as const

/** A day as a letter writes it. */
export const longDay = (day: string, language: Language): string =>
  new Intl.DateTimeFormat(place[language], { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T12:00:00Z`),
  )

/** The facts in the reader's language. A figure of nothing is no figure to thank for: it stays missing. */
export const mergeFactsOf = (
  row: LetterFacts,
  language: Language,
  meetingDate?: string | undefined,
): MergeFacts => {
  const number = (value: number | null) =>
    value ? new Intl.NumberFormat(place[language], { maximumFractionDigits: 1 }).format(value) : null
  const day = (value: string | null | undefined) => (value ? longDay(value, language) : null)
  return {
    contact_name: row.toName,
    partner_name: row.partnerName,
    partnership_name: row.partnershipName,
    district_name: row.districtName,
    school_name: row.schoolName,
    principal_name: row.principalName,
    sender_name: row.senderName,
    sender_title: row.senderTitle,
    lead_name: row.leadName,
    existing_service: row.existingService,
    needs: row.needs[language],
    meeting_date: day(meetingDate),
    start_date: day(row.startsOn),
    end_date: day(row.endsOn),
    notice_date: day(row.noticeOn),
    students_reached: number(row.studentsReached),
    hours_given: number(row.hours),
    value_given: row.valueCents
      ? new Intl.NumberFormat(place[language], {
          style: 'currency',
          currency: 'USD',
          maximumFractionDigits: 0,
        }).format(row.valueCents / 100)
      : null,
    school_year: row.schoolYear,
  }
}

/** Begins a letter with what the records know; answers its id. */
export const composeLetter = async (
  db: Db,
  scope: Scope,
  body: NewLetter,
  author: Author,
): Promise<string> => {
  const row =
    (await factsFor(db, scope, body, author.kind === 'user' ? author.id : null)) ?? notFound('organization')
  const gone = (field: 'partnershipId' | 'schoolId' | 'contactId') => body[field] && !row[field]
  for (const field of ['partnershipId', 'schoolId', 'contactId'] as const)
    if (gone(field))
      throw fieldProblem(field, 'This is not there, or not of this partner. Choose another.', 'reference')
  if (scope && !row.schoolId)
    throw fieldProblem('schoolId', 'Choose one of your schools: the letter is in its name.', 'required')
  const locale = body.locale ?? row.readerLocale
  const text = (await templatesOf(db))(body.kind, locale)
  const facts = mergeFactsOf(row, locale, body.meetingDate)
  const [made] = await insertLetters(
    db,
    [
      {
        kind: body.kind,
        side: 'partner',
        organization: row.organizationId,
        partnership: row.partnershipId,
        school: row.schoolId,
        locale,
        to_name: row.toName,
        to_address: row.toAddress,
        subject: merge(text.subject, facts).slice(0, 300),
        body: merge(text.body, facts).slice(0, 8000),
      },
    ],
    author.name,
  )
  return made!.id // one was inserted
}
