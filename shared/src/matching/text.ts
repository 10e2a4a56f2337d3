/** Lower case without accents, typographic quotes, control or replacement characters, and with single blanks. */
export const foldText = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/ï¿½|\uFFFD/g, ' ')
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/[\u2010-\u2015]/g, '-')
    .toLowerCase()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()

/** The words of a text: letters and digits only, apostrophes closed up ("children's" is "childrens"). */
export const wordsOf = (text: string): string[] =>
  foldText(text)
    .replace(/'/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

/** Closes up initials written with points: "P.S." is "PS", "Y.M.C.A." is "YMCA". */
export const closeInitials = (text: string): string =>
  text
    .replace(/\b(?:\p{L}\.\s?){2,}(?![\p{L}])/gu, (run) => `${run.replace(/[.\s]/g, '')} `)
    .replace(/\b(\p{L})\.(?=\p{L}\b)/gu, '$1')
