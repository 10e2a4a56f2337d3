import { addDays } from '@common-table/shared/calendar/dates'
import { needsContract } from '@common-table/shared/needs/contract'
import { helpRequestsContract } from '@common-table/shared/requests/contract'
import type { HelpRequest } from '@common-table/shared/requests/schemas'
import { mailedToken } from './mailed-token.ts'
import type { Seed, SeedContext } from './seeds.ts'

/** How far each request is: a partner offers, says it is done, the loop is closed, nobody can, nobody has answered yet. */
const stories = ['offered', 'delivered', 'closed', 'declined', 'asked'] as const

const byLink = async ({ call, holding }: SeedContext, email: string) =>
  holding(await mailedToken(call, 'help-request', email))

/** Accepted by the school and delivered by the partner. */
const deliver = async (context: SeedContext, { id, partners: [line] }: HelpRequest): Promise<HelpRequest> => {
  const { call } = context
  if (!line) throw new Error('A request asks at least one partner.')
  const params = { helpRequestId: id }
  const [{ version, students }] = (await call(helpRequestsContract.getHelpRequest, { params })).partners as [
    HelpRequest['partners'][number], // the one line it had a moment ago
  ]
  await call(helpRequestsContract.acceptHelp, {
    params: { partnerId: line.id },
    body: { justification: 'Those who are there are full until spring.' },
    ifMatch: version,
  })
  await (
    await byLink(context, line.toEmail)
  )(helpRequestsContract.tellHelpProgress, {
    body: {
      name: line.toName,
      step: 'delivered',
      students: students ?? 1,
      note: 'Every week until the winter break.',
    },
  })
  return call(helpRequestsContract.getHelpRequest, { params })
}

const tellStory = async (
  context: SeedContext,
  request: HelpRequest,
  story: (typeof stories)[number],
): Promise<void> => {
  const [line] = request.partners
  if (story === 'asked' || !line) return
  const partner = await byLink(context, line.toEmail)
  const { toName: name } = line
  await partner(helpRequestsContract.answerHelpRequest, {
    body:
      story === 'declined'
        ? {
            name,
            answer: 'no',
            reason: 'no_staff',
            note: 'We hope to have two more people after the holidays.',
          }
        : {
            name,
            answer: 'partly',
            students: Math.max(1, Math.floor(request.students / 2)),
            startsOn: addDays(context.today, 14),
            note: 'On two afternoons a week.',
          },
  })
  if (story === 'offered' || story === 'declined') return
  const { id: helpRequestId, version } = await deliver(context, request)
  if (story === 'closed')
    await context.call(helpRequestsContract.closeHelpRequest, {
      params: { helpRequestId },
      body: { reason: 'got_part', note: 'Thank you. The second half of the group still waits.' },
      ifMatch: version,
    })
}

export const seedRequests: Seed = async (context) => {
  const { call } = context
  const { items: there } = await call(helpRequestsContract.listHelpRequests, { query: { limit: 1 } })
  if (there.length > 0) return
  const { items: needs } = await call(needsContract.listNeeds, { query: { status: ['open'], limit: 60 } })
  const told = [...stories]
  for (const { id: needId, school, studentsAffected } of needs.filter((_, at) => at % 4 === 1)) {
    const story = told[0]
    if (!story) return
    if (!studentsAffected) continue
    const { items } = await call(helpRequestsContract.suggestPartners, {
      query: { schoolId: school.id, needId },
    })
    const suited =
      items.find(({ to, misfits }) => to !== null && misfits.length === 0) ?? items.find(({ to }) => to)
    if (!suited) continue
    const request = await call(helpRequestsContract.askForHelp, {
      body: {
        schoolId: school.id,
        needId,
        wantedBy: addDays(context.today, 60),
        partners: [{ organizationId: suited.organization.id, serviceId: suited.service.id }],
      },
    })
    await tellStory(context, request, story)
    told.shift()
  }
}
