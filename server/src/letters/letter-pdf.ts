import type { Letter } from '@common-table/shared/letters/schemas'
import { renderPages } from '../agreements/index.ts'
import { longDay } from './compose.ts'

/** A letter on paper: the district's name, the day, and the text as it reads. */
export const letterPdf = (
  { locale, subject, body, toName, organization, sentAt, createdAt }: Letter,
  districtName: string,
): Promise<Buffer> => {
  const made = sentAt ?? createdAt
  return renderPages({ language: locale, title: subject, districtName }, new Date(made), [
    { kind: 'note', text: districtName },
    { kind: 'note', text: longDay(made.slice(0, 10), locale) },
    { kind: 'paragraph', text: [toName, organization.name].filter(Boolean).join('\n') },
    { kind: 'title', text: subject },
    ...body.split(/\n{2,}/).map((text) => ({ kind: 'paragraph' as const, text })),
  ])
}
