import { expect, it } from 'vitest'
import { organizationTypes } from '@common-table/shared/organizations/vocabulary'
import { organizationsContract } from '@common-table/shared/organizations/contract'
import { district, useApi } from '../../test/support/api.ts'
import { chanceFrom } from './chance.ts'
import { demoSchools } from './demo-schools.ts'
import { seedOrganizations } from './seed-organizations.ts'

const test = useApi()

it('the fictional district has organisations of every type, with services at its schools, also when seeded twice', async () => {
  for (const { code, name, grades } of demoSchools.slice(0, 6))
    await test.sql('insert into schools (district_id, code, name, grades) values ($1, $2, $3, $4)', [
      district,
      code,
      name,
      grades,
    ])
  const today = new Date().toISOString().slice(0, 10)
  const seed = () =>
    seedOrganizations({
      call: test.as('admin'),
      holding: () => test.anonymous,
      chance: chanceFrom(7),
      schools: 6,
      today,
    })
  const sizes = () =>
    test.sql(`select (select count(*)::integer from organizations) as organizations, (select count(*)::integer from services) as services,
      (select count(*)::integer from service_sites) as sites, (select count(*)::integer from contacts) as contacts`)
  await seed()
  const [first] = await sizes()
  expect(first).toMatchObject({ organizations: 26, services: 58, contacts: 26 })
  await seed()
  expect(await sizes()).toEqual([first])
  const facets = await test.as('viewer')(organizationsContract.countOrganizations)
  expect(facets.type.map(({ value }) => value).sort()).toEqual([...organizationTypes].sort())
  expect(facets.hasCapacity).toBeGreaterThan(0)
}, 120_000)
