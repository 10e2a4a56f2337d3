import { beforeEach, describe, expect, it } from 'vitest'
import { computed } from 'vue'
import { createWords, preferredLocale } from './i18n.ts'

const greetings = {
  eager: { en: { hello: 'Hello' }, es: async () => ({ messages: { hello: 'Hola' } }) },
  lazy: {
    en: async () => ({ messages: { late: 'Late' } }),
    es: async () => ({ messages: { late: 'Tarde' } }),
  },
}
beforeEach(() => localStorage.clear())

describe('words', () => {
  it('prefers the kept language, then the browser’s, then English', () => {
    expect(preferredLocale(['fr-FR', 'es-MX', 'en'])).toBe('es')
    expect(preferredLocale(['fr'])).toBe('en')
    localStorage.setItem('ct.locale', '"es"')
    expect(preferredLocale(['en'])).toBe('es')
  })
  it('brings every loaded catalogue along when the language changes', async () => {
    const words = createWords(greetings, 'en')
    await words.load('lazy')
    await words.speak('es')
    expect([words.t('eager.hello'), words.t('lazy.late'), document.documentElement.lang]).toEqual([
      'Hola',
      'Tarde',
      'es',
    ])
  })
  it('fetches a catalogue that was asked too early', async () => {
    const words = createWords(greetings, 'en')
    const shown = computed(() => words.t('lazy.late'))
    expect(shown.value).toBe('')
    await words.load('lazy')
    expect(shown.value).toBe('Late')
    expect(words.t('lazy.late')).toBe('Late')
  })
})

describe('a message', () => {
  const say = (text: string, ...rest: [object?, number?]) => {
    const words = createWords({ a: { en: { text }, es: async () => ({ messages: {} }) } }, 'en')
    return (words.t as (...given: unknown[]) => string)(
      'a.text',
      ...rest.filter((given) => given !== undefined),
    )
  }
  it('fills its places', () => {
    expect(say('{n} of {total}, {n}', { n: 3, total: 9 })).toBe('3 of 9, 3')
  })
  it('leaves nothing where a value is missing', () => {
    expect(say('Hello {name}!', {})).toBe('Hello !')
  })
  it('writes a sign that would mean something', () => {
    expect(say("name{'@'}example.org {'{'}x{'}'}")).toBe('name@example.org {x}')
  })
  it.each([
    [0, 'none'],
    [1, '1 school'],
    [7, '7 schools'],
  ])('goes by the count %i', (n, text) => {
    expect(say('none | {n} school | {n} schools', { n }, n)).toBe(text)
  })
})
