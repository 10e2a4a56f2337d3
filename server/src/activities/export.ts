import type { Activity } from '@common-table/shared/activities/schemas'
import {
  activityKinds,
  activitySources,
  activityStates,
  epsteinTypes,
  fourCs,
  peopleKinds,
} from '@common-table/shared/activities/vocabulary'
import { languages } from '@common-table/shared/vocabulary/languages'
import { settings } from '@common-table/shared/vocabulary/settings'
import { nameOf, type Term } from '@common-table/shared/vocabulary/terms'
import type { Db } from '../db/db.ts'
import type { Download } from '../http/answers.ts'
import { tableFile, type Cell } from '../imports/index.ts'
import { activityList, type ActivityFilters } from './list-queries.ts'

const columns = [
  { header: 'Day', width: 12 },
  { header: 'What', width: 40 },
  { header: 'Kind', width: 26 },
  { header: 'School', width: 32 },
  { header: 'Service', width: 32 },
  { header: 'Organization', width: 28 },
  { header: 'State', width: 18 },
  { header: 'Sessions planned', width: 10 },
  { header: 'Sessions held', width: 10 },
  { header: 'Minutes', width: 10 },
  ...peopleKinds.map(({ en }) => ({ header: en, width: 12 })),
  { header: 'For whom', width: 24 },
  ...fourCs.map(({ en }) => ({ header: en, width: 36 })),
  { header: 'Epstein type', width: 24 },
  { header: 'Languages', width: 20 },
  { header: 'Setting', width: 20 },
  { header: 'Note', width: 40 },
  { header: 'Said by', width: 16 },
]
const names = (terms: readonly Term[], codes: readonly string[]): string =>
  codes.map((code) => nameOf(terms, code, 'en')).join('; ')

const cellsOf = (one: Activity): Cell[] => [
  one.happensOn,
  one.title,
  nameOf(activityKinds, one.kind, 'en'),
  one.school?.name ?? 'Whole district',
  one.service?.name ?? null,
  one.organization?.name ?? null,
  nameOf(activityStates, one.status, 'en'),
  one.planned,
  one.delivered,
  one.minutes,
  ...peopleKinds.map(({ code }) => one.people?.[code] ?? null),
  names(peopleKinds, one.audiences),
  ...fourCs.map(({ code }) => one.evidence[code]),
  names(epsteinTypes, one.epstein),
  names(languages, one.languages),
  one.setting && nameOf(settings, one.setting, 'en'),
  one.note,
  nameOf(activitySources, one.saidBy, 'en'),
]

async function* rows(db: Db, filters: ActivityFilters): AsyncGenerator<readonly Cell[]> {
  let after: readonly unknown[] | undefined
  do {
    const page = await activityList(db, true, {
      filters,
      sort: 'day',
      descending: true,
      after,
      limit: 1000,
    })
    for (const activity of JSON.parse(page.items) as Activity[]) yield cellsOf(activity) // the list's own item
    after = page.next ?? undefined
  } while (after)
}

export const exportActivities = (db: Db, filters: ActivityFilters): Download =>
  tableFile('activities', 'csv', columns, rows(db, filters))
