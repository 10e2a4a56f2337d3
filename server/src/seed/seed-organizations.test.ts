import { expect, it } from 'vitest'
import { organizationTypes } from '@common-table/shared/organizations/vocabulary'
import { organizationsContract } from '@common-table/shared/organizations/contract'
import { district, useApi } from '../../test/support/api.ts'
import { fillDistrict } from './fill-district.ts'

const test = useApi()

it('the fictional district has organisations of every type, with services at its schools, also when filled twice', async () => {
  await test.sql("update users set name = 'Priya Raman' where district_id = $1 and role = 'school'", [
    district,
  ])
  const filling = {
    http: test.app,
    services: test.services,
    districtId: district,
    schools: 12,
    today: new Date().toISOString().slice(0, 10),
    log: () => {},
  }
  await fillDistrict(filling)
  const sizes = () =>
    test.sql(
      'select (select count(*)::integer from organizations) as organizations, (select count(*)::integer from services) as services, (select count(*)::integer from service_sites) as sites, (select count(*)::integer from contacts) as contacts',
    )
  const [first] = await sizes()
  expect(first).toMatchObject({ organizations: 26, services: 58, contacts: 26 })
  await fillDistrict(filling)
  expect(await sizes()).toEqual([first])
  const facets = await test.as('viewer')(organizationsContract.countOrganizations)
  expect(facets.type.map(({ value }) => value).sort()).toEqual([...organizationTypes].sort())
  expect(facets.hasCapacity).toBeGreaterThan(0)
})
