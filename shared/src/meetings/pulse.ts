import type { InTwoLanguages } from '../vocabulary/terms.ts'

/**
 * How each side finds working with the other: three statements on trust, three on value, after the six measures of the
 * PARTNER survey (Visible Network Labs; reliability, support of mission, openness; influence, involvement, resources), in
 * words of our own. Each side rates the other, never itself.
 */
export const pulseItems = [
  {
    code: 'reliable',
    about: 'trust',
    en: 'They do what they said, when they said it.',
    es: 'Hacen lo que dijeron, cuando lo dijeron.',
  },
  {
    code: 'samePurpose',
    about: 'trust',
    en: 'They want the same for our students as we do.',
    es: 'Quieren para nuestros estudiantes lo mismo que nosotros.',
  },
  {
    code: 'openTalk',
    about: 'trust',
    en: 'We can bring up what goes wrong, and they listen.',
    es: 'Podemos hablar de lo que va mal, y escuchan.',
  },
  {
    code: 'opensDoors',
    about: 'value',
    en: 'With their name behind it, more becomes possible.',
    es: 'Con su nombre detrás, más cosas son posibles.',
  },
  {
    code: 'involved',
    about: 'value',
    en: 'Their people are there and take part.',
    es: 'Su gente está presente y participa.',
  },
  {
    code: 'bringsMuch',
    about: 'value',
    en: 'What they bring would be hard to replace.',
    es: 'Lo que aportan sería difícil de sustituir.',
  },
] as const satisfies readonly (InTwoLanguages & { code: string; about: 'trust' | 'value' })[]
export type PulseCode = (typeof pulseItems)[number]['code']
export type PulseScores = Readonly<Record<PulseCode, number>>

export const pulseScale = [
  { code: 1, en: 'Not at all', es: 'Nada' },
  { code: 2, en: 'A little', es: 'Un poco' },
  { code: 3, en: 'Mostly', es: 'En gran parte' },
  { code: 4, en: 'Fully', es: 'Por completo' },
] as const

const meanOf = (scores: PulseScores, about: 'trust' | 'value'): number => {
  const chosen = pulseItems.filter((item) => item.about === about).map(({ code }) => scores[code])
  return Math.round((chosen.reduce((sum, score) => sum + score, 0) / chosen.length) * 10) / 10
}
/** Trust and value as means of their three statements, to one decimal (domain 3.7). */
export const pulseMeans = (scores: PulseScores): { trust: number; value: number } => ({
  trust: meanOf(scores, 'trust'),
  value: meanOf(scores, 'value'),
})

/** A mean below this asks to be talked about: more "a little" than "mostly". */
export const lowPulse = 2.5

/** Raised with every change of this rule that changes a figure; what explains the figure says it. */
export const RULE_VERSION = 1
