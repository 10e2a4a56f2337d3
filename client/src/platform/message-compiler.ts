import type { MessageContext } from 'vue-i18n'

type Part = { text: string } | { name: string }

const place = /\{'([^']*)'\}|\{(\w+)\}/g

const partsOf = (sentence: string): Part[] => {
  const parts: Part[] = []
  let from = 0
  for (const { 0: whole, 1: literal, 2: name, index } of sentence.matchAll(place)) {
    if (index > from) parts.push({ text: sentence.slice(from, index) })
    parts.push(name === undefined ? { text: literal ?? '' } : { name })
    from = index + whole.length
  }
  if (from < sentence.length || parts.length === 0) parts.push({ text: sentence.slice(from) })
  return parts
}

/** vue-i18n gives these two to every message, though its types keep them for itself. */
type Context = MessageContext & {
  normalize: (parts: unknown[]) => string
  interpolate: (value: unknown) => string
}
type Written = (context: MessageContext) => string

const compileMessage = (message: string): Written => {
  let cases: Part[][] | undefined
  return (given) => {
    const context = given as Context
    cases ??= message.split(' | ').map(partsOf)
    const texts = cases.map((parts) =>
      context.normalize(
        parts.map((part) => ('text' in part ? part.text : context.interpolate(context.named(part.name)))),
      ),
    )
    return texts.length === 1 ? texts.join('') : context.plural(texts)
  }
}

export interface Messages {
  [key: string]: string | Messages
}
export interface Compiled {
  [key: string]: Written | Compiled
}

/**
 * Everything this product's messages can say: `{name}` is filled in, `none | one | many` goes by the count, `{'@'}`
 * is the sign itself. vue-i18n's own compiler knows more and weighs nine kilobytes; vite.config.ts leaves it out.
 */
export const compiled = (messages: Messages): Compiled =>
  Object.fromEntries(
    Object.entries(messages).map(([key, value]) => [
      key,
      typeof value === 'string' ? compileMessage(value) : compiled(value),
    ]),
  )
