import { catalogContract } from '@common-table/shared/catalog/contract'
import { offerDeskContract } from '@common-table/shared/offers/contract'
import { organizationsContract } from '@common-table/shared/organizations/contract'
import type { NewOffer } from '@common-table/shared/pipeline/offer-schemas'
import { offersContract } from '@common-table/shared/pipeline/offers-contract'
import { schoolsContract } from '@common-table/shared/schools/contract'
import { mailedToken } from './mailed-token.ts'
import type { Seed, SeedContext } from './seeds.ts'

type Wish = Omit<NewOffer, 'organizationId' | 'categoryIds'> & { category: string; tier: 1 | 2 | 3 }

/** Help offered by telephone: one on its way to schools, one declined by the first, one at work, one to be placed. */
const offered: readonly (Wish & { outcome: 'asked' | 'declined' | 'placed' | 'nothing' })[] = [
  {
    message: 'Two retired teachers read with small groups on Monday and Wednesday mornings.',
    category: 'ac_literacy',
    tier: 2,
    students: 24,
    grades: ['1', '2'],
    weekdays: ['MO', 'WE'],
    setting: 'in_school',
    outcome: 'asked',
  },
  {
    message: 'Thirty weekend bags a week until summer, packed by our volunteers.',
    category: 'bn_food',
    tier: 2,
    students: 30,
    weekdays: ['FR'],
    setting: 'in_school',
    languages: ['en', 'es'],
    outcome: 'declined',
  },
  {
    message: 'Ten mentors who meet one student each, every week of the school year.',
    category: 'me_one',
    tier: 2,
    students: 10,
    setting: 'after_school',
    outcome: 'placed',
  },
  {
    message: 'A chess club with boards and a coach, one afternoon a week.',
    category: 'os_after',
    tier: 1,
    students: 20,
    weekdays: ['TH'],
    setting: 'after_school',
    outcome: 'nothing',
  },
]

const placeOne = async (
  { call, holding }: SeedContext,
  offerId: string,
  categoryId: string,
  { tier, students, outcome }: (typeof offered)[number],
): Promise<void> => {
  const params = { offerId }
  const { items } = await call(offerDeskContract.rankSchools, { params, query: { categoryId, tier } })
  const reachable = items.filter((one) => one.reachable)
  const first = reachable
    .filter(({ equityTier }) => equityTier === 'highest' || equityTier === 'high')
    .slice(0, 2)
  const schools = (first.length > 0 ? first : reachable.slice(0, 2)).map(({ school }) => ({
    schoolId: school.id,
    students: students ?? 10,
  }))
  if (schools.length === 0) return
  const because = 'The schools with most need were called first and have this help from September.'
  const { items: line } = await call(offerDeskContract.placeOffer, {
    params,
    body: {
      categoryId,
      tier,
      how: 'ask',
      schools,
      because,
      justification: 'Those who are there serve other grades by word of mouth, and both agree.',
    },
  })
  const asked = line.find(({ status }) => status === 'asked')
  if (outcome !== 'declined' || !asked) {
    if (outcome === 'placed' && asked)
      await call(offerDeskContract.answerForSchool, {
        params: { placementId: asked.id },
        body: { answer: 'yes' },
        ifMatch: asked.version,
      })
    return
  }
  const { principalEmail } = await call(schoolsContract.getSchool, { params: { schoolId: asked.school.id } })
  const principal = holding(await mailedToken(call, 'first-refusal', principalEmail ?? ''))
  await principal(offerDeskContract.declineFirstRefusal, {
    body: {
      name: asked.askedName,
      reason: 'no_time',
      note: 'The office is short of one person until January.',
    },
  })
}

export const seedOffers: Seed = async (context) => {
  const { call } = context
  const { items: there } = await call(offersContract.listOffers, { query: { toPlace: true, limit: 1 } })
  if (there.length > 0) return
  const { items: categories } = await call(catalogContract.listCategories)
  const { items: organizations } = await call(organizationsContract.listOrganizations, {
    query: { status: ['active'], limit: 20 },
  })
  for (const [at, one] of offered.entries()) {
    const { category, outcome, ...body } = one
    const categoryId = categories.find(({ code }) => code === category)?.id
    const organization = organizations[at * 3]
    if (!categoryId || !organization) continue
    const { id } = await call(offersContract.addOffer, {
      body: { ...body, categoryIds: [categoryId], organizationId: organization.id },
    })
    if (outcome !== 'nothing') await placeOne(context, id, categoryId, one)
  }
}
