import { expect, it } from 'vitest'
import { lifecycleContract } from '@common-table/shared/lifecycle/contract'
import { partnershipsContract } from '@common-table/shared/partnerships/contract'
import { offersContract } from '@common-table/shared/pipeline/offers-contract'
import { prospectsContract } from '@common-table/shared/pipeline/prospects-contract'
import { todayContract } from '@common-table/shared/today/contract'
import { district, useApi } from '../../test/support/api.ts'
import { fillDistrict } from './fill-district.ts'
import { seedLifecycle } from './seed-lifecycle.ts'
import { seedOrganizations } from './seed-organizations.ts'
import { seedPartnerships } from './seed-partnerships.ts'
import { seedPipeline } from './seed-pipeline.ts'
import { seedSchools } from './seed-schools.ts'

const test = useApi()

it('the pipeline holds prospects in every stage and offers, partnerships answer the rubric, pause and end; once', async () => {
  const fill = () =>
    fillDistrict({
      http: test.app,
      services: test.services,
      districtId: district,
      schools: 12,
      today: new Date().toISOString().slice(0, 10),
      seeds: [seedSchools, seedOrganizations, seedPartnerships, seedLifecycle, seedPipeline],
      log: () => {},
    })
  await test.sql("update users set name = 'Priya Raman' where district_id = $1 and role = 'school'", [
    district,
  ])
  await fill()
  const staff = test.as('director')
  const seen = async () => {
    const { items: prospects } = await staff(prospectsContract.listProspects, { query: { limit: 200 } })
    const { items: offers } = await staff(offersContract.listOffers, { query: { limit: 200 } })
    const { items } = await staff(partnershipsContract.listPartnerships, { query: { limit: 200 } })
    const lives = await Promise.all(
      items.map(({ id }) => staff(lifecycleContract.getLifecycle, { params: { partnershipId: id } })),
    )
    return {
      prospects: prospects.length,
      stages: new Set(prospects.map(({ stage }) => stage)).size,
      cold: prospects.filter(({ cold }) => cold).length,
      offers: offers.length,
      rated: lives.filter(({ assessment }) => assessment !== null).length,
      intensities: new Set(lives.map(({ intensity }) => intensity)).size,
      formalise: lives.filter(({ formalise }) => formalise.length > 0).length,
      paused: items.filter(({ stage }) => stage === 'paused').length,
      toSettle: lives.flatMap(({ exit }) => exit).filter(({ state }) => state === 'to_do').length,
    }
  }
  const first = await seen()
  expect(first).toMatchObject({ intensities: 3 })
  for (const [what, least] of Object.entries({
    prospects: 6,
    stages: 4,
    cold: 1,
    offers: 1,
    rated: 8,
    formalise: 1,
    paused: 1,
    toSettle: 1,
  }))
    expect(first[what as keyof typeof first], what).toBeGreaterThanOrEqual(least)
  const { groups } = await staff(todayContract.getToday, { query: {} })
  expect(groups.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['offers', 'exits']))
  await fill()
  expect(await seen()).toEqual(first)
}, 60_000)
