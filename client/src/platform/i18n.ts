import { createI18n, type I18n } from 'vue-i18n'
import { compiled, type Compiled, type Messages } from './message-compiler.ts'
import { keep, recall } from './preferences.ts'

export const locales = { en: 'English', es: 'Español' } as const
export type Locale = keyof typeof locales

export type { Messages }
/** The same keys in another language: a missing or extra one does not compile. */
export type Translated<T> = { [K in keyof T]: T[K] extends string ? string : Translated<T[K]> }

type Load = () => Promise<{ messages: Messages }>
/** One feature's words. English may be there from the start or come with the feature's first page. */
export interface Catalogue {
  en: Messages | Load
  es: Load
}

/** What the person chose, else what the browser asks for, else English. */
export const preferredLocale = (asked: readonly string[] = navigator.languages ?? []): Locale => {
  const kept = recall<string | null>('locale', null)
  const wanted = [...(kept ? [kept] : []), ...asked].map((tag) => tag.slice(0, 2))
  return (wanted.find((tag) => tag in locales) as Locale | undefined) ?? 'en'
}

/** Holds every catalogue and fetches one when it is first needed; a key asked too early fetches its own. */
export const createWords = (catalogues: Readonly<Record<string, Catalogue>>, locale: Locale) => {
  const arriving = new Map<string, Promise<void>>()
  const i18n = createI18n({
    legacy: false,
    locale,
    fallbackLocale: 'en',
    messages: { en: {}, es: {} } as Record<string, Compiled>,
    missingWarn: false,
    fallbackWarn: false,
    missing: (_, key) => {
      void load(key.split('.')[0]!) // split always gives at least one part
      return ''
    },
  })
  const words = i18n.global

  /** As a new object: a page that asked too early follows the object, not the keys added to it later. */
  const put = (at: Locale, name: string, messages: Messages): void =>
    words.setLocaleMessage(at, { ...words.getLocaleMessage(at), [name]: compiled(messages) })

  const load = (name: string, wanted: Locale = words.locale.value as Locale): Promise<void> => {
    const catalogue = catalogues[name]
    if (!catalogue) return Promise.resolve()
    const at = `${wanted}/${name}`
    const source = catalogue[wanted]
    const known = arriving.get(at)
    if (known) return known
    const arrival =
      typeof source === 'function'
        ? source().then(({ messages }) => put(wanted, name, messages))
        : Promise.resolve(put(wanted, name, source))
    arriving.set(at, arrival)
    arrival.catch(() => arriving.delete(at))
    return arrival
  }

  const loaded = () => [...new Set([...arriving.keys()].map((at) => at.slice(3)))]
  for (const [name, { en }] of Object.entries(catalogues)) if (typeof en !== 'function') void load(name, 'en')

  const speak = async (next: Locale): Promise<void> => {
    // What the server refuses is English by itself; in another language its words must be there before it happens.
    await Promise.all([...new Set([...loaded(), 'problems'])].map((name) => load(name, next)))
    words.locale.value = next
    document.documentElement.lang = next
    keep('locale', next)
  }
  return { i18n: i18n as I18n, load, speak, t: words.t, locale: words.locale }
}

export type Words = ReturnType<typeof createWords>
