import { beforeAll, describe, expect, it } from 'vitest'
import { organizationsContract } from '@common-table/shared/organizations/contract'
import { partnershipsContract } from '@common-table/shared/partnerships/contract'
import { connectionsContract as api } from '@common-table/shared/pipeline/connections-contract'
import { district, id, otherDistrict, personOf, useApi } from '../../test/support/api.ts'

const [lincoln, douglass] = [id(41), id(42)]

describe('what connects an organisation', () => {
  const test = useApi()
  const write = () => test.as('coordinator')
  let organizationId = ''
  let contactId = ''
  let elsewhere = ''

  beforeAll(async () => {
    for (const school of [lincoln, douglass])
      await test.sql('insert into schools (district_id, id, code, name) values ($1, $2, $3, $3)', [
        district,
        school,
        school.slice(-3),
      ])
    const add = (name: string) => write()(organizationsContract.addOrganization, { body: { name } })
    organizationId = (await add('Harvest Table')).id
    const other = (await add('Rotary')).id
    const contacts = await test.sql<{ id: string }>(
      "insert into contacts (district_id, organization_id, name) values ($1, $2, 'Ana'), ($1, $3, 'Bo') returning id",
      [district, organizationId, other],
    )
    contactId = contacts[0]!.id
    elsewhere = contacts[1]!.id
  })

  const connections = () => test.as('viewer')(api.getConnections, { params: { organizationId } })

  it('is what it gives and what it looks for', async () => {
    const params = { organizationId }
    const gives = await write()(api.addContribution, {
      params,
      body: { side: 'gives', type: 'space', detail: 'A hall on Saturdays' },
    })
    await write()(api.addContribution, { params, body: { side: 'seeks', type: 'publicity', detail: '' } })
    const changed = await write()(api.changeContribution, {
      params: { contributionId: gives.id },
      body: { detail: 'A hall on Sundays' },
      ifMatch: gives.version,
    })
    expect((await connections()).contributions).toEqual([
      changed,
      expect.objectContaining({ side: 'seeks', type: 'publicity' }),
    ])
    await expect(
      write()(api.changeContribution, {
        params: { contributionId: gives.id },
        body: { detail: 'x' },
        ifMatch: gives.version,
      }),
    ).rejects.toMatchObject({ code: 'stale' })
    await write()(api.removeContribution, { params: { contributionId: gives.id } })
    expect((await connections()).contributions).toHaveLength(1)
  })

  it('is where it is at home: a school, a neighborhood, a language', async () => {
    const params = { organizationId }
    await write()(api.addTie, { params, body: { kind: 'school', schoolId: lincoln } })
    await write()(api.addTie, { params, body: { kind: 'neighborhood', label: 'Mill Creek' } })
    await expect(
      write()(api.addTie, { params, body: { kind: 'neighborhood', label: ' Mill Creek ' } }),
    ).rejects.toMatchObject({ code: 'already-exists' })
    await expect(write()(api.addTie, { params, body: { kind: 'school' } })).rejects.toMatchObject({
      fields: [{ field: 'schoolId' }],
    })
    await expect(write()(api.addTie, { params, body: { kind: 'language' } })).rejects.toMatchObject({
      fields: [{ field: 'label' }],
    })
    const { ties } = await connections()
    expect(ties.map(({ kind }) => kind)).toEqual(['neighborhood', 'school'])
    await write()(api.removeTie, { params: { tieId: ties[0]!.id } })
    expect((await connections()).ties).toMatchObject([{ school: { id: lincoln } }])
  })

  it('is who knows whom there: people of the district, contacts elsewhere, anyone by name', async () => {
    const params = { organizationId }
    await write()(api.addAcquaintance, {
      params,
      body: { userId: personOf('school'), contactId, closeness: 'close', note: 'Neighbors' },
    })
    await write()(api.addAcquaintance, { params, body: { knowerContactId: elsewhere, closeness: 'met' } })
    await write()(api.addAcquaintance, {
      params,
      body: { knowerName: 'Judge Ames', closeness: 'works_with' },
    })
    expect((await connections()).acquaintances).toMatchObject([
      { knower: { kind: 'user', name: 'The school' }, contact: { name: 'Ana' }, closeness: 'close' },
      { knower: { kind: 'other', name: 'Judge Ames' }, contact: null },
      { knower: { kind: 'contact', name: 'Bo', organization: { name: 'Rotary' } } },
    ])
    const mine = await test.as('viewer')(api.listAcquaintances, { query: { userId: personOf('school') } })
    expect(mine.items).toMatchObject([{ organization: { id: organizationId } }])
    const found = await test.as('viewer')(api.listAcquaintances, { query: { q: 'ames' } })
    expect(found.items).toHaveLength(1)
    for (const body of [
      { closeness: 'met' },
      { closeness: 'met', userId: personOf('school'), knowerName: 'Two' },
    ] as const)
      await expect(write()(api.addAcquaintance, { params, body })).rejects.toMatchObject({
        fields: [{ field: 'userId' }],
      })
    await expect(
      write()(api.addAcquaintance, { params, body: { knowerName: 'Judge Ames', closeness: 'met' } }),
    ).rejects.toMatchObject({ code: 'already-exists' })
  })

  it('is every touch, with it and in its partnerships, in one list; a principal sees the own schools’', async () => {
    const begin = (name: string, school: string) =>
      write()(partnershipsContract.createPartnership, {
        body: { organizationId, name, schoolIds: [school] },
      })
    const [here, there] = [await begin('At Lincoln', lincoln), await begin('At Douglass', douglass)]
    const params = { organizationId }
    const touch = (body: object) =>
      write()(api.addTouch, {
        params,
        body: { kind: 'call', happenedOn: '2025-01-10', body: 'Talked.', ...body },
      })
    await touch({ contactId })
    await touch({ partnershipId: here.id, kind: 'meeting', happenedOn: '2025-01-12' })
    await touch({ partnershipId: there.id, kind: 'visit', happenedOn: '2025-01-11' })
    const list = async (call = test.as('viewer')) =>
      (await call(api.listTouches, { params, query: { limit: 2 } })).items
    const first = await test.as('viewer')(api.listTouches, { params, query: { limit: 2 } })
    const rest = await test
      .as('viewer')(api.listTouches, {
        params,
        query: { limit: 50, cursor: first.nextCursor! },
      })
      .catch(() => undefined)
    expect(rest).toBeDefined()
    expect([...first.items, ...rest!.items].filter(({ kind }) => kind !== 'created')).toMatchObject([
      { kind: 'meeting', partnership: { name: 'At Lincoln' } },
      { kind: 'visit', partnership: { name: 'At Douglass' } },
      { kind: 'call', partnership: null, contact: { name: 'Ana' } },
    ])
    const principal = await list(test.as('school', { schools: [douglass] }))
    expect(principal.map(({ partnership }) => partnership?.name)).not.toContain('At Lincoln')
    const [after] = await test.sql('select last_contact_on::text from partnerships where id = $1', [here.id])
    expect(after).toEqual({ last_contact_on: '2025-01-12' })
    expect((await connections()).lastContactOn).toBe('2025-01-12')
    const stranger = await write()(organizationsContract.addOrganization, { body: { name: 'Stranger' } })
    await expect(
      write()(api.addTouch, {
        params: { organizationId: stranger.id },
        body: { kind: 'call', happenedOn: '2025-01-10', body: 'x', partnershipId: here.id },
      }),
    ).rejects.toMatchObject({ fields: [{ field: 'partnershipId' }] })
  })

  it('stays in its district', async () => {
    const foreign = test.as('director', { districtId: otherDistrict })
    const params = { organizationId }
    await expect(foreign(api.getConnections, { params })).rejects.toMatchObject({ code: 'not-found' })
    expect((await foreign(api.listTouches, { params })).items).toEqual([])
    expect((await foreign(api.listAcquaintances)).items).toEqual([])
    await expect(
      foreign(api.addTouch, { params, body: { kind: 'call', happenedOn: '2025-01-10', body: 'x' } }),
    ).rejects.toMatchObject({ code: 'not-found' })
    await expect(foreign(api.addTie, { params, body: { kind: 'families' } })).rejects.toMatchObject({
      code: 'invalid-input',
    })
  })
})
