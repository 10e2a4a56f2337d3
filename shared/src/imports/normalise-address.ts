import { pointOf, type Point } from '../matching/geography.ts'

/** A US address read from one cell, as city open-data portals export it. */
export type AddressReading = {
  street: string
  city?: string
  state?: string
  postcode?: string
  point?: Point
}

const tail = /\(\s*(-?\d{1,3}(?:\.\d+)?)\s*,\s*(-?\d{1,3}(?:\.\d+)?)\s*\)\s*$/
const postcode = /\s*(?<!\d)(\d{5})(?:-(\d{4}))?\s*$/
const gluedPostcode = /(?<=\p{L})(\d{5})(?:-(\d{4}))?\s*$/u
const cityState = /^(.*?),\s*([^,\d]+?),?\s+([A-Z]{2})\.?$/

const tidy = (text: string): string =>
  text
    .replace(/[\r\n]+/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,]+|[\s,]+$/g, '')

/**
 * Reads an address cell: line breaks become blanks, a "(lat, long)" tail becomes a point, a ZIP code at the end is taken
 * off even when it is glued to the street ("739 New York Avenue11203"), and "…, City, ST" is taken apart.
 */
export const readAddress = (text: string): AddressReading => {
  const place = tail.exec(text)
  const point = place === null ? undefined : pointOf(Number(place[1]), Number(place[2]))
  const lines = tidy(place === null ? text : text.slice(0, place.index))
  const zip = gluedPostcode.exec(lines) ?? postcode.exec(lines)
  // A cell of digits alone is a ZIP code; "10458 Broadway" ends in no digits and keeps its house number.
  const rest = zip === null ? lines : tidy(lines.slice(0, zip.index))
  const parts = cityState.exec(rest)
  return {
    street: parts === null ? rest : tidy(parts[1] ?? ''),
    ...(parts === null ? {} : { city: (parts[2] ?? '').trim(), state: parts[3] ?? '' }),
    ...(zip === null ? {} : { postcode: zip[2] === undefined ? (zip[1] ?? '') : `${zip[1]}-${zip[2]}` }),
    ...(point === undefined ? {} : { point }),
  }
}

/** A ZIP code from a cell of its own: spreadsheets drop leading zeros, so "6511" is "06511". Undefined when it is none. */
export const readPostcode = (text: string): string | undefined => {
  const found = /^(\d{3,5})(?:\.0)?(?:-(\d{4}))?$/.exec(text.trim())
  if (found === null) return undefined
  const zip = (found[1] ?? '').padStart(5, '0')
  return found[2] === undefined ? zip : `${zip}-${found[2]}`
}
