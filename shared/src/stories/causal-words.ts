import type { EvidenceLabel } from './vocabulary.ts'

/**
 * Words that say one thing made another happen, in English and Spanish. Only a comparison can say that (domain 5.12); what
 * may be said without one is "while", "after", "together with". Whole words, case and accents aside.
 */
const patterns = {
  en: [
    'caus(?:e|es|ed|ing)',
    'because of',
    'due to',
    'thanks to',
    'led to',
    'leads? to',
    'leading to',
    'result(?:s|ed|ing)? (?:in|from)',
    'as a result',
    'responsible for',
    'made (?:it )?possible',
    'brought about',
    'prov(?:e|es|ed|en) (?:that|to)',
    'boost(?:s|ed|ing)?',
    'turned around',
    'eliminat(?:e|es|ed|ing)',
    'attribut(?:able|ed) to',
    'the (?:impact|effect) of',
    '(?:has|had|have) an? (?:impact|effect)',
  ],
  es: [
    'caus(?:a|an|o|aron|ado|ada|ando|ar)',
    'por culpa de',
    'gracias a(?:l)?',
    'debido a(?:l)?',
    'a causa de(?:l)?',
    'como resultado',
    'result(?:a|o|aron) en',
    'llev(?:a|o|aron) a',
    'logr(?:a|o|aron) que',
    'hizo (?:posible|que)',
    'hicieron (?:posible|que)',
    'provoc(?:a|o|aron|ado)',
    'produj(?:o|eron)',
    'demuestr(?:a|an) que',
    'demostr(?:o|aron) que',
    'impuls(?:a|o|aron)',
    'elimin(?:a|o|aron|ado)',
    'responsable de(?:l)?',
    'atribuible a(?:l)?',
    'el (?:impacto|efecto) de(?:l)?',
  ],
} as const

const finder = (list: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\d])(?:${list.join('|')})(?![\\p{L}\\d])`, 'giu')
const finders = { en: finder(patterns.en), es: finder(patterns.es) }

/** Accents away, one letter for one, so that places in the text stay what they are. */
const plain = (text: string): string =>
  [...text.normalize('NFC')].map((letter) => letter.normalize('NFD').charAt(0)).join('')

export interface CausalWord {
  /** As it is written in the text. */
  readonly words: string
  readonly at: number
}

/** Where a text says that something caused something. */
export const causalWords = (text: string, language: 'en' | 'es'): CausalWord[] => {
  const written = [...text.normalize('NFC')]
  return [...plain(text).matchAll(finders[language])].map(({ 0: found, index }) => ({
    words: written.slice(index, index + found.length).join(''),
    at: index,
  }))
}

/** Only what was compared may speak of causes. */
export const maySpeakOfCauses = (evidence: EvidenceLabel): boolean =>
  evidence === 'comparison_group' || evidence === 'external_study'
