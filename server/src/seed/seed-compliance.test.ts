import { expect, it } from 'vitest'
import { complianceContract } from '@common-table/shared/compliance/contract'
import { district, useApi } from '../../test/support/api.ts'
import { demoSchools } from './demo-schools.ts'
import { fillDistrict } from './fill-district.ts'
import { seedCompliance } from './seed-compliance.ts'
import { seedOrganizations } from './seed-organizations.ts'
import { seedPartnerships } from './seed-partnerships.ts'
import { seedSchools } from './seed-schools.ts'

const test = useApi()

it('gives the partners of the fictional district passports in every state, once', async () => {
  const fill = () =>
    fillDistrict({
      http: test.app,
      services: test.services,
      districtId: district,
      schools: demoSchools.length,
      today: new Date().toISOString().slice(0, 10),
      seeds: [seedSchools, seedOrganizations, seedPartnerships, seedCompliance],
      log: () => {},
    })
  await test.sql("update users set name = 'Priya Raman' where district_id = $1 and role = 'school'", [
    district,
  ])
  await fill()
  const counts = await test.as('coordinator')(complianceContract.countClearances)
  for (const answer of ['green', 'amber', 'red', 'waiting'] as const)
    expect(counts[answer], answer).toBeGreaterThan(0)
  const documents = async () =>
    (await test.sql<{ n: number }>('select count(*)::integer as n from compliance_documents'))[0]!.n
  const before = await documents()
  await fill()
  expect(await documents()).toBe(before)
}, 60_000)
