import { notFound } from '@common-table/shared/contract/problem'
import { suggestedOutreach } from '@common-table/shared/pipeline/outreach'
import type { prospectsContract } from '@common-table/shared/pipeline/prospects-contract'
import type { Db } from '../db/db.ts'
import { json } from '../http/answers.ts'
import type { Handlers } from '../http/mount.ts'
import { stale } from '../http/stale.ts'
import { findProspect } from './prospect-queries.ts'
import { beginContact, findStep, insertStep, planFacts, removeStep, updateStep } from './step-queries.ts'
import { insertTouch } from './touch-queries.ts'

type StepRoutes =
  'suggestOutreach' | 'addOutreachStep' | 'changeOutreachStep' | 'finishOutreachStep' | 'removeOutreachStep'

const theStep = async (db: Db, id: string) => (await findStep(db, id)) ?? notFound('step')
const answer = async (db: Db, id: string) => {
  const { step, version } = await theStep(db, id)
  return json(step, version)
}

/** Which touch a step is once it is done. */
const touchOf: Readonly<Record<string, 'note' | 'email' | 'call' | 'meeting' | 'visit'>> = {
  introduction: 'note',
  letter: 'note',
  email: 'email',
  call: 'call',
  meeting: 'meeting',
  visit: 'visit',
  event: 'meeting',
}

export const stepHandlers: Pick<Handlers<typeof prospectsContract>, StepRoutes> = {
  suggestOutreach: async ({ db, params: { prospectId }, body, now }) => {
    const facts = (await planFacts(db, prospectId)) ?? notFound('prospect')
    const today = now.toISOString().slice(0, 10)
    for (const step of suggestedOutreach(facts.willingness, facts.knowers, today, body.language))
      if (!facts.open.some(({ channel, what }) => channel === step.channel && what === step.what))
        await insertStep(db, prospectId, { ...step, ownerUserId: facts.owner })
    const { prospect, version } = (await findProspect(db, null, prospectId))! // its facts were just read
    return json(prospect, version)
  },

  addOutreachStep: async ({ db, params, body }) => {
    if (!(await findProspect(db, null, params.prospectId))) notFound('prospect')
    return answer(db, await insertStep(db, params.prospectId, body))
  },

  changeOutreachStep: async ({ db, params, body, ifMatch }) => {
    const { step } = await theStep(db, params.stepId)
    return (await updateStep(db, params.stepId, ifMatch, body)) ? answer(db, params.stepId) : stale(step)
  },

  finishOutreachStep: async ({ db, params, body, ifMatch, author }) => {
    const { step, organization, prospect, channel, what } = await theStep(db, params.stepId)
    if (!(await updateStep(db, params.stepId, ifMatch, { doneOn: body.doneOn }))) return stale(step)
    const said = body.body?.trim()
    const text = said ? `${what}: ${said}` : what
    const touch = { kind: touchOf[channel] ?? 'note', happenedOn: body.doneOn, body: text }
    await insertTouch(db, organization, touch, author)
    await beginContact(db, prospect)
    return answer(db, params.stepId)
  },

  removeOutreachStep: async ({ db, params }) => {
    if (!(await removeStep(db, params.stepId))) notFound('step')
  },
}
