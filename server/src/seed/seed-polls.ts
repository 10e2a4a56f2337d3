import { addDays } from '@common-table/shared/calendar/dates'
import { deliveryPollsContract } from '@common-table/shared/polls/contract'
import type { DeliverySaid } from '@common-table/shared/polls/schemas'
import { mailedToken } from './mailed-token.ts'
import type { Seed } from './seeds.ts'

/** What those say who have answered already; whoever else is asked is silent yet. */
const said = (today: string): DeliverySaid[] => [
  { answer: 'no', fromDay: addDays(today, 10), note: 'Our van is in the repair shop.' },
  { answer: 'partly', note: 'Only on the west side of the river.' },
  { answer: 'yes' },
  { answer: 'yes', note: 'Online until the road is open.' },
  { answer: 'no', note: 'Our volunteers cannot get there.' },
  { answer: 'yes' },
]

/** A storm has closed a bridge: every partner at work was asked whether it can still come. */
export const seedPolls: Seed = async ({ call, holding, today }) => {
  const { items: there } = await call(deliveryPollsContract.listPolls)
  if (there.length > 0) return
  if ((await call(deliveryPollsContract.weighAudience, { body: {} })).partners === 0) return
  const { id: pollId } = await call(deliveryPollsContract.startPoll, {
    body: { note: 'After the storm the bridge on River Road is closed until further notice.' },
  })
  const { answers } = await call(deliveryPollsContract.getPollBoard, { params: { pollId } })
  const reachable = answers.flatMap(({ to }) => (to ? [to.email] : []))
  for (const [at, body] of said(today).entries()) {
    const email = reachable[at]
    if (!email) return
    const partner = holding(await mailedToken(call, 'can-deliver', email))
    await partner(deliveryPollsContract.answerPollByLink, { body })
  }
}
