/** Why a new password is refused. The sentence that goes with it is the reader's language's affair. */
export type PasswordFault = 'short' | 'long' | 'personal' | 'common' | 'repeated'

export const passwordLength = { least: 12, most: 200 } as const

/** Words that make the most guessed long passwords; one of these plus digits or a repetition is guessed at once. */
const guessedFirst =
  /^(?:password|passwort|contrasena|contraseña|qwerty(?:uiop)?|qwertz|asdfgh(?:jkl)?|zxcvbn?m?|letmein|welcome|bienvenidos?|iloveyou|tequiero|administrator|admin|superman|princess|football|baseball|sunshine|monkey|dragon|trustno|changeme|default|guest|school|district|student|teacher|commontable|abc|abcdefghijkl(?:m?n?o?p?)|onetwothree|spring|summer|autumn|fall|winter)+$/

const plainWords = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= 4)

/**
 * Whether a new password may be used: long enough, not made of the person's own name or address, not among those
 * guessed first. No rule about kinds of characters (NIST SP 800-63B-4, 3.1.1.2).
 */
export const passwordFault = (
  password: string,
  person: { email: string; name: string },
): PasswordFault | undefined => {
  const length = [...password].length
  if (length < passwordLength.least) return 'short'
  if (length > passwordLength.most) return 'long'
  const lower = password.toLowerCase()
  if (new Set(lower).size < 5) return 'repeated'
  const own = [...plainWords(person.email), ...plainWords(person.name)].filter((word) => lower.includes(word))
  const rest = own.reduce((left, word) => left.replaceAll(word, ''), lower)
  if (own.length > 0 && rest.replaceAll(/[^\p{L}]/gu, '').length < 6) return 'personal'
  const letters = lower.replaceAll('0', 'o').replaceAll('@', 'a').replaceAll('$', 's')
  if (/^(?:0?1234567890?|0987654321|123456789|12345678)+\d*$/.test(lower)) return 'common'
  if (guessedFirst.test(letters.replaceAll(/[^\p{L}]/gu, ''))) return 'common'
  return undefined
}

/** The refusal in English, for callers of the API; the web pages have their own words for each fault. */
export const passwordSentences: Record<PasswordFault, string> = {
  short: `Use at least ${passwordLength.least} characters. Several words in a row are easy to remember.`,
  long: `Use at most ${passwordLength.most} characters.`,
  personal: 'Leave out your name and e-mail address: they are the first things tried.',
  common: 'Choose something less common: this is among the passwords tried first.',
  repeated: 'Use more different characters: a repeated one is guessed at once.',
}
