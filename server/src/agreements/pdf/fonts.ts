import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create, type Font } from 'fontkit'

const resolve = createRequire(import.meta.url).resolve
const paths = {
  text: resolve('@expo-google-fonts/public-sans/400Regular/PublicSans_400Regular.ttf'),
  bold: resolve('@expo-google-fonts/public-sans/700Bold/PublicSans_700Bold.ttf'),
}

/** Read once: every document embeds the letters it uses of these two. */
export const fontFiles = { text: readFileSync(paths.text), bold: readFileSync(paths.bold) }

const fonts = [fontFiles.text, fontFiles.bold].map((file) => create(file) as Font) // a TTF file is one font

/** Letters of a text that no embedded font has: a document with holes in it must not be signed. */
export const lettersMissing = (text: string): string[] => [
  ...new Set(
    [...text].filter((letter) => {
      const code = letter.codePointAt(0) ?? 0
      return code > 0x1f && !fonts.every((font) => font.hasGlyphForCodePoint(code))
    }),
  ),
]
