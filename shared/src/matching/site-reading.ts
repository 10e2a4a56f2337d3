import { parseDesignations, soundsLikeSchool, type Level } from './designation.ts'
import { isWithin, metresBetween, pointOf, type Point } from './geography.ts'
import { cellOf, type IndexedSchool, type SchoolIndex } from './school-index.ts'
import { tellingWords } from './school-words.ts'
import { parseStreet, type Street } from './street.ts'
import { foldText } from './text.ts'

/** A programme site as a file gives it. */
export type Site = {
  name: string
  area?: string | undefined
  address?: string | undefined
  latitude?: number | undefined
  longitude?: number | undefined
}

/** What a site's name and place say, read against a district's schools. */
export type SiteReading = {
  codes: string[]
  numbers: number[]
  levels: Level[]
  words: string[]
  cutOff: boolean
  soundsLikeSchool: boolean
  area: string
  street: Street | undefined
  point: Point | undefined
  implausiblePlace: boolean
}

// Older systems export names cut at a fixed width; 30 is the shortest one met in city data.
const narrowestExport = 30

const citedCodes = (name: string, index: SchoolIndex): string[] => {
  const text = foldText(name)
  const full = [...text.matchAll(/(?<![a-z\d])(\d{2})\s?([a-z])\s?(\d{3})(?!\d)/g)].map((found) =>
    found.slice(1).join(''),
  )
  const tails = [...text.matchAll(/(?<![a-z\d])(?:\d{2})?([a-z])\s?-?\s?(\d{3})(?!\d)/g)].map((found) => ({
    letter: found[1] ?? '',
    number: Number(found[2]),
  }))
  const lettered = parseDesignations(name).flatMap(({ letter, numbers }) =>
    numbers.map((number) => ({ letter, number })),
  )
  const known = [...tails, ...lettered].filter(({ letter }) => index.letters.has(letter))
  return [...new Set([...full, ...known.map(({ letter, number }) => `${letter}${number}`)])]
}

/** The schools within some metres of a point, at most the 400 a cell of the index is wide. */
export const schoolsAround = (point: Point, metres: number, index: SchoolIndex): IndexedSchool[] =>
  [-1, 0, 1]
    .flatMap((down) => [-1, 0, 1].flatMap((right) => index.byCell.get(cellOf(point, down, right)) ?? []))
    .filter((school) => school.point !== undefined && metresBetween(point, school.point) <= metres)

const nearestArea = (point: Point, index: SchoolIndex): string => {
  let best = { metres: Infinity, area: '' }
  for (const school of schoolsAround(point, 400, index)) {
    const metres = school.point === undefined ? Infinity : metresBetween(point, school.point)
    if (metres < best.metres) best = { metres, area: school.area }
  }
  return best.area
}

/** Reads a site: which school it cites or describes, and where it says it is. */
export const readSite = (site: Site, index: SchoolIndex): SiteReading => {
  // "Port Richmond HS 2" is the second programme at the high school; no high school goes by a one-digit number.
  const designations = parseDesignations(
    site.name.trim().replace(/(?<=\p{L}{2} (?:HS|High School)) \d$/iu, ''),
  )
  const given = pointOf(site.latitude, site.longitude)
  const plausible = given !== undefined && (index.bounds === undefined || isWithin(given, index.bounds))
  const point = plausible ? given : undefined
  const area = index.areaOf(site.area)
  const cutOff = site.name.trim().length >= narrowestExport - 2
  return {
    codes: citedCodes(site.name, index),
    numbers: [...new Set(designations.flatMap(({ numbers }) => numbers))],
    levels: [...new Set(designations.flatMap(({ levels }) => levels))],
    words: tellingWords(site.name, cutOff),
    cutOff,
    soundsLikeSchool: designations.length > 0 || soundsLikeSchool(site.name),
    area: area === '' && point !== undefined ? nearestArea(point, index) : area,
    street: parseStreet(site.address ?? ''),
    point,
    implausiblePlace: given !== undefined && !plausible,
  }
}
