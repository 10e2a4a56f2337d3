import { notFound, ProblemError } from '@common-table/shared/contract/problem'
import { tiers } from '@common-table/shared/catalog/tiers'
import type { whatIfContract } from '@common-table/shared/what-if/contract'
import { lossOf, soleProvidersOf, type Loss } from '@common-table/shared/what-if/loss'
import type { LossAnswer, LossQuery } from '@common-table/shared/what-if/schemas'
import { json } from '../http/answers.ts'
import type { Handlers } from '../http/mount.ts'
import type { Db } from '../db/db.ts'
import {
  grantLeaving,
  groundOf,
  neededGrants,
  organizationLeaving,
  organizationsLeaving,
  yearLeaving,
  type Ground,
  type Leaving,
} from './queries.ts'

/** Enough to see the shape of a loss; the totals count all of it. */
const shownAtMost = 500

const leavingOf = async (db: Db, { organizationId, grant, schoolYear }: LossQuery): Promise<Leaving> => {
  if ([organizationId, grant, schoolYear].filter((one) => one !== undefined).length !== 1)
    throw new ProblemError(
      'invalid-input',
      'Say what goes away: a partner (organizationId), a grant, or a school year. Exactly one of the three.',
    )
  const found =
    organizationId !== undefined
      ? await organizationLeaving(db, organizationId)
      : grant !== undefined
        ? await grantLeaving(db, grant)
        : await yearLeaving(db, schoolYear!) // one of the three is there
  return (
    found?.leaving ??
    notFound(organizationId !== undefined ? 'organization' : grant !== undefined ? 'grant' : 'school year')
  )
}

const placesOf = (losses: readonly Loss[]): number => losses.reduce((sum, { lost }) => sum + lost, 0)

const answerOf = (ground: Ground, leaving: Leaving, whole: boolean): LossAnswer => {
  const losses = lossOf(ground.cells, ground.sites, {
    // A grant or a year ends partnerships; only a partner that leaves takes everything with it.
    organizations: new Set(whole ? leaving.organizations.map(({ id }) => id) : []),
    partnerships: new Set(leaving.partnerships),
  })
  const kinds = Map.groupBy(losses, ({ category }) => category)
  const schoolOf = (id: string) => ({ id, name: ground.schools[id]! }) // of every cell, by the query
  const categoryOf = (id: string) => ({ id, ...ground.categories[id]! }) // the same
  return {
    asOf: ground.asOf,
    schoolYear: ground.schoolYear,
    gone: {
      organizations: leaving.organizations,
      partnerships: leaving.partnerships.length,
      endsAfter: leaving.endsAfter,
    },
    places: placesOf(losses),
    schools: new Set(losses.map(({ school }) => school)).size,
    categories: [...kinds]
      .map(([id, lost]) => ({ ...categoryOf(id), places: placesOf(lost) }))
      .sort((a, b) => b.places - a.places),
    tiers: tiers.map(({ tier }) => ({ tier, places: placesOf(losses.filter((loss) => loss.tier === tier)) })),
    items: losses
      .slice(0, shownAtMost)
      .map((loss) => ({ ...loss, school: schoolOf(loss.school), category: categoryOf(loss.category) })),
    total: losses.length,
  }
}

/** What falls into gap if these partners no longer come, all at once; nothing where there is no school year. */
export const lossWithout = async (
  db: Db,
  scope: readonly string[] | null,
  organizationIds: readonly string[],
): Promise<LossAnswer | null> => {
  const [leaving, ground] = await Promise.all([
    organizationsLeaving(db, organizationIds),
    groundOf(db, scope, organizationIds),
  ])
  return ground && leaving ? answerOf(ground, leaving.leaving, true) : null
}

export const whatIfHandlers: Handlers<typeof whatIfContract> = {
  whatIfGone: async ({ db, actor, query }) => {
    const leaving = await leavingOf(db, query)
    const ground = await groundOf(
      db,
      actor.schoolIds,
      leaving.organizations.map(({ id }) => id),
    )
    return ground ? answerOf(ground, leaving, query.organizationId !== undefined) : notFound('school year')
  },

  listGrants: async ({ db }) => json(`{"items":${await neededGrants(db)}}`),

  listSoleProviders: async ({ db, actor }) => {
    const ground = await groundOf(db, actor.schoolIds, null)
    if (!ground) return { items: [] }
    return {
      items: soleProvidersOf(ground.cells, ground.sites).map(({ organization: id, ...facts }) => ({
        organization: { id, name: ground.organizations[id]! }, // of every site, by the query
        ...facts,
      })),
    }
  },
}
