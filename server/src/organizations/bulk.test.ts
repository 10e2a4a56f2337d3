import { beforeAll, describe, expect, it } from 'vitest'
import { district, id, useApi } from '../../test/support/api.ts'
import { upsertLocations, upsertOrganizations, upsertServices, upsertServiceSites } from './index.ts'
import type { Db } from '../db/db.ts'

const importer = { kind: 'system', id: null, name: 'import', requestId: null } as const

describe('bringing in many organisations, services and sites', () => {
  const api = useApi()
  const category = id(10)
  const write = <T>(work: (db: Db) => Promise<T>): Promise<T> => api.services.write(district, importer, work)

  beforeAll(async () => {
    await api.sql(
      `insert into categories (district_id, id, code, group_code, name) values ($1, $2, 'zz_tutoring', 'academic', 'Tutoring')`,
      [district, category],
    )
    for (const n of [1, 2])
      await api.sql(`insert into schools (district_id, id, code, name) values ($1, $2, $3, $4)`, [
        district,
        id(20 + n),
        `S${n}`,
        `School ${n}`,
      ])
  })

  it('creates, leaves identical rows alone, and changes what differs with its before-image', async () => {
    const rows = [
      { externalKey: 'a', name: 'Ana Center', phone: '+17185550100', languages: ['en', 'es'] },
      { externalKey: 'b', name: 'Bo Club', description: 'Chess' },
    ]
    const first = await write((db) => upsertOrganizations(db, rows))
    expect(first).toMatchObject([
      { key: 'a', outcome: 'created', before: null, version: 1 },
      { key: 'b', outcome: 'created', before: null, version: 1 },
    ])
    const second = await write((db) => upsertOrganizations(db, rows))
    expect(second).toEqual(first.map((row) => ({ ...row, outcome: 'unchanged' })))
    const third = await write((db) =>
      upsertOrganizations(db, [rows[0]!, { externalKey: 'b', name: 'Bo Chess Club' }]),
    )
    expect(third).toMatchObject([
      { key: 'a', outcome: 'unchanged', version: 1 },
      { key: 'b', outcome: 'updated', version: 2, before: { name: 'Bo Club', description: 'Chess' } },
    ])
    expect(third[1]!.before).not.toHaveProperty('search_text')
    const [kept] = await api.sql(`select description from organizations where external_key = 'b'`)
    expect(kept).toEqual({ description: 'Chess' })
  })

  it('keeps the last of two rows with one key', async () => {
    const rows = await write((db) =>
      upsertOrganizations(db, [
        { externalKey: 'twice', name: 'First' },
        { externalKey: 'twice', name: 'Last' },
      ]),
    )
    expect(rows).toMatchObject([{ key: 'twice', outcome: 'created' }])
    expect(await api.sql(`select name from organizations where external_key = 'twice'`)).toEqual([
      { name: 'Last' },
    ])
  })

  it('keeps the counts of services and schools with the rows, without a new version', async () => {
    const sums = await write(async (db) => {
      const [organization] = await upsertOrganizations(db, [{ externalKey: 'c', name: 'Cedar' }])
      const organizationId = organization!.id
      const [place] = await upsertLocations(db, [{ externalKey: 'c-1', organizationId, address: '1 Elm St' }])
      const services = await upsertServices(db, [
        { externalKey: 'c/1', organizationId, categoryId: category, name: 'Tutoring', grades: ['K', '1'] },
        { externalKey: 'c/2', organizationId, categoryId: category, name: 'Reading' },
      ])
      const serviceId = services[0]!.id
      const sites = [
        { externalKey: 's1', serviceId, schoolId: id(21), siteName: 'PS 1', capacityMaximum: 30 },
        { externalKey: 's2', serviceId, schoolId: id(22) },
        { externalKey: 's3', serviceId: services[1]!.id, schoolId: id(22) },
        { externalKey: 's4', serviceId, locationId: place!.id },
        { externalKey: 's2 again', serviceId, schoolId: id(22) },
      ]
      const written = await upsertServiceSites(db, sites)
      expect(written.map(({ outcome }) => outcome)).toEqual([
        'created',
        'created',
        'created',
        'created',
        'unchanged',
      ])
      expect(written[4]!.id).toBe(written[1]!.id)
      const again = await upsertServiceSites(db, sites)
      expect(new Set(again.map(({ outcome }) => outcome))).toEqual(new Set(['unchanged']))
      expect(again.map((site) => site.id)).toEqual(written.map((site) => site.id))
      return organizationId
    })
    expect(
      await api.sql('select service_count, school_count, version from organizations where id = $1', [sums]),
    ).toEqual([{ service_count: 2, school_count: 2, version: 1 }])
  })

  it('keeps true counts when two writers work on one organisation at once', async () => {
    const [organization] = await write((db) => upsertOrganizations(db, [{ externalKey: 'd', name: 'Delta' }]))
    const organizationId = organization!.id
    await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        write(async (db) => {
          const [service] = await upsertServices(db, [
            { externalKey: `d/${n}`, organizationId, categoryId: category, name: `Service ${n}` },
          ])
          await upsertServiceSites(db, [
            { externalKey: `d/${n}/1`, serviceId: service!.id, schoolId: id(21 + (n % 2)) },
          ])
        }),
      ),
    )
    await api.sql(`update services set status = 'defunct' where external_key = 'd/0'`)
    await api.sql(`delete from services where external_key = 'd/1'`)
    expect(
      await api.sql(
        'select o.service_count, o.school_count, s.service_count as services, s.school_count as schools from organizations o join organization_sums s using (district_id, id) where o.id = $1',
        [organizationId],
      ),
    ).toEqual([{ service_count: 6, school_count: 2, services: 6, schools: 2 }])
  })
})
