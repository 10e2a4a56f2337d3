export type Language = 'en' | 'es'
export type InTwoLanguages = Readonly<Record<Language, string>>

/** One entry of a closed list: a code for machines and a name in each language of the product. */
export type Term<Code extends string = string> = { readonly code: Code } & InTwoLanguages

/** The codes of a list, in its order, for a schema or a check. */
export const codesOf = <Code extends string>(terms: readonly Term<Code>[]): Code[] =>
  terms.map(({ code }) => code)

/** A code in a reader's language; the code itself when the list does not hold it (a district may have added its own). */
export const nameOf = (terms: readonly Term[], code: string, language: Language): string =>
  terms.find((term) => term.code === code)?.[language] ?? code
