import { mergeFields, type MergeField } from './fields.ts'
import type { LetterKind } from './kinds.ts'

const whenPeopleLeave: readonly MergeField[] = ['person_leaving', 'last_day', 'successors']
const alwaysKnown: readonly MergeField[] = [
  'contact_name',
  'partner_name',
  'partnership_name',
  'district_name',
  'sender_name',
]

/** The fields the records can fill in a letter of this kind; any other would wait in every letter. */
export const fieldsOf = (kind: LetterKind): readonly MergeField[] =>
  kind === 'leadership_change' || kind === 'handover'
    ? [...alwaysKnown, ...whenPeopleLeave]
    : mergeFields.map(({ code }) => code).filter((code) => !whenPeopleLeave.includes(code))

/** What stands in braces and is no field of this kind of letter: a slip of the pen, found before a letter is written. */
export const strangersIn = (kind: LetterKind, ...texts: readonly string[]): string[] => {
  const known: readonly string[] = fieldsOf(kind)
  const found = texts.flatMap((text) => text.match(/\{[^{}]*\}|[{}]/g) ?? [])
  return [...new Set(found)].filter((piece) => !known.includes(piece.slice(1, -1)))
}
