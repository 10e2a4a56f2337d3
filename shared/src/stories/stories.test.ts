import { describe, expect, it } from 'vitest'
import { causalWords } from './causal-words.ts'
import { consentHolds, standingOf, type ConsentFact } from './consent.ts'
import { lacking, slugOf, unprovenClaims, type StoryText } from './ready.ts'

const text: StoryText = {
  title: 'Saturday mentors',
  titleEs: '',
  summary: 'Eight mentors come.',
  summaryEs: '',
  body: 'They read together.',
  bodyEs: '',
  need: 'Nobody to read with.',
  needEs: '',
  quote: '',
  quoteEs: '',
  quoteBy: '',
  setting: 'weekend',
  evidence: 'participation_only',
  evidenceSource: '',
}

describe('words that claim a cause', () => {
  it.each([
    ['en', 'The mentors caused attendance to rise.', ['caused']],
    ['en', 'Thanks to them absence fell, and this led to better grades.', ['Thanks to', 'led to']],
    ['en', 'Grades rose as a result. It boosted hope.', ['as a result', 'boosted']],
    ['en', 'Attendance rose while the mentors came. Causeway Street is near; the lead too.', []],
    ['es', 'Gracias a ellas mejoró la asistencia.', ['Gracias a']],
    ['es', 'La ayuda causó el cambio y provocó interés.', ['causó', 'provocó']],
    ['es', 'Subió mientras venían. La casa del causante. El resultado se publica en mayo.', []],
    ['es', 'Se sintió el impacto de la tutoría; hizo posible leer más.', ['el impacto de', 'hizo posible']],
  ] as const)('%s: %s', (language, sentence, found) =>
    expect(causalWords(sentence, language).map(({ words }) => words)).toEqual(found),
  )

  it('are found where they stand, in the language of their field, and only without a comparison', () => {
    const claims = { ...text, body: 'Más tarde it led to joy.', bodyEs: 'Fue gracias a todas.' }
    expect(unprovenClaims(claims).map(({ field }) => field)).toEqual(['body', 'bodyEs'])
    const { at, words } = causalWords(claims.body, 'en')[0]!
    expect(claims.body.slice(at, at + words.length)).toBe('led to')
    expect(unprovenClaims({ ...claims, evidence: 'pre_post' })).toHaveLength(2)
    expect(unprovenClaims({ ...claims, evidence: 'comparison_group' })).toEqual([])
    expect(unprovenClaims({ ...text, quote: 'They caused this!' })).toEqual([])
  })
})

describe('a story', () => {
  it('lacks what readers need, who said a quote, and what a comparison rests on', () => {
    expect(lacking(text)).toEqual([])
    expect(lacking({ ...text, summary: ' ', setting: null, quote: 'Good.' })).toEqual([
      'summary',
      'setting',
      'quoteBy',
    ])
    expect(lacking({ ...text, evidence: 'external_study' })).toEqual(['evidenceSource'])
  })

  it('has an address in plain letters', () => {
    expect(slugOf('¡Mañana en el río! 2', 'x-3f2a')).toBe('manana-en-el-rio-2-3f2a')
    expect(slugOf('日本', 'x-3f2a')).toBe('story-3f2a')
  })
})

describe('consent', () => {
  const said = (status: ConsentFact['status'], more: Partial<ConsentFact> = {}): ConsentFact => ({
    covers: ['quote'],
    status,
    validUntil: null,
    ...more,
  })
  const day = '2026-05-01'
  it.each([
    ['nobody_asked', []],
    ['nobody_asked', [said('outdated')]],
    ['nobody_asked', [said('given', { covers: ['photo'] })]],
    ['waiting', [said('given'), said('asked')]],
    ['refused', [said('given'), said('asked'), said('declined')]],
    ['refused', [said('withdrawn')]],
    ['over', [said('given', { validUntil: '2026-04-30' })]],
    ['agreed', [said('given', { validUntil: day }), said('outdated')]],
  ] as const)('is %s', (standing, consents) => expect(standingOf('quote', consents, day)).toBe(standing))

  it('is needed for words, and for a picture of people', () => {
    const photo = { quote: '', hasPhoto: true, photoOfPeople: true }
    expect(consentHolds({ ...photo, photoOfPeople: false }, [], day)).toBe(true)
    expect(consentHolds(photo, [], day)).toBe(false)
    expect(consentHolds({ ...photo, quote: 'Yes' }, [said('given', { covers: ['photo'] })], day)).toBe(false)
    expect(
      consentHolds({ ...photo, quote: 'Yes' }, [said('given', { covers: ['photo', 'quote'] })], day),
    ).toBe(true)
  })
})
