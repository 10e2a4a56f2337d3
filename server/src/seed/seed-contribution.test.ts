import { expect, it } from 'vitest'
import { createCaller } from '@common-table/shared/contract/caller'
import { contributionContract } from '@common-table/shared/contribution/contract'
import { district, sendTo, useApi } from '../../test/support/api.ts'
import { publishAll } from '../outcomes/index.ts'
import { chanceFrom } from './chance.ts'
import { seedContribution } from './seed-contribution.ts'
import { seedOrganizations } from './seed-organizations.ts'
import { seedOutcomes } from './seed-outcomes.ts'
import { seedSchools } from './seed-schools.ts'

const test = useApi()

it('a larger fictional district has a partnership set beside similar schools, made once', async () => {
  await test.sql("update users set name = 'Priya Raman' where role = 'school'")
  const call = createCaller(sendTo(test.app, test.token('admin')))
  const context = { call, holding: () => call, chance: chanceFrom(2024), schools: 60, today: '2025-01-15' }
  for (const seed of [seedSchools, seedOrganizations, seedOutcomes, seedContribution, seedContribution])
    await seed(context)
  await publishAll(test.services, district)
  const made = await test.sql<{ id: string }>(
    "select id from partnerships where name = 'Attendance mentors across the district'",
  )
  expect(made).toHaveLength(1)
  const told = await test.as('viewer')(contributionContract.getContribution, {
    params: { partnershipId: made[0]!.id },
  })
  expect(told).toMatchObject({ evidence: 'comparison_group', refused: null })
  expect(told.comparison!.sets.length).toBeGreaterThanOrEqual(6)
}, 120_000)
