import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Messages } from '../platform/i18n.ts'
import { catalogues } from './messages.ts'

const flat = (messages: Messages, at = ''): Record<string, string> =>
  Object.assign(
    {},
    ...Object.entries(messages).map(([key, value]) =>
      typeof value === 'string' ? { [at + key]: value } : flat(value, `${at}${key}.`),
    ),
  )
const all = async (locale: 'en' | 'es') => {
  const parts = await Promise.all(
    Object.entries(catalogues).map(async ([name, catalogue]) => {
      const source = catalogue[locale]
      return flat(typeof source === 'function' ? (await source()).messages : source, `${name}.`)
    }),
  )
  return Object.assign({}, ...parts) as Record<string, string>
}
const [en, es] = await Promise.all([all('en'), all('es')])
const source = join(import.meta.dirname, '..')
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /(\.vue|(?<!test)\.ts)$/.test(file) && !file.startsWith(join('app', 'kit')),
)
const folders = readdirSync(source, { withFileTypes: true }).filter((entry) => entry.isDirectory())
const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort()

describe('the words of the product', () => {
  it('says everything in both languages', () => {
    expect(Object.keys(es).sort()).toEqual(Object.keys(en).sort())
  })
  it('fills the same places in both languages', () => {
    expect(
      Object.keys(en).filter((key) => `${placeholders(en[key]!)}` !== `${placeholders(es[key] ?? '')}`),
    ).toEqual([]) // a key of en
  })
  it('leaves no sentence empty', () => {
    expect(Object.entries({ ...en, ...es }).filter(([, text]) => text.trim() === '')).toEqual([])
  })
  it('knows every key that is written out in the source', () => {
    const known = (key: string) => key in en
    const missing = files.flatMap(
      (file) =>
        [...readFileSync(join(source, file), 'utf8').matchAll(/(?<![\w.])\$?t\(\s*'([\w.-]+)'/g)]
          .map(([, key]) => key!)
          .filter((key) => !known(key))
          .map((key) => `${file}: ${key}`), // the group always matches
    )
    expect(missing).toEqual([])
  })
  it('lists every folder that brings words', () => {
    const speaking = folders
      .map(({ name }) => name)
      .filter((name) => readdirSync(join(source, name)).includes('messages.en.ts'))
    const listed = readFileSync(join(source, 'app/messages.ts'), 'utf8')
    expect(
      speaking.filter((name) => name !== 'app' && !listed.includes(`../${name}/messages.en.ts`)),
    ).toEqual([])
  })
})
