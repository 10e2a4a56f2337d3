import type { NewPartnership, Stage } from '@common-table/shared/partnerships/schemas'
import { organizationsContract } from '@common-table/shared/organizations/contract'
import { partnershipsContract } from '@common-table/shared/partnerships/contract'
import { prioritiesContract } from '@common-table/shared/priorities/contract'
import { schoolsContract } from '@common-table/shared/schools/contract'
import { addDays } from '@common-table/shared/calendar/dates'
import { nameHolders } from './name-holders.ts'
import type { Seed } from './seeds.ts'

const priorities = [
  ['Every child in school, every day', 'Fewer students miss ten percent of school or more.'],
  ['Reading on grade level by third grade', 'Early literacy help reaches the schools that need it most.'],
  ['Families are welcomed partners', 'Every school has activities that families shape.'],
  ['Ready for college, career and life', 'Every high school student who seeks an internship finds one.'],
] as const

/** A stage for each partnership in turn, as a grown district has them: most are at work. */
const mix: readonly Stage[] = [
  'active',
  'active',
  'exploring',
  'active',
  'forming',
  'expanding',
  'active',
  'renewing',
  'active',
  'paused',
]

const notes = [
  ['meeting', 'Walked through the space together and agreed on the days.'],
  ['call', 'Asked about room for more students in spring. They will answer in two weeks.'],
  ['email', 'Sent the calendar with early-release days.'],
  ['visit', 'Visited during the programme. Students were busy and staff knew everyone.'],
  ['note', 'The front office asks for a list of who comes on campus.'],
] as const

/** Partnerships with the organisations that have services at schools, at every stage, with a few events each. */
export const seedPartnerships: Seed = async ({ call, chance, today }) => {
  const { items: known } = await call(prioritiesContract.listPriorities)
  for (const [title, description] of known.length === 0 ? priorities : [])
    await call(prioritiesContract.addPriority, { body: { title, description } })
  const { items: goals } = await call(prioritiesContract.listPriorities)
  const leads = await call(partnershipsContract.listPartnershipLeads)
  const { items: schools } = await call(schoolsContract.listSchools, { query: { limit: 200 } })
  const { items: organizations } = await call(organizationsContract.listOrganizations, {
    query: { limit: 200 },
  })

  for (const [at, { id: organizationId }] of organizations.entries()) {
    const organization = await call(organizationsContract.getOrganization, { params: { organizationId } })
    if (organization.partnerships.length > 0 || organization.type === 'district_program') continue
    // Without a service it is still on its way in the pipeline.
    if (organization.services.length === 0) continue
    const sites = organization.services.flatMap(({ sites: places }) =>
      places.flatMap(({ school }) => (school ? [school.id] : [])),
    )
    const schoolIds = [...new Set(sites.length > 0 ? sites : [chance.pick(schools).id])]
    const stage = mix[at % mix.length]!
    const begun = stage !== 'exploring' && stage !== 'forming'
    const unled = at % 7 === 6
    const body: NewPartnership = {
      justification: 'Families know both, and each has a waiting list.',
      organizationId,
      // One that ran before anybody wrote it down may have nobody who leads it; it is told so.
      ...(begun && unled && { stage: 'active' as const }),
      name: `${organization.services[0]?.name ?? organization.name} with ${organization.name}`.slice(0, 200),
      schoolIds,
      scope: schoolIds.length > 1 ? 'several_schools' : 'one_school',
      serviceIds: organization.services.map(({ id }) => id),
      categoryIds: [...new Set(organization.services.map(({ categoryId }) => categoryId))],
      priorityIds: at % 6 === 5 ? [] : [chance.pick(goals).id],
      ...(!unled && leads.length > 0 && { leadUserId: chance.pick(leads).id }),
      formality: at % 3 === 0 ? 'formal' : 'informal',
      intensity: chance.pick(['low', 'medium', 'high'] as const),
      kind: organization.type === 'philanthropy' ? 'donor' : at % 3 === 0 ? 'strategic' : 'program',
      ...(at % 3 === 0 && { oversight: 'Student services committee of the board' }),
      startsOn: addDays(today, -chance.whole(60, 700)),
      endsOn: at % 4 === 1 ? addDays(today, chance.whole(20, 400)) : null,
      studentsReached: chance.whole(2, 40) * 10,
      summary: organization.description.slice(0, 400),
    }
    const made = await call(partnershipsContract.createPartnership, { body })
    const params = { partnershipId: made.id }
    let { version } = made
    const move = async (to: Stage) => {
      const moved = await call(partnershipsContract.changePartnershipStage, {
        params,
        body: {
          stage: to,
          ...(to === 'paused' && { reason: 'logistics' as const, resumesOn: addDays(today, 45) }),
        },
        ifMatch: version,
      })
      version = moved.version
    }
    if (begun && !unled) {
      version = await nameHolders(call, made.id, organizationId, at)
      await move('active')
    }
    if (stage !== 'exploring' && stage !== 'active') await move(stage)
    for (let n = chance.whole(0, 3); n > 0; n--) {
      const [kind, text] = chance.pick(notes)
      await call(partnershipsContract.addTimelineEntry, {
        params,
        body: { kind, body: text, happenedOn: addDays(today, -chance.whole(1, 120)) },
      })
    }
  }
}
