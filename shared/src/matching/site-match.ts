import type { IndexedSchool, SchoolIndex, SchoolRecord } from './school-index.ts'
import { weigh, type Evidence, type SiteReason } from './site-evidence.ts'
import { readSite, schoolsAround, type Site, type SiteReading } from './site-reading.ts'

export type SiteCandidate = { school: SchoolRecord; confidence: number; reasons: SiteReason[] }

/**
 * What a programme site is: at this school, perhaps at one of these, no school at all, or named like a school that the
 * district does not list (private, closed or misspelt). Confidence is that of the first candidate, 0 to 1.
 */
export type SiteMatch = {
  outcome: 'matched' | 'unsure' | 'not_a_school' | 'no_such_school'
  school?: SchoolRecord
  confidence: number
  candidates: SiteCandidate[]
  reasons: SiteReason[]
}

// Log-odds 2.6 is a confidence of 0.93; a rival closer than 1.5 makes a person choose.
const sure = 2.6
const margin = 1.5
const worthALook = -0.9
const shown = 5

// Geocodes of one building lie this far apart.
const buildingMetres = 150

// A word half the district's schools carry brings nothing to compare.
const commonWord = 60

const candidatesOf = (site: SiteReading, index: SchoolIndex): Set<IndexedSchool> => {
  const found = new Set<IndexedSchool>()
  const add = (schools: readonly IndexedSchool[] | undefined): void => {
    for (const school of schools ?? []) found.add(school)
  }
  for (const code of site.codes) add(index.byCode.get(code))
  for (const number of site.numbers) add(index.byNumber.get(number))
  if (site.street !== undefined) add(index.byStreet.get(`${site.street.house} ${site.street.street}`))
  if (site.point !== undefined) add(schoolsAround(site.point, buildingMetres, index))
  if (found.size === 0 || site.numbers.length === 0 || site.words.length > 0)
    for (const word of site.words) {
      const holders = index.byWord.get(word)
      if (holders !== undefined) {
        if (holders.length <= commonWord || site.words.length <= 2) add(holders)
      } else if (word.length >= 4)
        add(index.similarWords(word).flatMap((other) => index.byWord.get(other) ?? []))
    }
  return found
}

// A club two doors from a school is no question for anyone; a club in its building is.
const speaksFor = (evidence: Evidence): boolean =>
  evidence.named || evidence.reasons.some((reason) => reason === 'same_address' || reason === 'name_agrees')

const confidenceOf = (logit: number): number => Math.round(100 / (1 + Math.exp(-logit))) / 100

const noSchool = (site: SiteReading): SiteMatch => ({
  outcome: site.soundsLikeSchool ? 'no_such_school' : 'not_a_school',
  confidence: 0,
  candidates: [],
  reasons: [],
})

/** Is this programme site at one of the district's schools, and how sure is that? */
export const matchSite = (site: Site, index: SchoolIndex): SiteMatch => {
  const reading = readSite(site, index)
  const weighed: { school: IndexedSchool; evidence: Evidence }[] = []
  for (const school of candidatesOf(reading, index))
    weighed.push({ school, evidence: weigh(reading, school, index) })
  const ranked = weighed
    .filter(
      ({ evidence }) => evidence.logit >= worthALook && (reading.soundsLikeSchool || speaksFor(evidence)),
    )
    .sort(
      (a, b) => b.evidence.logit - a.evidence.logit || (a.school.record.code < b.school.record.code ? -1 : 1),
    )
  const [best, rival] = ranked
  if (best === undefined) return noSchool(reading)
  const candidates = ranked.slice(0, shown).map(({ school, evidence }) => ({
    school: school.record,
    confidence: confidenceOf(evidence.logit),
    reasons: evidence.reasons,
  }))
  const close = rival !== undefined && best.evidence.logit - rival.evidence.logit < margin
  const reasons = [...best.evidence.reasons]
  if (reading.implausiblePlace) reasons.push('implausible_coordinates')
  if (close) reasons.push(best.evidence.named ? 'several_fit' : 'several_in_building')
  const confidence = candidates[0]?.confidence ?? 0
  return best.evidence.logit >= sure && !close
    ? { outcome: 'matched', school: best.school.record, confidence, candidates, reasons }
    : { outcome: 'unsure', confidence, candidates, reasons }
}
