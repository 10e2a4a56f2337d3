import { expect, it } from 'vitest'
import { changeTemplates } from './change-templates.ts'
import { letterKinds, type LetterKind } from './kinds.ts'
import { partnerTemplates } from './partner-templates.ts'
import { mergeFields } from './fields.ts'
import { fieldsIn, merge } from './merge.ts'
import { strangersIn } from './template-fields.ts'

const known = mergeFields.map(({ code }) => code as string)
const templates = Object.entries({ ...partnerTemplates, ...changeTemplates }).flatMap(([kind, languages]) =>
  Object.entries(languages).map(([language, text]) => [kind, language, text] as const),
)

it('every kind has a text in both languages', () => {
  expect(new Set(templates.map(([kind, language]) => `${kind} ${language}`))).toEqual(
    new Set(letterKinds.flatMap(({ code }) => [`${code} en`, `${code} es`])),
  )
})

it.each(templates)(
  '%s in %s uses fields that exist, and the same ones in both languages',
  (kind, _, text) => {
    const fields = fieldsIn(text.subject, text.body)
    expect(fields.filter((field) => !known.includes(field))).toEqual([])
    for (const [other, , said] of templates.filter(([one]) => one === kind))
      expect(new Set(fieldsIn(said.subject, said.body)), other).toEqual(new Set(fields))
  },
)

it('a field with nothing to say is never a blank: it stays, by its name', () => {
  for (const nothing of [undefined, null, '', '  '])
    expect(merge('Dear {contact_name},', { contact_name: nothing as string })).toBe('Dear {contact_name},')
  expect(merge('Dear {contact_name}, {contact_name}', { contact_name: ' Ana ' })).toBe('Dear Ana, Ana')
})

it('what is filled in is not read as a field again', () => {
  const text = merge('{needs} {meeting_date}', { needs: '{sender_name}', meeting_date: null })
  expect(text).toBe('{sender_name} {meeting_date}')
  expect(fieldsIn(text, text)).toEqual(['sender_name', 'meeting_date'])
})

it('every field a standard text uses is one its kind can be filled with', () => {
  for (const [kind, , { subject, body }] of templates)
    expect(strangersIn(kind as LetterKind, subject, body), kind).toEqual([])
  expect(strangersIn('welcome', 'Dear {contact_name} {last_day}, {oops', '}')).toEqual([
    '{last_day}',
    '{',
    '}',
  ])
})
