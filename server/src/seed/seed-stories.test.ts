import { expect, it } from 'vitest'
import { storiesContract } from '@common-table/shared/stories/contract'
import { district, useApi } from '../../test/support/api.ts'
import { demoSchools } from './demo-schools.ts'
import { fillDistrict } from './fill-district.ts'
import { seedOrganizations } from './seed-organizations.ts'
import { seedSchools } from './seed-schools.ts'
import { seedStories } from './seed-stories.ts'

const test = useApi()

it('tells stories in every stage, with a photo and consent by link, and adds none the second time', async () => {
  await test.sql("update users set name = 'Priya Raman' where role = 'school'")
  const filling = {
    http: test.app,
    services: test.services,
    districtId: district,
    schools: demoSchools.length,
    today: new Date().toISOString().slice(0, 10),
    log: () => {},
  }
  await fillDistrict({ ...filling, seeds: [seedSchools, seedOrganizations, seedStories, seedStories] })
  const { items } = await test.as('director')(storiesContract.listStories)
  expect(items.map(({ status, hasPhoto }) => [status, hasPhoto])).toEqual([
    ['draft', false],
    ['consent', false],
    ['review', false],
    ['published', true],
    ['published', false],
  ])
  expect(await test.sql('select count(*)::integer as n from shown_stories')).toEqual([{ n: 2 }])
})
