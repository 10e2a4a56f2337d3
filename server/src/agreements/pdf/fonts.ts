import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Font } from 'fontkit'

const load = createRequire(import.meta.url)
const files = {
  text: '@expo-google-fonts/public-sans/400Regular/PublicSans_400Regular.ttf',
  bold: '@expo-google-fonts/public-sans/700Bold/PublicSans_700Bold.ttf',
}

let read: { text: Buffer; bold: Buffer; fonts: Font[] } | undefined

/**
 * Every document embeds the letters it uses of these two. Read once, with the first document: what reads fonts takes a
 * fifth of a second to load, which no start should wait for.
 */
export const fontFiles = () => {
  if (read === undefined) {
    const { create } = load('fontkit') as typeof import('fontkit')
    const [text, bold] = [files.text, files.bold].map((path) => readFileSync(load.resolve(path))) as [
      Buffer,
      Buffer,
    ]
    read = { text, bold, fonts: [text, bold].map((file) => create(file) as Font) } // a TTF file is one font
  }
  return read
}

/** Letters of a text that no embedded font has: a document with holes in it must not be signed. */
export const lettersMissing = (text: string): string[] => [
  ...new Set(
    [...text].filter((letter) => {
      const code = letter.codePointAt(0) ?? 0
      return code > 0x1f && !fontFiles().fonts.every((font) => font.hasGlyphForCodePoint(code))
    }),
  ),
]
