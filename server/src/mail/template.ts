import type { Locale } from '@common-table/shared/people/schemas'

/** One mail in one language: a subject and paragraphs; `{name}` is a fact, `{link}` the address, on a line of its own. */
export interface Words {
  readonly subject: string
  readonly paragraphs: readonly string[]
}

export interface Template {
  readonly en: Words
  readonly es: Words
  /** The link lets its reader in, so the text is wiped once the mail is sent. */
  readonly secret?: true
}

export type Facts = Readonly<Record<string, string | number>>

const fill = (text: string, facts: Facts): string =>
  text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''))

/** The mail as plain text. A fact cannot add a line to the subject. */
export const writeMail = (template: Template, locale: Locale, facts: Facts) => {
  const { subject, paragraphs } = template[locale]
  return {
    subject: fill(subject, facts).replaceAll(/\s+/g, ' ').trim().slice(0, 200),
    body: `${paragraphs.map((paragraph) => fill(paragraph, facts)).join('\n\n')}\n`,
  }
}
