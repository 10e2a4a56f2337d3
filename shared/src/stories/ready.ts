import { causalWords, maySpeakOfCauses, type CausalWord } from './causal-words.ts'
import type { EvidenceLabel } from './vocabulary.ts'

export interface StoryText {
  readonly title: string
  readonly titleEs: string
  readonly summary: string
  readonly summaryEs: string
  readonly body: string
  readonly bodyEs: string
  readonly need: string
  readonly needEs: string
  readonly quote: string
  readonly quoteEs: string
  readonly quoteBy: string
  readonly setting: string | null
  readonly evidence: EvidenceLabel
  readonly evidenceSource: string
}

/** What a story still lacks before anybody is asked about it; the names are those of the fields. */
export const lacking = (story: StoryText): string[] => {
  const needed: (keyof StoryText)[] = ['summary', 'body', 'need', 'setting']
  return [
    ...needed.filter((name) => !story[name]?.trim()),
    ...(story.quote.trim() !== '' && story.quoteBy.trim() === '' ? ['quoteBy'] : []),
    ...(maySpeakOfCauses(story.evidence) && story.evidenceSource.trim() === '' ? ['evidenceSource'] : []),
  ]
}

/** The district's own texts; a quote is somebody else's words and stays as it was said. */
const told = {
  en: ['title', 'summary', 'body', 'need'],
  es: ['titleEs', 'summaryEs', 'bodyEs', 'needEs'],
} as const

/** Where a story speaks of causes without a comparison behind it, field by field; nothing where it may. */
export const unprovenClaims = (story: StoryText): { field: string; found: CausalWord[] }[] =>
  maySpeakOfCauses(story.evidence)
    ? []
    : (['en', 'es'] as const).flatMap((language) =>
        told[language].flatMap((field) => {
          const found = causalWords(story[field], language)
          return found.length > 0 ? [{ field, found }] : []
        }),
      )

/** The end of a story's public address: its title in plain letters, and four letters of its id to tell two alike apart. */
export const slugOf = (title: string, id: string): string => {
  const words = title
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replaceAll(/^-+|-+$/g, '')
  return `${words || 'story'}-${id.slice(-4)}`
}
