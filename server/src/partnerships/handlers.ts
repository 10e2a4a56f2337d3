import type { partnershipsContract } from '@common-table/shared/partnerships/contract'
import { stagesAtWork } from '@common-table/shared/continuity/roles'
import { fieldProblem, notFound } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import type {
  Partnership,
  PartnershipChange,
  Stage,
  StageChange,
} from '@common-table/shared/partnerships/schemas'
import {
  mayBecome,
  nextStages,
  reasonsFor,
  scopeProblem,
  stagesInForce,
} from '@common-table/shared/partnerships/stages'
import { exitProblem } from '@common-table/shared/lifecycle/exit-checklist'
import { notYetFinal, type Db } from '../db/db.ts'
import { recordJustification } from '../duplication/index.ts'
import { json } from '../http/answers.ts'
import { listAnswer } from '../http/list-answer.ts'
import type { Handlers } from '../http/mount.ts'
import { refuseLeadless, refuseWithoutHolders } from '../continuity/index.ts'
import { stale } from '../http/stale.ts'
import { answerExit } from '../lifecycle/index.ts'
import { duplicatesOfChange, duplicatesOfPlan } from './duplicates-of-plan.ts'
import { addEntry, boardOf, findPartnership, leadsOf, partnershipsOf, timelineOf } from './queries.ts'
import { insertPartnership, moveStage, replaceLinks, updatePartnership } from './queries-write.ts'

const thePartnership = async (db: Db, scope: readonly string[] | null, id: string) =>
  (await findPartnership(db, scope, id)) ?? notFound('partnership')

const answerOf = async (db: Db, id: string) => {
  const { partnership, version } = await thePartnership(db, null, id)
  return json(partnership, version)
}

/** The scope as it is and the schools as they will be must fit each other. */
const checkScope = (scope: string | undefined, schoolCount: number): void => {
  const problem = scope && scopeProblem(scope, schoolCount)
  if (problem) throw fieldProblem('scope', problem, scope === 'one_school' ? 'one-school' : 'several-schools')
}

const checkDates = (startsOn: string | null | undefined, endsOn: string | null | undefined): void => {
  if (startsOn && endsOn && endsOn < startsOn)
    throw fieldProblem('endsOn', 'The end must not be before the start.', 'order')
}

const checkReturn = (day: string | null | undefined, stage: Stage, now: Date): void => {
  if (day && (stage !== 'paused' || day <= now.toISOString().slice(0, 10)))
    throw fieldProblem('resumesOn', 'A paused partnership is expected back on a later day.', 'future')
}

const checkChange = (before: string, change: PartnershipChange, today: Date): void => {
  const now = JSON.parse(before) as {
    stage: Stage
    lead: unknown
    partnerLead: unknown
    scope: string
    schools: unknown[]
    startsOn: string | null
    endsOn: string | null
  }
  if (change.scope || change.schoolIds)
    checkScope(change.scope ?? now.scope, change.schoolIds?.length ?? now.schools.length)
  checkDates(
    change.startsOn === undefined ? now.startsOn : change.startsOn,
    change.endsOn === undefined ? now.endsOn : change.endsOn,
  )
  checkReturn(change.resumesOn, now.stage, today)
  if (stagesAtWork.includes(now.stage)) refuseLeadless(now, change)
}

const checkExit = (exit: StageChange['exit'] = []): void => {
  for (const [at, { item, state, note }] of exit.entries()) {
    const problem = exitProblem(item, state, note ?? '')
    if (problem) throw fieldProblem(`exit.${at}.note`, problem, 'required')
  }
}

export const partnershipsHandlers: Handlers<typeof partnershipsContract> = {
  listPartnerships: async ({ db, actor, query, page }) =>
    listAnswer(await partnershipsOf(db, actor.schoolIds, query, page.after), page),

  partnershipBoard: async ({ db, actor, query }) => json(await boardOf(db, actor.schoolIds, query)),

  listPartnershipLeads: async ({ db }) => json(await leadsOf(db)),

  getPartnership: async ({ db, actor, params }) => {
    const { partnership, version } = await thePartnership(db, actor.schoolIds, params.partnershipId)
    return json(partnership, version)
  },

  createPartnership: async ({ db, body, author }) => {
    checkScope(body.scope, body.schoolIds?.length ?? 0)
    checkDates(body.startsOn, body.endsOn)
    const { justification, ...plan } = body
    const beside = await duplicatesOfPlan(db, body)
    if (beside.length === 0) {
      const { partnership, version } = await insertPartnership(db, plan, author)
      return json(partnership, version)
    }
    const { partnership, version } = await insertPartnership(notYetFinal(db), plan, author)
    const { id: partnershipId } = JSON.parse(partnership) as { id: string } // the record that was just written
    await recordJustification(db, { partnershipId }, beside, justification, author)
    return json(partnership, version)
  },

  changePartnership: async ({ db, params, body, ifMatch, now, author }) => {
    const before = await thePartnership(db, null, params.partnershipId)
    checkChange(before.partnership, body, now)
    const standing = JSON.parse(before.partnership) as Partnership // as its own response says
    const beside = await duplicatesOfChange(db, standing, body)
    if (!(await updatePartnership(db, params.partnershipId, ifMatch, body)))
      return stale((await thePartnership(db, null, params.partnershipId)).partnership)
    await replaceLinks(db, params.partnershipId, body)
    await recordJustification(db, params, beside, body.justification, author)
    return answerOf(db, params.partnershipId)
  },

  changePartnershipStage: async ({ db, params, body, ifMatch, now, author }) => {
    const before = await thePartnership(db, null, params.partnershipId)
    const from = before.stage as Stage
    if (!mayBecome(from, body.stage))
      throw refusal('stage-step', {
        detail: `From ${from}, the next stage can be ${nextStages(from).join(', ')}.`,
      })
    const reasons = reasonsFor(body.stage)
    if (reasons.length > 0 && !(body.reason && reasons.includes(body.reason)))
      throw fieldProblem('reason', 'Say why: choose one of the reasons.', 'required')
    const today = now.toISOString().slice(0, 10)
    checkReturn(body.resumesOn, body.stage, now)
    checkExit(body.exit)
    if (!stagesInForce.includes(from) && stagesInForce.includes(body.stage))
      await refuseWithoutHolders(db, params.partnershipId)
    const moved = await moveStage(db, params.partnershipId, ifMatch, from, body, today, author)
    if (moved && body.stage === 'ended' && body.exit)
      await answerExit(db, params.partnershipId, body.exit, today, author.name)
    return moved
      ? answerOf(db, params.partnershipId)
      : stale((await thePartnership(db, null, params.partnershipId)).partnership)
  },

  listPartnershipTimeline: async ({ db, actor, params, query, page }) => {
    await thePartnership(db, actor.schoolIds, params.partnershipId)
    return listAnswer(await timelineOf(db, params.partnershipId, query.limit ?? 50, page.after), page)
  },

  addTimelineEntry: async ({ db, params, body, author }) => {
    await thePartnership(db, null, params.partnershipId)
    return json(await addEntry(db, params.partnershipId, body, author))
  },
}
