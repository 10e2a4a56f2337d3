import { bestFirst, matchOf, type Match, type Relation } from '@common-table/shared/matching/service-match'
import type { MatchedNeed, MatchedService } from '@common-table/shared/placement/schemas'
import { notFound } from '@common-table/shared/contract/problem'
import type { Static } from 'typebox'
import type { MatchedNeeds, MatchedServices } from '@common-table/shared/placement/schemas'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import { neededAt } from './asked-queries.ts'
import {
  groundNeeds,
  groundServices,
  relationOf,
  type GroundNeed,
  type GroundService,
  type Measure,
} from './ground.ts'
import { needsBeside, needsOfCategories, serviceGround, servicesOfCategory } from './ground-queries.ts'

/** Everything that was said counts: a match is a place to begin a talk, not a promise. */
const measure: Measure = { yardstick: 'stated', assumedPlaces: 1, withinKilometres: null }
const shown = 12
const shownAlmost = 5

type Kinds = Map<string, { id: string; name: string; nameEs: string }>
const kinds = statement<{
  id: string
  name: string
  nameEs: string
}>(`select id, name, name_es as "nameEs" from categories
  where district_id = app_district() and id = any ($1::uuid[])`)
const kindsOf = async (db: Db, ids: readonly string[]): Promise<Kinds> =>
  new Map((await db.many(kinds, [[...new Set(ids)]])).map((kind) => [kind.id, kind]))

const present = statement<{
  schoolId: string
  organizationId: string
}>(`select distinct t.school_id as "schoolId", v.organization_id as "organizationId"
  from service_sites t join services v on v.district_id = app_district() and v.id = t.service_id
  where t.district_id = app_district() and t.status = 'active' and (t.school_id = $1 or v.organization_id = $2) and t.school_id is not null`)
const presenceBeside = async (
  db: Db,
  schoolId: string | null,
  organizationId: string | null,
): Promise<Set<string>> =>
  new Set(
    (await db.many(present, [schoolId, organizationId])).map(
      (tie) => `${tie.schoolId}/${tie.organizationId}`,
    ),
  )

const told = ({ score, metres, reasons }: Match) => ({
  score,
  metres,
  reasons: reasons.map((reason) => ({ ...reason, words: [...reason.words] })),
})

/** In matching, a kind of help a service gives beside its main one is a fit as well. */
const alsoKinds = (service: GroundService): GroundService => ({
  ...service,
  categoryIds: [service.row.categoryId, ...service.row.alsoCategoryIds],
})

const serviceTold = (service: GroundService, match: Match, names: Kinds): MatchedService => {
  const { id, name, organizationId, organizationName, categoryId, tier, setting } = service.row
  return {
    organization: { id: organizationId, name: organizationName, serviceId: id, serviceName: name },
    category: names.get(categoryId)!, // asked for below
    tier,
    setting,
    room: service.room,
    misfits: [...match.misfits],
    ...told(match),
  }
}

const matched = <T>(items: readonly T[], of: (item: T) => Match): { item: T; match: Match }[] =>
  items.map((item) => ({ item, match: of(item) })).sort((a, b) => bestFirst(a.match, b.match))

/** Services of a need's kind of help, in the order they suit it, and those one limit away. */
const servicesSuiting = async (db: Db, need: GroundNeed): Promise<Static<typeof MatchedServices>> => {
  const [rows, ties] = await Promise.all([
    servicesOfCategory(db, need.categoryId),
    presenceBeside(db, need.schoolId, null),
  ])
  const services = groundServices(rows, measure).map(alsoKinds)
  const names = await kindsOf(
    db,
    services.map(({ row }) => row.categoryId),
  )
  // What nobody needs any more is matched as if one student did: who could help is asked before it is needed, too.
  const asked: GroundNeed = { ...need, students: Math.max(1, need.students) }
  const every = matched(services, (service) => matchOf(asked, service, relationOf(asked, service, ties)))
  const tell = ({ item, match }: (typeof every)[number]) => serviceTold(item, match, names)
  return {
    unmet: need.students,
    items: every
      .filter(({ match }) => match.misfits.length === 0)
      .slice(0, shown)
      .map(tell),
    almost: every
      .filter(({ match }) => match.misfits.length === 1)
      .slice(0, shownAlmost)
      .map(tell),
  }
}

/** Services that could help with a need. A need that is not open has no one to wait for, but is answered all the same. */
export const servicesForNeed = async (
  db: Db,
  scope: readonly string[] | null,
  needId: string,
): Promise<Static<typeof MatchedServices>> => {
  const need = groundNeeds(await needsBeside(db, needId), measure).find(({ id }) => id === needId)
  if (!need || (scope !== null && !scope.includes(need.schoolId))) {
    if (!(await isKnown(db, scope, needId))) notFound('need')
    return { unmet: 0, items: [], almost: [] }
  }
  return servicesSuiting(db, need)
}

const known = statement<{
  known: boolean
}>(`select exists (select from needs where district_id = app_district() and id = $1
  and ($2::uuid[] is null or school_id = any ($2))) as known`)
const isKnown = async (db: Db, scope: readonly string[] | null, id: string): Promise<boolean> =>
  (await db.one(known, [id, scope]))!.known // without from: one row

/** Services that could help a school with so many students, whether or not a need says so. */
export const servicesForHelp = async (
  db: Db,
  asked: Parameters<typeof neededAt>[1],
): Promise<MatchedService[]> => {
  const row = await neededAt(db, asked)
  if (!row) return []
  const { items, almost } = await servicesSuiting(db, {
    ...row,
    row,
    wanted: asked.students,
    students: asked.students,
    weight: 1,
  })
  return [...items, ...almost]
}

/** Open needs a service could help with, of the schools the reader may see. */
export const needsForService = async (
  db: Db,
  scope: readonly string[] | null,
  serviceId: string,
): Promise<Static<typeof MatchedNeeds>> => {
  const row = (await serviceGround(db, serviceId)) ?? notFound('service')
  const service = alsoKinds(groundServices([row], measure)[0]!) // of one row, one
  const [needRows, ties, names] = await Promise.all([
    needsOfCategories(db, service.categoryIds, scope),
    presenceBeside(db, null, row.organizationId),
    kindsOf(db, service.categoryIds),
  ])
  const needs = groundNeeds(needRows, measure).filter(({ students }) => students > 0)
  // Where it is needed most is worth knowing before places are free: room is a preference here.
  const asked = { ...service, room: Math.max(1, service.room) }
  const relation = (need: GroundNeed): Relation => relationOf(need, service, ties)
  const every = matched(needs, (need) => matchOf(need, asked, relation(need))).filter(
    ({ match }) => match.misfits.length === 0,
  )
  const items = every
    .map((one) => ({ ...one, weight: one.item.row.severity * one.match.score }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, shown)
  return {
    room: service.room,
    total: every.length,
    items: items.map(({ item, match }): MatchedNeed => {
      const { id, title, schoolId, schoolName, area, categoryId, tier, severity } = item.row
      return {
        id,
        title,
        school: { id: schoolId, name: schoolName, area },
        category: names.get(categoryId)!, // of the service's kinds
        tier,
        severity,
        unmet: item.students,
        ...told(match),
      }
    }),
  }
}
