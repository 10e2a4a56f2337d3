import { describe, expect, it } from 'vitest'
import { auditContract as api } from '@common-table/shared/audit/contract'
import { needsContract as needs } from '@common-table/shared/needs/contract'
import { usersContract as users } from '@common-table/shared/people/users-contract'
import { district, otherDistrict, personOf, useApi } from '../../test/support/api.ts'

describe('the audit', () => {
  const test = useApi()

  it('says who changed what from what to what, and never a secret', async () => {
    const params = { userId: personOf('viewer') }
    const { version } = await test.as('admin')(users.getUser, { params })
    await test.as('admin')(users.changeUser, { params, ifMatch: version, body: { role: 'analyst' } })
    const query = { recordId: personOf('viewer'), action: 'update' as const, table: 'users' }
    const { items } = await test.as('steward')(api.listAudit, { query })
    expect(items).toMatchObject([
      { actorName: 'The admin', actorId: personOf('admin'), changes: { role: ['viewer', 'analyst'] } },
    ])
    await test.as('admin')(users.inviteUser, { body: { email: 'q@r.example', name: 'Q', role: 'viewer' } })
    const [link] = (await test.as('admin')(api.listAudit, { query: { table: 'user_links' } })).items
    expect(Object.keys(link!.changes)).not.toContain('token_hash')
    expect((await test.as('admin', { districtId: otherDistrict })(api.listAudit, { query })).items).toEqual(
      [],
    )
    await expect(test.as('director')(api.listAudit, {})).rejects.toMatchObject({ code: 'not-permitted' })
  })

  it('names the records a change speaks of, in both languages, and none of another district', async () => {
    const [school] = await test.sql<{ id: string }>(
      `insert into schools (district_id, code, name) values ('${district}', 'A', 'Alpha') returning id`,
    )
    const [kind] = await test.sql<{ id: string }>(
      `select id from categories where district_id = '${district}' and code = 'ac_tutor'`,
    )
    const need = await test.as('coordinator')(needs.recordNeed, {
      body: { schoolId: school!.id, categoryId: kind!.id, severity: 3, title: 'Tutors' },
    })
    const query = { recordId: need.id }
    const [entry] = (await test.as('steward')(api.listAudit, { query })).items
    expect(entry!.changes).toMatchObject({ school_id: school!.id, category_id: kind!.id })
    expect(entry!.names[need.id]).toEqual({ en: 'Tutors, Alpha', es: 'Tutors, Alpha' })
    expect(entry!.names[school!.id]).toEqual({ en: 'Alpha', es: 'Alpha' })
    expect(entry!.names[kind!.id]).toEqual({
      en: 'High-dosage tutoring',
      es: expect.stringMatching(/^Tutor/),
    })
    await test.sql(
      `update audit_log set changes = changes || jsonb_build_object('school_id', $1::text) where id = $2`,
      [personOf('viewer', otherDistrict), entry!.id],
    )
    const [again] = (await test.as('steward')(api.listAudit, { query })).items
    expect(Object.keys(again!.names)).not.toContain(personOf('viewer', otherDistrict))
  })

  it('is found by time, and paged without gaps', async () => {
    const all = (await test.as('admin')(api.listAudit, { query: { limit: 200 } })).items
    const first = await test.as('admin')(api.listAudit, { query: { limit: 2 } })
    const second = await test.as('admin')(api.listAudit, { query: { limit: 2, cursor: first.nextCursor! } })
    expect([...first.items, ...second.items]).toEqual(all.slice(0, 4))
    const to = all[2]!.at
    const before = await test.as('admin')(api.listAudit, { query: { to, limit: 200 } })
    expect(before.items.every(({ at }) => at < to)).toBe(true)
    expect(
      (await test.as('admin')(api.listAudit, { query: { from: '2999-01-01T00:00:00Z' } })).items,
    ).toEqual([])
  })
})
