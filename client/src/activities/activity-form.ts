import type { Activity, ActivityChange } from '@common-table/shared/activities/schemas'
import { fourCs, type FourC } from '@common-table/shared/activities/vocabulary'
import type { Draft } from '../platform/schema-form.ts'

export type ActivityDraft = Draft<ActivityChange>

/** A C that is ticked has a line, which may still be blank; one that is not has none. */
export const isMeant = (draft: ActivityDraft, code: FourC): boolean =>
  draft[code] !== undefined && draft[code] !== null

/** Forms leave blanks out; a C that is meant with no word on how is sent as just that. */
export const blankClaims = (draft: ActivityDraft): Partial<Record<FourC, ''>> =>
  Object.fromEntries(
    fourCs.flatMap(({ code }) => (isMeant(draft, code) && !draft[code]?.trim() ? [[code, '']] : [])),
  )

/** What the form begins with for an activity that is there. */
export const draftOf = ({
  evidence,
  people,
  school,
  service,
  partnership,
  strategy,
  ...one
}: Activity): ActivityChange => ({
  title: one.title,
  happensOn: one.happensOn,
  schoolId: school?.id ?? null,
  serviceId: service?.id ?? null,
  partnershipId: partnership?.id ?? null,
  strategyId: strategy?.id ?? null,
  planned: one.planned,
  delivered: one.delivered,
  minutes: one.minutes,
  ...people,
  audiences: one.audiences,
  ...evidence,
  epstein: one.epstein,
  languages: one.languages,
  setting: one.setting,
  note: one.note,
})

/** Today where this person is, as a day of the calendar. */
export const localDay = (now = new Date()): string =>
  [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-')
