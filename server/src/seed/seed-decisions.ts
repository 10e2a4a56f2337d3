import { addDays } from '@common-table/shared/calendar/dates'
import { decisionsContract } from '@common-table/shared/decisions/contract'
import { councilsContract } from '@common-table/shared/meetings/councils-contract'
import { partnershipsContract } from '@common-table/shared/partnerships/contract'
import type { Seed } from './seeds.ts'

/** A charter of four kinds of decisions, one question decided in time, one that waits, and one partnership that goes on. */
export const seedDecisions: Seed = async ({ call, today }) => {
  const { items: known } = await call(decisionsContract.listCharterLines)
  if (known.length > 0) return
  const { items: councils } = await call(councilsContract.listCouncils, { query: { limit: 1 } })
  const councilId = councils[0]?.id ?? null
  const needs = await call(decisionsContract.addCharterLine, {
    body: {
      title: 'Which needs come first',
      councilId,
      seats: ['chair', 'school', 'partner', 'family', 'youth'],
      method: 'consensus',
      daysToDecide: 30,
      rotation: 'Family and youth seats change every school year.',
    },
  })
  const budget = await call(decisionsContract.addCharterLine, {
    body: {
      title: 'How a grant is shared',
      councilId,
      seats: ['chair', 'district', 'school', 'family', 'youth'],
      method: 'supermajority',
      daysToDecide: 21,
    },
  })
  await call(decisionsContract.addCharterLine, {
    body: {
      title: 'What is said to the press',
      seats: ['district', 'partner'],
      method: 'consultation',
      finalSay: 'Director of partnerships',
      daysToDecide: 5,
    },
  })
  const goOn = await call(decisionsContract.addCharterLine, {
    body: {
      title: 'Whether a partnership goes on',
      seats: ['district', 'partner'],
      method: 'consensus',
      daysToDecide: 30,
    },
  })
  const { items: atWork } = await call(partnershipsContract.listPartnerships, {
    query: { stage: ['active'], limit: 1 },
  })
  for (const { id: partnershipId, name } of atWork)
    await call(decisionsContract.decideNextTerm, {
      params: { partnershipId },
      body: {
        charterLineId: goOn.id,
        verdict: 'renew',
        question: `Do we renew, revise or end “${name}”?`,
        outcome: 'It goes on for another year. Both sides want the check-ins on a fixed day.',
        decidedOn: addDays(today, -9),
        seatsPresent: ['district', 'partner'],
      },
    })
  const { items: meetings } = await call(councilsContract.listMeetings, { query: { limit: 20 } })
  const held = meetings.find(({ status }) => status === 'held')
  const first = await call(decisionsContract.askDecision, {
    body: {
      charterLineId: needs.id,
      question: 'Do we begin with winter clothing or with tutoring?',
      askedOn: addDays(today, -40),
    },
  })
  await call(decisionsContract.takeDecision, {
    params: { decisionId: first.id },
    body: {
      outcome: 'Winter clothing now, tutoring from January on.',
      decidedOn: addDays(today, -20),
      seatsPresent: ['chair', 'school', 'partner', 'family', 'youth'],
      ...(held && { meetingId: held.id }),
    },
    ifMatch: first.version,
  })
  await call(decisionsContract.askDecision, {
    body: {
      charterLineId: budget.id,
      question: 'How is the grant for after-school hours shared among the schools?',
      askedOn: addDays(today, -6),
    },
  })
}
