import { addDays } from '@common-table/shared/calendar/dates'
import { catalogContract } from '@common-table/shared/catalog/contract'
import { organizationsContract } from '@common-table/shared/organizations/contract'
import { placesContract } from '@common-table/shared/organizations/places-contract'
import { servicesContract } from '@common-table/shared/organizations/services-contract'
import { schoolsContract } from '@common-table/shared/schools/contract'
import type { Chance } from './chance.ts'
import type { DemoOrganization } from './demo-organization.ts'
import { demoOrganizations } from './demo-organizations.ts'
import type { Seed, SeedContext } from './seeds.ts'

type SomeSchools = readonly { id: string; grades: readonly string[] }[]

const addressOf = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, '-')
    .replaceAll(/^-|-$/g, '')

/** Partners sit around the middle of town, a few blocks apart; of some nobody wrote down where. */
const houseOf = (at: number) => ({
  latitude: Number((41.386 + Math.sin(at * 2.4) * 0.004 * Math.sqrt(at + 1)).toFixed(4)),
  longitude: Number((-91.172 + Math.cos(at * 2.4) * 0.005 * Math.sqrt(at + 1)).toFixed(4)),
})

/** A few schools, never the same one twice. */
const some = (schools: SomeSchools, count: number, chance: Chance): SomeSchools => {
  const from = chance.whole(0, Math.max(0, schools.length - 1))
  return Array.from(
    { length: Math.min(count, schools.length) },
    (_, at) => schools[(from + at) % schools.length]!,
  )
}

/** Kept where the fictional partners’ help looks the same. */
const bothWanted = 'Both were there before the district kept this list, and families use both.'

/** Most places were asked about lately, some long ago, and of some nobody knows. */
const verifiedOn = (chance: Chance, today: string): string | null => {
  const luck = chance.next()
  return luck < 0.65
    ? addDays(today, -chance.whole(1, 70))
    : luck < 0.85
      ? addDays(today, -chance.whole(120, 400))
      : null
}

/** The organisation as it is, or newly made with its first contact and its house. */
const found = async (
  { call }: SeedContext,
  { organization, contact }: DemoOrganization,
  at: number,
): Promise<string> => {
  const { name } = organization
  const { items } = await call(organizationsContract.listOrganizations, { query: { q: name } })
  const known = items.find((one) => one.name === name)
  if (known) return known.id
  const site = `${addressOf(name)}.example`
  const phone = `(563) 555-${String(100 + at).padStart(4, '0')}`
  const added = await call(organizationsContract.addOrganization, {
    body: {
      ...organization,
      website: `https://${site}`,
      email: `hello@${site}`,
      phone,
      status: at % 8 === 7 ? 'prospect' : 'active',
    },
  })
  const params = { organizationId: added.id }
  const email = `${addressOf(contact).replaceAll('-', '.')}@${site}`
  await call(placesContract.addContact, { params, body: { name: contact, email, phone, isPrimary: true } })
  const address = `${200 + at * 15} ${['Market', 'Levee', 'Prairie', 'Depot'][at % 4]} Street`
  await call(placesContract.addLocation, {
    params,
    body: { address, city: 'Riverbend', state: 'IA', postalCode: '00000', ...(at % 9 !== 8 && houseOf(at)) },
  })
  return added.id
}

const afternoons = { weekdays: ['MO', 'TU', 'TH'] as const, opensAt: '15:15', closesAt: '17:30' }
const saturdays = { weekdays: ['SA'] as const, opensAt: '09:00', closesAt: '12:00' }
const always = { startsOn: null, endsOn: null, description: '' }

/** Two dozen organisations of every type, with services at the schools and places that are more or less known. */
export const seedOrganizations: Seed = async (context) => {
  const { call, chance, today } = context
  const { items: categories } = await call(catalogContract.listCategories)
  const { items: schools } = await call(schoolsContract.listSchools, {
    query: { limit: 50, status: ['open'] },
  })
  for (const [at, demo] of demoOrganizations.entries()) {
    const organizationId = await found(context, demo, at)
    const { services: known } = await call(organizationsContract.getOrganization, {
      params: { organizationId },
    })
    for (const [name, code, setting, count, places] of demo.services) {
      const category = categories.find((one) => one.code === code)
      const there = known.find((one) => one.name === name)
      if (!category || (there && there.sites.length > 0)) continue
      const chosen = some(schools, count, chance)
      const grades = [...new Set(chosen.flatMap((school) => school.grades))] as never[] // the schools' own grades
      const times = setting === 'after_school' ? afternoons : setting === 'weekend' ? saturdays : undefined
      const service =
        there ??
        (await call(servicesContract.addService, {
          params: { organizationId },
          body: {
            name,
            categoryId: category.id,
            tier: category.tiers[0]!,
            setting,
            audience: code.startsWith('fe_') ? 'families' : code === 'pd_staff' ? 'staff' : 'students',
            grades,
            languages: demo.organization.languages ?? ['en'],
            capacityUnit: category.unit,
            schedules: times ? [{ ...times, weekdays: [...times.weekdays], ...always }] : [],
          },
        }))
      for (const { id: schoolId } of chosen) {
        const capacityMaximum = Math.max(4, places - chance.whole(0, Math.floor(places / 3)))
        const capacityAvailable = chance.next() < 0.3 ? 0 : chance.whole(0, Math.floor(capacityMaximum / 2))
        await call(servicesContract.addServiceSite, {
          params: { serviceId: service.id },
          body: {
            schoolId,
            capacityMaximum,
            capacityAvailable,
            studentsServed: capacityMaximum - capacityAvailable,
            verifiedOn: verifiedOn(chance, today),
            justification: bothWanted,
          },
        })
      }
    }
  }
}
