import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'

type Messages = { [key: string]: string | Messages }

const source = join(import.meta.dirname, '..', '..', 'src')
const flat = (messages: Messages): string[] =>
  Object.values(messages).flatMap((value) => (typeof value === 'string' ? value.split(' | ') : flat(value)))

const spoken = async (locale: 'en' | 'es'): Promise<string[]> => {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith(`messages.${locale}.ts`),
  )
  const all = await Promise.all(
    files.map(async (file) => {
      const { messages } = (await import(pathToFileURL(join(source, file)).href)) as { messages: Messages }
      return flat(messages)
    }),
  )
  return all.flat()
}

let english: Promise<Set<string>> | undefined
/** Sentences and words of the product that are English and nothing else; a word Spanish shares is no sign of anything. */
const onlyEnglish = (): Promise<Set<string>> =>
  (english ??= Promise.all([spoken('en'), spoken('es')]).then(([en, es]) => {
    const spanish = new Set(es.map((text) => text.trim().toLowerCase()))
    const words = en.map((text) => text.trim()).filter((text) => !/[{}]/.test(text) && text.length > 3)
    return new Set(words.filter((text) => !spanish.has(text.toLowerCase())))
  }))

/** What the page says in the product's English although its reader asked for Spanish. Names people gave are theirs. */
export const untranslated = async (page: Page): Promise<string[]> => {
  const words = await onlyEnglish()
  const said = await page.evaluate(() => {
    const seen: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement
      if (parent && !parent.closest('script, style, [lang=en], kbd, code, input, option[value=en]'))
        seen.push(walker.currentNode.textContent ?? '')
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]'))
      for (const name of ['aria-label', 'title', 'placeholder']) seen.push(element.getAttribute(name) ?? '')
    return seen
  })
  return [...new Set(said.map((text) => text.trim()))].filter((text) => words.has(text))
}
