/** Text that is HTML already. Everything else is escaped on its way in, so that no record can bring markup of its own. */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')

export type Content = Html | string | number | null | undefined | false | readonly Content[]

const textOf = (content: Content): string => {
  if (content === null || content === undefined || content === false) return ''
  if (content instanceof Html) return content.text
  return typeof content === 'object' ? content.map(textOf).join('') : escaped(String(content))
}

/** A piece of a page: html`<p>${text}</p>`. */
export const html = (parts: TemplateStringsArray, ...contents: readonly Content[]): Html =>
  // The source is indented for its readers; a page is not.
  new Html(parts.map((part, at) => part.replaceAll(/\n\s*/g, '\n') + textOf(contents[at])).join(''))

/** Paragraphs out of a text with empty lines between them. */
export const paragraphs = (text: string): Html[] =>
  text
    .split(/\n\s*\n/)
    .filter((part) => part.trim() !== '')
    .map((part) => html`<p>${part.trim()}</p>`)
