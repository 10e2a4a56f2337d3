import { beforeAll, describe, expect, it } from 'vitest'
import { partnershipsContract as api } from '@common-table/shared/partnerships/contract'
import { district, id, otherDistrict, personOf, useApi } from '../../test/support/api.ts'
import { nameHolders } from '../../test/support/holders.ts'

const organization = id(31)
const [lincoln, douglass] = [id(41), id(42)]

describe('partnerships', () => {
  const test = useApi()

  beforeAll(async () => {
    for (const [districtId, organizationId, schools] of [
      [district, organization, [lincoln, douglass]],
      [otherDistrict, id(32), [id(43)]],
    ] as const) {
      await test.sql(
        "insert into organizations (district_id, id, name) values ($1, $2, 'Harvest Table Food Bank')",
        [districtId, organizationId],
      )
      for (const school of schools)
        await test.sql('insert into schools (district_id, id, code, name) values ($1, $2, $3, $4)', [
          districtId,
          school,
          school.slice(-3),
          `School ${school.slice(-2)}`,
        ])
    }
  })

  const begin = (more: object = {}) =>
    test.as('coordinator')(api.createPartnership, {
      body: { organizationId: organization, name: 'Weekend food', schoolIds: [lincoln!], ...more },
    })

  it('begin with an organisation and its schools, and remember who began them', async () => {
    const made = await begin({ leadUserId: personOf('coordinator'), studentsReached: 120 })
    expect(made).toMatchObject({
      organization: { name: 'Harvest Table Food Bank', type: 'nonprofit' },
      stage: 'exploring',
      scope: 'one_school',
      schoolCount: 1,
      lead: { name: 'The coordinator' },
      schools: [{ id: lincoln }],
      timeline: [{ kind: 'created', authorName: 'The coordinator' }],
      version: 1,
    })
    expect(await test.as('viewer')(api.getPartnership, { params: { partnershipId: made.id } })).toEqual(made)
  })

  it('say what they are to the district and who watches over them', async () => {
    const made = await begin({ kind: 'strategic', oversight: ' Wellness committee ' })
    expect(made).toMatchObject({ kind: 'strategic', oversight: 'Wellness committee' })
    const change = (ifMatch: number, body: object) =>
      test.as('coordinator')(api.changePartnership, { params: { partnershipId: made.id }, ifMatch, body })
    const kept = await change(made.version, { summary: 'Food for weekends' })
    expect(kept).toMatchObject({ kind: 'strategic', oversight: 'Wellness committee' })
    expect(await change(kept.version, { kind: null, oversight: '' })).toMatchObject({
      kind: null,
      oversight: '',
    })
  })

  it('move through their stages, and say why they end', async () => {
    const { id: partnershipId } = await begin()
    const version = await nameHolders(test, partnershipId)
    const director = test.as('director')
    const active = await director(api.changePartnershipStage, {
      params: { partnershipId },
      body: { stage: 'active' },
      ifMatch: version,
    })
    expect(active.stage).toBe('active')
    await expect(
      director(api.changePartnershipStage, {
        params: { partnershipId },
        body: { stage: 'exploring' },
        ifMatch: active.version,
      }),
    ).rejects.toMatchObject({ code: 'step-not-possible' })
    await expect(
      director(api.changePartnershipStage, {
        params: { partnershipId },
        body: { stage: 'ended' },
        ifMatch: active.version,
      }),
    ).rejects.toMatchObject({ code: 'invalid-input', fields: [{ field: 'reason' }] })
    const ended = await director(api.changePartnershipStage, {
      params: { partnershipId },
      body: { stage: 'ended', reason: 'need_met', note: 'The pantry opened.' },
      ifMatch: active.version,
    })
    expect(ended.timeline[0]).toMatchObject({
      kind: 'stage',
      fromStage: 'active',
      toStage: 'ended',
      reason: 'need_met',
      body: 'The pantry opened.',
    })
  })

  it('keep their school count in step with their schools, without making the version people hold stale', async () => {
    const made = await begin()
    const wider = await test.as('coordinator')(api.changePartnership, {
      params: { partnershipId: made.id },
      body: { scope: 'several_schools', schoolIds: [lincoln!, douglass!] },
      ifMatch: 1,
    })
    expect(wider).toMatchObject({ schoolCount: 2, version: 2, schools: [{ id: lincoln }, { id: douglass }] })
    await expect(
      test.as('coordinator')(api.changePartnership, {
        params: { partnershipId: made.id },
        body: { scope: 'one_school' },
        ifMatch: 2,
      }),
    ).rejects.toMatchObject({ code: 'invalid-input', fields: [{ field: 'scope' }] })
    await expect(
      test.as('coordinator')(api.changePartnership, {
        params: { partnershipId: made.id },
        body: { name: 'Other' },
        ifMatch: 1,
      }),
    ).rejects.toMatchObject({ code: 'stale', current: { name: 'Weekend food' } })
  })

  it('are found although mistyped, by their own name or their organisation', async () => {
    const made = await begin({ name: 'Saturday robotics lab' })
    const found = await test.as('viewer')(api.listPartnerships, { query: { q: 'robtics' } })
    expect(found.items.map((item) => item.id)).toEqual([made.id])
    expect(
      (await test.as('viewer')(api.listPartnerships, { query: { q: 'Harvst' } })).items.length,
    ).toBeGreaterThan(1)
  })

  it('come page by page in any order, without gaps or repeats', async () => {
    for (let n = 0; n < 7; n++) await begin({ name: `Page ${n}`, studentsReached: n % 3 })
    const everything = await test.as('viewer')(api.listPartnerships, { query: { limit: 200 } })
    for (const sort of [
      'name',
      'studentsReached',
      'endsOn',
      'lastContactOn',
      'schoolCount',
      'stageSince',
    ] as const)
      for (const descending of [false, true]) {
        const seen: string[] = []
        let cursor: string | null | undefined
        do {
          const page = await test.as('viewer')(api.listPartnerships, {
            query: { sort, descending, limit: 3, ...(cursor && { cursor }) },
          })
          seen.push(...page.items.map((item) => item.id))
          cursor = page.nextCursor
        } while (cursor)
        expect(new Set(seen).size).toBe(seen.length)
        expect(seen.toSorted()).toEqual(everything.items.map((item) => item.id).toSorted())
      }
  })

  it('refuse a page link that was changed, or that belongs to another list', async () => {
    const first = await test.as('viewer')(api.listPartnerships, { query: { limit: 2 } })
    const cursor = first.nextCursor!
    await expect(
      test.as('viewer')(api.listPartnerships, { query: { limit: 2, cursor, q: 'food' } }),
    ).rejects.toMatchObject({ code: 'invalid-cursor' })
    await expect(
      test.as('viewer')(api.listPartnerships, {
        query: { limit: 2, cursor: `${cursor.slice(0, -6)}AAAAAA` },
      }),
    ).rejects.toMatchObject({ code: 'invalid-cursor' })
  })

  it('fill a board, one column per stage', async () => {
    const board = await test.as('viewer')(api.partnershipBoard)
    expect(board.map((column) => column.stage)).toEqual([
      'exploring',
      'forming',
      'active',
      'expanding',
      'renewing',
      'paused',
      'ended',
    ])
    const total = (await test.as('viewer')(api.listPartnerships, { query: { limit: 200 } })).items.length
    expect(board.reduce((sum, column) => sum + column.count, 0)).toBe(total)
  })

  it('remember contacts, and move the last contact forward', async () => {
    const { id: partnershipId } = await begin()
    await test.as('coordinator')(api.addTimelineEntry, {
      params: { partnershipId },
      body: { kind: 'call', happenedOn: '2025-02-03', body: 'Agreed on Fridays.' },
    })
    await test.as('coordinator')(api.addTimelineEntry, {
      params: { partnershipId },
      body: { kind: 'note', happenedOn: '2025-01-02', body: 'Earlier.' },
    })
    const now = await test.as('viewer')(api.getPartnership, { params: { partnershipId } })
    expect(now).toMatchObject({ lastContactOn: '2025-02-03', version: 1 })
    const timeline = await test.as('viewer')(api.listPartnershipTimeline, { params: { partnershipId } })
    expect(timeline.items.map((entry) => entry.kind)).toEqual(['note', 'call', 'created'])
  })

  it('stay in their district', async () => {
    const { id: partnershipId } = await begin()
    const elsewhere = test.as('director', { districtId: otherDistrict })
    await expect(elsewhere(api.getPartnership, { params: { partnershipId } })).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(
      elsewhere(api.changePartnership, { params: { partnershipId }, body: { name: 'x' }, ifMatch: 1 }),
    ).rejects.toMatchObject({ code: 'not-found' })
    expect((await elsewhere(api.listPartnerships)).items).toEqual([])
    await expect(
      elsewhere(api.createPartnership, { body: { organizationId: organization, name: 'Borrowed' } }),
    ).rejects.toMatchObject({ code: 'invalid-input' })
  })

  it('show a principal only those of the own schools', async () => {
    const mine = await begin({ name: 'At Douglass', schoolIds: [douglass] })
    const other = await begin({ name: 'At Lincoln' })
    const principal = test.as('school', { schools: [douglass!] })
    const { items } = await principal(api.listPartnerships, { query: { limit: 200 } })
    expect(items.map((item) => item.id)).toContain(mine.id)
    expect(items.map((item) => item.id)).not.toContain(other.id)
    await expect(
      principal(api.getPartnership, { params: { partnershipId: other.id } }),
    ).rejects.toMatchObject({ code: 'not-found' })
    expect((await test.as('school', { schools: [] })(api.listPartnerships)).items).toEqual([])
  })

  it('begin once when the same request comes twice, also at the same time', async () => {
    const coordinator = test.as('coordinator')
    const body = { organizationId: organization, name: 'Only once' }
    const both = await Promise.all([
      coordinator(api.createPartnership, { body }, { idempotencyKey: 'k-1' }),
      coordinator(api.createPartnership, { body }, { idempotencyKey: 'k-1' }),
    ])
    expect(both[0]).toEqual(both[1])
    expect(await test.sql("select id from partnerships where name = 'Only once'")).toHaveLength(1)
    await expect(
      coordinator(api.createPartnership, { body: { ...body, name: 'Another' } }, { idempotencyKey: 'k-1' }),
    ).rejects.toMatchObject({ code: 'idempotency-key-reused' })
  })

  it('leave nothing behind when a part of them is refused', async () => {
    await expect(
      begin({ name: 'Half', schoolIds: [lincoln, id(99)], scope: 'several_schools' }),
    ).rejects.toMatchObject({ code: 'invalid-input' })
    expect(await test.sql("select id from partnerships where name = 'Half'")).toEqual([])
  })
})
