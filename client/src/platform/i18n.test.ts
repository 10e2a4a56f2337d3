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
