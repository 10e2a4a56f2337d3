import { describe, expect, it } from 'vitest'
import { catalogContract as api } from '@common-table/shared/catalog/contract'
import { district, id, otherDistrict, useApi } from '../../test/support/api.ts'

const test = useApi()

describe('the categories of a district', () => {
  it('are there from the first day, in two languages, in the order of their groups', async () => {
    const { items } = await test.as('viewer')(api.listCategories)
    expect(items).toHaveLength(46)
    expect(items[0]).toMatchObject({ code: 'bn_food', groupCode: 'basic_needs', active: true, inUse: false })
    expect(items.every(({ name, nameEs }) => name !== '' && nameEs !== '')).toBe(true)
  })

  it('can be added to; the code comes from the name and is never given twice', async () => {
    const director = test.as('director')
    const body = {
      groupCode: 'out_of_school',
      name: 'Robotics clubs',
      nameEs: 'Clubes de robótica',
      tiers: [1],
      unit: 'seats',
    } as const
    const added = await director(api.addCategory, { body: { ...body, tiers: [1] } })
    expect(added).toMatchObject({ ...body, code: 'robotics_clubs', position: 47, inUse: false })
    expect(await director(api.addCategory, { body: { ...body, tiers: [1] } })).toMatchObject({
      code: 'robotics_clubs_2',
    })
  })

  it('are renamed and set aside under the version that was read', async () => {
    const director = test.as('director')
    const before = (await director(api.listCategories)).items.find(({ code }) => code === 'bn_legal')!
    const change = {
      params: { categoryId: before.id },
      ifMatch: before.version,
      body: { name: 'Legal aid', synonyms: ['lawyer'], active: false },
    }
    expect(await director(api.changeCategory, change)).toMatchObject({
      name: 'Legal aid',
      code: 'bn_legal',
      synonyms: ['lawyer'],
      active: false,
    })
    await expect(director(api.changeCategory, change)).rejects.toMatchObject({ code: 'stale' })
  })

  it('stay while something uses them', async () => {
    const { items } = await test.as('director')(api.listCategories)
    const tutoring = items.find(({ code }) => code === 'ac_tutor')!
    await test.sql(
      `with o as (insert into organizations (district_id, id, name) values ($1, $2, 'Harbor House'))
       insert into services (district_id, organization_id, name, category_id) values ($1, $2, 'Homework help', $3)`,
      [district, id(1), tutoring.id],
    )
    const remove = (categoryId: string, districtId = district) =>
      test.as('director', { districtId })(api.removeCategory, { params: { categoryId } })
    await expect(remove(tutoring.id)).rejects.toMatchObject({ code: 'still-in-use' })
    await expect(remove(items[0]!.id, otherDistrict)).rejects.toMatchObject({ code: 'not-found' })
    await remove(items[0]!.id)
    expect((await test.as('viewer')(api.listCategories)).items.map(({ code }) => code)).not.toContain(
      'bn_food',
    )
  })
})
