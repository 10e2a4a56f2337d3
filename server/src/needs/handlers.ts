import { fieldProblem, notFound } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import type { needsContract } from '@common-table/shared/needs/contract'
import { mayNeedBecome, needsReason, nextNeedStatuses } from '@common-table/shared/needs/lifecycle'
import type { Db } from '../db/db.ts'
import { json } from '../http/answers.ts'
import { listAnswer } from '../http/list-answer.ts'
import type { Handlers } from '../http/mount.ts'
import { stale } from '../http/stale.ts'
import { requireFresh } from '../outcomes/index.ts'
import { changeNeed, decideSuggestions, moveNeed, needOf } from './queries.ts'
import { checkChange, recordNeed } from './record.ts'
import { listNeeds, type SchoolScope } from './list-queries.ts'
import { ruleHandlers } from './rules-handlers.ts'
import { runSuggestions } from './suggest.ts'
import { keptAnswer } from './warnings.ts'

const theNeed = async (db: Db, scope: SchoolScope, id: string) =>
  (await needOf(db, scope, id)) ?? notFound('need')

const checkReason = (needed: boolean, reason: string | undefined): string | null => {
  const said = reason?.trim() ?? ''
  if (needed && said === '')
    throw fieldProblem('reason', 'Say why: the school that asked is owed an answer.', 'required')
  return said === '' ? null : said
}

export const needsHandlers: Handlers<typeof needsContract> = {
  listNeeds: async ({ db, actor, query, page }) =>
    listAnswer(await listNeeds(db, actor.schoolIds, query, page.after), page),

  recordNeed: async ({ db, actor, author, body, now }) => {
    const by = {
      id: author.kind === 'user' ? author.id : null,
      name: author.name,
      usualSource: actor.role === 'school' ? ('principal' as const) : ('staff' as const),
    }
    const needId = await recordNeed(db, actor.schoolIds, body, by, now)
    const { need, version } = await theNeed(db, actor.schoolIds, needId)
    return keptAnswer(need, version, body)
  },

  getNeed: async ({ db, actor, params }) => {
    const { need, version } = await theNeed(db, actor.schoolIds, params.needId)
    return json(need, version)
  },

  changeNeed: async ({ db, actor, params, body, ifMatch, now }) => {
    const before = await theNeed(db, actor.schoolIds, params.needId)
    if (before.version === ifMatch && !['open', 'in_progress'].includes(before.status))
      throw refusal('need-not-open')
    if (body.title === null && !before.suggested)
      throw fieldProblem('title', 'Say in a few words what is needed.', 'required')
    await checkChange(db, before.schoolId, body, now)
    const changed = Object.keys(body).length > 0 && (await changeNeed(db, params.needId, ifMatch, body))
    const { need, version } = await theNeed(db, actor.schoolIds, params.needId)
    return changed || version === ifMatch ? keptAnswer(need, version, body) : stale(need)
  },

  moveNeed: async ({ db, actor, params, body, ifMatch }) => {
    const { status, need, version } = await theNeed(db, actor.schoolIds, params.needId)
    if (version !== ifMatch) return stale(need)
    if (!mayNeedBecome(status, body.status))
      throw refusal('need-step', {
        detail: `From ${status}, the next step can be ${nextNeedStatuses(status).join(', ')}.`,
      })
    const reason = checkReason(needsReason(status, body.status), body.reason)
    const moved = await moveNeed(db, params.needId, ifMatch, body.status, reason)
    const after = await theNeed(db, actor.schoolIds, params.needId)
    return moved ? json(after.need, after.version) : stale(after.need)
  },

  suggestNeeds: async ({ db, actor, services, now }) => {
    // What a principal may see is too little to judge every school by.
    if (actor.schoolIds !== null) throw refusal('suggestions-office')
    await requireFresh(services, actor.districtId)
    return runSuggestions(db, now.toISOString().slice(0, 10), actor.name)
  },

  decideSuggestions: async ({ db, actor, body: { needIds, decision, reason } }) => {
    const status = decision === 'accept' ? 'open' : 'dismissed'
    const said = checkReason(needsReason('suggested', status), reason)
    const decided = await decideSuggestions(db, actor.schoolIds, needIds, status, said)
    return { decided, skipped: needIds.length - decided }
  },

  ...ruleHandlers,
}
