import { buildSchoolIndex } from '@common-table/shared/matching/school-index'
import { matchSite, type SiteMatch } from '@common-table/shared/matching/site-match'
import { openRecords } from '../run/queries-records.ts'
import { schoolsToMatch } from '../run/queries-known.ts'
import type { Counts, Note } from '../run/outcome.ts'
import type { Place, WrittenSite } from './gathered-sites.ts'
import { settledSites } from './queries-organizations.ts'
import type { WriterContext } from './row-writer.ts'

const odds = (confidence: number): number => confidence / (1.005 - confidence)

/** How sure the first candidate is, the second being there: two equal ones make it no better than a coin. */
const sureness = ([first, second]: readonly { confidence: number }[]): number => {
  if (first === undefined) return 0
  const against = second === undefined ? 0 : odds(second.confidence)
  return (first.confidence * odds(first.confidence)) / (odds(first.confidence) + against)
}

export interface PlaceAnswer {
  readonly schoolId: string | undefined
  readonly confidence: number | null
}

export interface SettledPlaces {
  of(placeKey: string): PlaceAnswer
  /** Asks a person about the places that are not settled, and says which sites wait for the answer. */
  ask(sites: readonly WrittenSite[]): Promise<Counts>
  notes(sites: readonly WrittenSite[]): Note[]
}

/** For every place of a file: at which school it is, as people answered before, as its name and place say, or a question. */
export const settlePlaces = async (
  context: WriterContext,
  places: ReadonlyMap<string, Place>,
): Promise<SettledPlaces> => {
  const { sql, importId, options } = context
  const settled = await settledSites(sql)
  const index = options.matchSchools === 'no' ? undefined : buildSchoolIndex(await schoolsToMatch(sql))
  const matches = new Map<string, SiteMatch>()
  if (index !== undefined) for (const [key, place] of places) matches.set(key, matchSite(place, index))
  const answer = (key: string): PlaceAnswer => {
    const person = settled.get(key)
    if (person?.status === 'accepted' && person.schoolId !== null)
      return { schoolId: person.schoolId, confidence: 1 }
    if (person?.status === 'rejected') return { schoolId: undefined, confidence: null }
    const match = matches.get(key)
    return match?.outcome === 'matched'
      ? { schoolId: match.school!.id, confidence: match.confidence }
      : { schoolId: undefined, confidence: null }
  }
  const unsure = (key: string) => matches.get(key)?.outcome === 'unsure' && answer(key).schoolId === undefined
  return {
    of: answer,
    ask: async (sites) => {
      const items = await openRecords(sql, {
        table: 'review_items',
        key: ['kind', 'subject_key'],
        columns: ['import_id', 'subject', 'candidates', 'confidence'],
        existing: 'fill',
        only: { import_id: 'false', subject: 'false', candidates: 'false', confidence: 'false' },
      })
      for (const [key, place] of places) {
        if (!unsure(key)) continue
        const match = matches.get(key)!
        items.add([
          'site_school',
          key,
          importId,
          JSON.stringify({ ...place, reasons: match.reasons }),
          JSON.stringify(
            match.candidates.map(({ school, confidence, reasons }) => ({
              schoolId: school.id,
              confidence,
              reasons,
            })),
          ),
          sureness(match.candidates),
        ])
        await items.flush()
      }
      const counts = await items.write(importId)
      const ids = new Map([...(await settledSites(sql))].map(([key, { id }]) => [key, id]))
      const links = await openRecords(sql, {
        table: 'review_item_sites',
        key: ['review_item_id', 'service_site_id'],
        columns: [],
        existing: 'fill',
      })
      for (const { id, placeKey } of sites) if (ids.has(placeKey)) links.add([ids.get(placeKey)!, id])
      await links.write(importId)
      return counts
    },
    notes: (sites) => {
      const tally: Record<string, number> = {}
      for (const { placeKey } of sites) {
        const outcome =
          answer(placeKey).schoolId === undefined
            ? (matches.get(placeKey)?.outcome ?? 'not_a_school')
            : 'matched'
        tally[outcome] = (tally[outcome] ?? 0) + 1
      }
      return Object.entries(tally).map(([outcome, n]) => ({
        code: `sites_${outcome}`,
        params: { n, of: sites.length },
      }))
    },
  }
}
