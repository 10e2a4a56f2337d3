import { addDays } from '@common-table/shared/calendar/dates'
import { organizationsContract } from '@common-table/shared/organizations/contract'
import { partnershipsContract } from '@common-table/shared/partnerships/contract'
import { connectionsContract } from '@common-table/shared/pipeline/connections-contract'
import { prospectsContract } from '@common-table/shared/pipeline/prospects-contract'
import { schoolsContract } from '@common-table/shared/schools/contract'
import { demoProspects } from './demo-prospects.ts'
import { sendDemoOffers } from './demo-offers.ts'
import type { Seed } from './seeds.ts'

const doors = [
  ['call', 'Spoke with the front desk; the owner calls back next week.'],
  ['email', 'Sent two paragraphs about what we hope for, and the school’s calendar.'],
  ['meeting', 'Met for coffee. They know two of our families and asked good questions.'],
] as const

/** Organisations on their way to the table, from a name on a list to a yes; who knows them; offers that came in. */
export const seedPipeline: Seed = async ({ call, chance, today }) => {
  const { items: there } = await call(prospectsContract.listProspects, { query: { limit: 1 } })
  if (there.length > 0) return
  const { items: schools } = await call(schoolsContract.listSchools, { query: { limit: 12 } })
  const leads = await call(partnershipsContract.listPartnershipLeads)
  for (const [at, one] of demoProspects.entries()) {
    const { organization, stage, silentFor, gives, seeks, tie, ...facts } = one
    const owner = leads[at % Math.max(leads.length, 1)]
    let prospect = await call(prospectsContract.addProspect, {
      body: {
        organization,
        ...facts,
        schoolIds: at % 3 === 2 ? [] : [schools[at % schools.length]!.id],
        ...(owner && { ownerUserId: owner.id }),
      },
    })
    const params = { prospectId: prospect.id }
    const of = { organizationId: prospect.organization.id }
    await call(connectionsContract.addContribution, { params: of, body: { side: 'gives', ...gives } })
    if (seeks)
      await call(connectionsContract.addContribution, { params: of, body: { side: 'seeks', ...seeks } })
    if (tie) await call(connectionsContract.addTie, { params: of, body: tie })
    if (at % 2 === 0 && owner)
      await call(connectionsContract.addAcquaintance, {
        params: of,
        body: { userId: owner.id, closeness: chance.pick(['met', 'works_with', 'close'] as const) },
      })
    if (stage !== 'identified') {
      const [kind, text] = doors[at % doors.length]!
      await call(connectionsContract.addTouch, {
        params: of,
        body: { kind, body: text, happenedOn: addDays(today, -silentFor) },
      })
      prospect = await call(prospectsContract.suggestOutreach, { params, body: { language: 'en' } })
      await call(prospectsContract.changeProspectStage, {
        params,
        body: { stage, ...(stage === 'declined' && { reason: 'not_now' as const }) },
        ifMatch: prospect.version,
      })
    }
  }
  await giveAndSeek(call)
  await sendDemoOffers(call)
}

/** Partners at the table have a profile as well: money is one of many things they give. */
const giveAndSeek = async (call: Parameters<Seed>[0]['call']): Promise<void> => {
  const { items } = await call(organizationsContract.listOrganizations, {
    query: { status: ['active'], limit: 12 },
  })
  const gifts = ['volunteer_hours', 'expertise', 'space', 'materials', 'staff_fte', 'site_visits'] as const
  for (const [at, { id: organizationId }] of items.entries())
    await call(connectionsContract.addContribution, {
      params: { organizationId },
      body: { side: 'gives', type: gifts[at % gifts.length]!, detail: '' },
    })
}
