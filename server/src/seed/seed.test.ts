import { describe, expect, it } from 'vitest'
import { schoolsContract } from '@common-table/shared/schools/contract'
import { district, useApi } from '../../test/support/api.ts'
import { chanceFrom } from './chance.ts'
import { demoSchools } from './demo-schools.ts'
import { fillDistrict, fillOnce } from './fill-district.ts'
import { schoolsUpTo } from './more-schools.ts'
import { seedSchools } from './seed-schools.ts'

describe('the fictional district', () => {
  const test = useApi()
  const filling = () => ({
    http: test.app,
    services: test.services,
    districtId: district,
    schools: demoSchools.length,
    today: '2025-01-15',
    seeds: [seedSchools],
    log: () => {},
  })
  const schools = async () => (await test.as('viewer')(schoolsContract.listSchools)).items

  it('has 12 schools of every level, made through the API, once', async () => {
    await test.sql("update users set name = 'Priya Raman' where district_id = $1 and role = 'school'", [
      district,
    ])
    await fillOnce(filling())
    const made = await schools()
    expect(made).toHaveLength(12)
    expect(new Set(made.map(({ level }) => level))).toEqual(
      new Set(['early_childhood', 'elementary', 'k8', 'middle', 'secondary', 'high', 'other']),
    )
    const [own] = await test.sql(
      'select array_agg(s.name order by s.name) as names from user_schools u join schools s on s.id = u.school_id where u.district_id = $1',
      [district],
    )
    expect(own).toEqual({ names: ['Mill Creek Middle School', 'Old Ferry Elementary School'] })
    await test.sql("delete from schools where code = '112'")
    await fillOnce(filling())
    expect(await schools()).toHaveLength(11)
  })

  it('grows to the size asked for, and goes on where it was cut off', async () => {
    await fillDistrict({ ...filling(), schools: 30 })
    expect(await schools()).toHaveLength(30)
  })

  it('is the same on every run, with codes and names of its own', () => {
    const made = schoolsUpTo(2000, chanceFrom(7))
    expect(schoolsUpTo(2000, chanceFrom(7))).toEqual(made)
    expect(new Set(made.map(({ code }) => code)).size).toBe(2000)
    expect(new Set(made.map(({ name }) => name)).size).toBeGreaterThan(1900)
  })
})
