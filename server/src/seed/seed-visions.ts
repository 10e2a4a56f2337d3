import { metricsContract } from '@common-table/shared/outcomes/metrics-contract'
import type { Partnership } from '@common-table/shared/partnerships/schemas'
import { prioritiesContract } from '@common-table/shared/priorities/contract'
import { visionContract } from '@common-table/shared/vision/contract'
import { partnerVisionContract } from '@common-table/shared/vision/partner-contract'
import { mailedToken } from './mailed-token.ts'
import type { SeedContext } from './seeds.ts'

/** Writes a shared vision and puts it before both sides. */
export const writeVision = async (
  { call, chance }: SeedContext,
  partnership: Partnership,
  contactId: string,
): Promise<void> => {
  const params = { partnershipId: partnership.id }
  const { items: priorities } = await call(prioritiesContract.listPriorities)
  const { items: metrics } = await call(metricsContract.listMetrics, { query: { active: true, limit: 50 } })
  const own = partnership.priorities.map(({ id }) => id)
  const written = await call(visionContract.writeVision, {
    params,
    body: {
      statement: `Together, ${partnership.organization.name} and our schools want every student who needs this help to find it without having to ask twice.`,
      goals: (own.length > 0 ? own : [chance.pick(priorities).id]).map((priorityId) => ({
        priorityId,
        words: '',
      })),
      districtExpectations: [
        'People come on the agreed days and say early when they cannot',
        'Counts are sent once a month',
      ],
      partnerExpectations: [
        'A room, a key and one person to call',
        'News of early-release days two weeks ahead',
      ],
      processes: ['The two leads talk every other week', 'We look at the figures together every quarter'],
      outcomes: [
        {
          what: 'More of the students who take part come to school every day',
          metricId: metrics[0]?.id ?? null,
          measure: 'Compared each quarter, groups of ten or more',
          target: 'Two points better by June',
        },
      ],
    },
    ifMatch: 0,
  })
  await call(visionContract.proposeVision, { params, body: { contactId }, ifMatch: written.version })
}

/** The same, and both sides confirm it: the partner by the link it was mailed. */
export const agreeOnVision = async (
  context: SeedContext,
  partnership: Partnership,
  contact: { id: string; name: string; email: string },
): Promise<void> => {
  await writeVision(context, partnership, contact.id)
  const partner = context.holding(await mailedToken(context.call, 'vision', contact.email))
  await partner(partnerVisionContract.confirmVisionByLink, { body: { number: 1, name: contact.name } })
  await context.call(visionContract.confirmVision, {
    params: { partnershipId: partnership.id },
    body: { number: 1, name: partnership.lead?.name ?? 'District office' },
  })
}
