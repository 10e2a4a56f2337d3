import { expect, it } from 'vitest'
import { continuityContract } from '@common-table/shared/continuity/contract'
import { decisionsContract } from '@common-table/shared/decisions/contract'
import { lettersContract } from '@common-table/shared/letters/contract'
import { district, useApi } from '../../test/support/api.ts'
import { fillDistrict } from './fill-district.ts'
import { seedContinuity } from './seed-continuity.ts'
import { seedDecisions } from './seed-decisions.ts'
import { seedLetters } from './seed-letters.ts'
import { seedOrganizations } from './seed-organizations.ts'
import { seedPartnerships } from './seed-partnerships.ts'
import { seedSchools } from './seed-schools.ts'

const test = useApi()

it('someone left the fictional district, letters lie on the desk, and a charter says who decides; once', async () => {
  const fill = () =>
    fillDistrict({
      http: test.app,
      services: test.services,
      districtId: district,
      schools: 12,
      today: new Date().toISOString().slice(0, 10),
      seeds: [seedSchools, seedOrganizations, seedPartnerships, seedContinuity, seedLetters, seedDecisions],
      log: () => {},
    })
  await test.sql("update users set name = 'Priya Raman' where district_id = $1 and role = 'school'", [
    district,
  ])
  await fill()
  const staff = test.as('director')
  const seen = async () => ({
    departures: (await staff(continuityContract.listDepartures)).items.length,
    letters: (await staff(lettersContract.listLetters, { query: { limit: 200 } })).items.length,
    lines: (await staff(decisionsContract.listCharterLines)).items.length,
    decided: (await staff(decisionsContract.listDecisions, { query: { status: 'decided' } })).items.length,
  })
  const first = await seen()
  expect(first).toMatchObject({ departures: 1, lines: 4, decided: 2 })
  expect(first.letters).toBeGreaterThan(5)
  expect((await staff(continuityContract.listOwnerGaps)).items.length).toBeGreaterThan(2)
  await fill()
  expect(await seen()).toEqual(first)
}, 60_000)
