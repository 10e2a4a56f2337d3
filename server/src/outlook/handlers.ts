import type { outlookContract } from '@common-table/shared/outlook/contract'
import { fieldProblem, notFound } from '@common-table/shared/contract/problem'
import { recommend } from '@common-table/shared/outlook/recommendation'
import type { Outlook, OutlookItem } from '@common-table/shared/outlook/schemas'
import { sustainabilityOf } from '@common-table/shared/outlook/sustainability'
import type { Db } from '../db/db.ts'
import { json } from '../http/answers.ts'
import type { Handlers } from '../http/mount.ts'
import { stale } from '../http/stale.ts'
import { factsFrom, keptBoth } from './facts.ts'
import { deleteFunding, fundingOf, insertFunding, updateFunding } from './fundings-queries.ts'
import {
  keepReview,
  keptSum,
  outlookRow,
  outlooksOf,
  yearBegun,
  type OutlookItemRow,
  type OutlookRow,
  type Scope,
} from './queries.ts'

const theRow = async (db: Db, scope: Scope, partnershipId: string): Promise<OutlookRow> =>
  (await outlookRow(db, scope, partnershipId)) ?? notFound('partnership')

const viewOf = ({ partnership, facts: row, reviews, schoolYear }: OutlookRow): Outlook => {
  const facts = factsFrom(row)
  const { grounds, verdict } = recommend(facts)
  const { parts, ...lasting } = sustainabilityOf(facts)
  return {
    partnership,
    asOf: row.today,
    promises: keptBoth(facts),
    sustainability: { ...lasting, parts: [...parts] },
    recommendation: { verdict, grounds: [...grounds] },
    champions: row.champions,
    agreement: row.agreement && {
      id: row.agreement.id,
      title: row.agreement.title,
      endsOn: row.agreement.endsOn,
      renews: row.agreement.renews,
    },
    fundings: row.fundings,
    reviews,
    schoolYear,
  }
}

const itemOf = ({ facts: row, partnership, organization, stage, reviewed }: OutlookItemRow): OutlookItem => {
  const facts = factsFrom(row)
  const { verdict, grounds } = recommend(facts)
  const { score, singleChampion } = sustainabilityOf(facts)
  return {
    partnership,
    organization,
    stage: stage as OutlookItem['stage'], // the column's own check holds the list
    agreementEndsOn: facts.agreement?.endsOn ?? null,
    promises: keptBoth(facts),
    score,
    singleChampion,
    verdict,
    concerns: grounds
      .filter(({ judgement }) => judgement === 'bad' || judgement === 'weak')
      .map(({ code }) => code),
    balance: facts.balance,
    reviewed,
  }
}

const theFunding = async (db: Db, fundingId: string) =>
  (await fundingOf(db, fundingId)) ?? notFound('funding')

export const outlookHandlers: Handlers<typeof outlookContract> = {
  getOutlook: async ({ db, actor, params }) =>
    viewOf(await theRow(db, actor.schoolIds, params.partnershipId)),

  listOutlooks: async ({ db, actor, query, page }) => {
    const { items, next } = await outlooksOf(db, actor.schoolIds, query, page.after)
    return {
      items: (JSON.parse(items) as OutlookItemRow[]).map(itemOf),
      nextCursor: next ? page.cursor(next) : null,
    }
  },

  sumKeptPromises: async ({ db, actor, query }) => {
    const { partnerships, promises } = await keptSum(db, actor.schoolIds, query.organizationId)
    return { partnerships, ...keptBoth({ promises }) }
  },

  reviewQuality: async ({ db, actor, params, body, ifMatch }) => {
    const { partnershipId, schoolYearId } = params
    await theRow(db, actor.schoolIds, partnershipId)
    const begun = (await yearBegun(db, schoolYearId)) ?? notFound('school year')
    if (!begun)
      throw fieldProblem(
        'schoolYearId',
        'This school year has not begun. Review the one that is under way.',
        'future',
      )
    const at = { partnershipId, schoolYearId, version: ifMatch }
    const kept = await keepReview(db, at, body.levels, body.note ?? '', actor.name)
    const now = viewOf(await theRow(db, actor.schoolIds, partnershipId))
    return kept ? now : stale(JSON.stringify(now))
  },

  addFunding: async ({ db, actor, params, body }) => {
    await theRow(db, actor.schoolIds, params.partnershipId)
    const { funding, version } = await insertFunding(db, params.partnershipId, body)
    return json(funding, version)
  },

  changeFunding: async ({ db, params: { fundingId }, body, ifMatch }) => {
    await theFunding(db, fundingId)
    if (!(await updateFunding(db, fundingId, ifMatch, body)))
      return stale((await theFunding(db, fundingId)).funding)
    const { funding, version } = await theFunding(db, fundingId)
    return json(funding, version)
  },

  removeFunding: async ({ db, params }) => {
    if (!(await deleteFunding(db, params.fundingId))) notFound('funding')
  },
}
