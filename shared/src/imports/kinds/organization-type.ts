import { foldText } from '../../matching/text.ts'

/** Words by which directories tell what sort of organisation it is. Types: domain vocabulary A15. */
const words: readonly (readonly [RegExp, string])[] = [
  [/universit|college|higher ed/, 'higher_ed'],
  [/hospital|health|clinic|medical/, 'health'],
  [/church|faith|relig|congregation|synagogue|mosque|ministr/, 'faith'],
  [/foundation|philanthrop|grantmak/, 'philanthropy'],
  [/police|sheriff|law enforcement/, 'law_enforcement'],
  [/government|municipal|county|city agency|public agency|library/, 'government'],
  [/grassroots|mutual aid/, 'grassroots'],
  [/business|company|corporat|for[- ]profit|llc/, 'business'],
  [/civic|rotary|kiwanis|chamber/, 'civic'],
  [/parent|family org|pta|pto/, 'family_org'],
  [/non-?profit|501|cbo|community[- ]based|charit|ngo/, 'nonprofit'],
]

/** The type of an organisation from what a file calls it; undefined when it says nothing known. */
export const organizationTypeOf = (text: string): string | undefined => {
  const plain = foldText(text)
  return plain === '' ? undefined : words.find(([pattern]) => pattern.test(plain))?.[1]
}
