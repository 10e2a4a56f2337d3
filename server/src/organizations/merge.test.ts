import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { mergeContract as api } from '@common-table/shared/organizations/merge-contract'
import { timelineContract } from '@common-table/shared/timeline/contract'
import { organizationsContract } from '@common-table/shared/organizations/contract'
import { partnershipsContract } from '@common-table/shared/partnerships/contract'
import { connectionsContract } from '@common-table/shared/pipeline/connections-contract'
import { district, id, otherDistrict, personOf, useApi } from '../../test/support/api.ts'

interface Column {
  name: string
  type: string
  required: boolean
}

/** Every table with a foreign key to organizations, and the column that holds it, as the catalogue has them. */
const references = `select k.conrelid::regclass::text as table, a.attname as column
  from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey) and a.attname <> 'district_id'
  where k.confrelid = 'organizations'::regclass and k.contype = 'f' order by 1, 2`

/** What a row of a table needs beside what its columns say, because of a check. */
const hints: Record<string, Record<string, unknown>> = {
  acquaintances: { knower_name: 'Someone' },
  departures: { person_kind: 'contact' },
  organization_ties: { kind: 'school', school_id: id(41) },
}

describe('two organisations that are one', () => {
  const test = useApi()
  const write = () => test.as('coordinator')
  let kept = ''
  let gone = ''
  let school = ''

  beforeAll(async () => {
    school = id(41)
    await test.sql("insert into schools (district_id, id, code, name) values ($1, $2, '041', 'Lincoln')", [
      district,
      school,
    ])
    await test.sql(
      "insert into categories (district_id, id, code, group_code, name) values ($1, $2, 'zz_food', 'basic_needs', 'Food')",
      [district, id(51)],
    )
    await test.sql(
      `insert into rounds (district_id, id, kind, school_year_id, opens_on, due_on)
       select $1, $2, 'census', y.id, y.starts_on, y.ends_on from school_years y where y.district_id = $1 limit 1`,
      [district, id(64)],
    )
    await test.sql(
      `insert into help_requests (district_id, id, school_id, category_id, tier, students, title, answer_due_on)
       values ($1, $2, $3, $4, 1, 5, 'Coats', '2025-01-15')`,
      [district, id(67), school, id(51)],
    )
  })

  beforeEach(async () => {
    const add = (body: object) =>
      write()(organizationsContract.addOrganization, { body: { name: 'x', ...body } as never }) // the name is given
    kept = (await add({ name: 'Harvest Table', phone: '718 555 0101', languages: ['en'] })).id
    gone = (
      await add({
        name: `Harvest Tabel ${kept.slice(-4)}`,
        ein: '12-3456789',
        website: 'harvest.example.org',
        phone: '718 555 0102',
        languages: ['es', 'en'],
        trustedInCommunity: true,
      })
    ).id
  })

  const one = async (organizationId: string) =>
    (
      await test.sql('select * from organizations where district_id = $1 and id = $2', [
        district,
        organizationId,
      ])
    )[0]
  const merge = (goneId = gone) =>
    write()(api.mergeOrganizations, { params: { organizationId: kept }, body: { goneId } })
  const rowsOf = async (table: string, column: string, organizationId: string): Promise<number> =>
    (
      await test.sql<{ n: number }>(
        `select count(*)::integer as n from ${table} where district_id = $1 and ${column} = $2`,
        [district, organizationId],
      )
    )[0]!.n

  /** Puts a row that refers to an organisation into any table, filling what it must have; for tables yet to come too. */
  const put = async (table: string, column: string, organizationId: string): Promise<void> => {
    const columns = await test.sql<Column>(
      `select a.attname as name, format_type(a.atttypid, null) as type, a.attnotnull and not a.atthasdef and a.attidentity = '' as required
       from pg_attribute a where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''`,
      [table],
    )
    const known: Record<string, unknown> = {
      district_id: district,
      category_id: id(51),
      school_id: school,
      merge_id: id(61),
      file_id: id(62),
      council_id: id(63),
      round_id: id(64),
      school_year_id: id(65),
      delivery_poll_id: id(66),
      help_request_id: id(67),
    }
    const choices = await test.sql<{ definition: string }>(
      "select pg_get_constraintdef(oid) as definition from pg_constraint where conrelid = $1::regclass and contype = 'c'",
      [table],
    )
    const allowed = (name: string): string | undefined =>
      choices
        .map(({ definition }) => new RegExp(`\\(${name} = ANY \\(ARRAY\\['([^']+)'`).exec(definition)?.[1])
        .find(Boolean)
    const value = ({ name, type }: Column): unknown => {
      if (name in known) return known[name]
      if (type === 'uuid') return crypto.randomUUID()
      if (name === 'email') return 'ana@example.org'
      if (name === 'subject_table') return 'organizations'
      if (type === 'text') return allowed(name) ?? 'a'
      if (type === 'jsonb') return '{}'
      if (/date|timestamp/.test(type)) return '2025-01-15'
      if (/int|real|numeric|double/.test(type)) return 1
      if (type === 'boolean') return false
      if (type.endsWith('[]')) return '{}'
      throw new Error(`Say in this test what ${table}.${name} (${type}) may be.`)
    }
    if ((await rowsOf(table, column, organizationId)) > 0) return
    const own = { ...hints[table], [column]: organizationId }
    const row = Object.fromEntries(
      columns
        .filter((each) => each.required && !(each.name in own))
        .map((each) => [each.name, value(each)] as const)
        .concat(Object.entries(own)),
    )
    await test
      .sql(
        `insert into ${table} (${Object.keys(row).join(', ')}) values (${Object.keys(row)
          .map((_, at) => `$${at + 1}`)
          .join(', ')})`,
        Object.values(row),
      )
      .catch((error: Error) => {
        throw new Error(`Give a hint in this test for ${table}: ${error.message}`)
      })
  }

  it('keep every record and link, in every table that refers to organisations, whatever tables there are', async () => {
    await test.sql(
      "insert into organization_merges (district_id, id, kept_id, gone_id, kept_name, gone_name, gone_record) values ($1, $2, $2, $2, 'a', 'b', '{}') on conflict do nothing",
      [district, id(61)],
    )
    await test.sql(
      "insert into files (district_id, id, name, media_type, size_bytes, sha256) values ($1, $2, 'a', 'text/plain', 1, repeat('a', 64)) on conflict do nothing",
      [district, id(62)],
    )
    await test.sql(
      "insert into councils (district_id, id, name) values ($1, $2, 'A table') on conflict do nothing",
      [district, id(63)],
    )
    await test.sql(
      "insert into school_years (district_id, id, label, starts_on, ends_on) values ($1, $2, '2061-62', '2061-07-01', '2062-06-30') on conflict do nothing",
      [district, id(65)],
    )
    await test.sql('insert into delivery_polls (district_id, id) values ($1, $2) on conflict do nothing', [
      district,
      id(66),
    ])
    const tables = await test.sql<{ table: string; column: string }>(references)
    expect(tables.length).toBeGreaterThan(10)
    // What moves may make a passport of its own for whom it moves to.
    await test.sql('insert into passports (district_id, organization_id) values ($1, $2)', [district, kept])
    for (const { table, column } of tables) await put(table, column, gone)
    await test.sql('update links set subject_id = organization_id')
    const [passport] = await test.sql<{ code: string }>(
      'select code from passports where organization_id = $1',
      [gone],
    )
    const before = new Map<string, number>()
    for (const { table } of tables)
      before.set(table, (await test.sql<{ n: number }>(`select count(*)::integer as n from ${table}`))[0]!.n)
    const { counts } = await merge()
    for (const { table, column } of tables) {
      expect(await rowsOf(table, column, gone), `${table}.${column} of the one that went`).toBe(0)
      expect(await rowsOf(table, column, kept), `${table}.${column} of the one that stayed`).toBeGreaterThan(
        0,
      )
      const now = (await test.sql<{ n: number }>(`select count(*)::integer as n from ${table}`))[0]!.n
      const combined = counts.find((one) => one.table === table)?.combined ?? 0
      // The merge itself adds an alias.
      expect(now - before.get(table)!, table).toBe((table === 'organization_aliases' ? 1 : 0) - combined)
      const count = counts.find((one) => one.table === table)
      expect((count?.moved ?? 0) + (count?.combined ?? 0), table).toBeGreaterThan(0)
    }
    expect(await rowsOf('links', 'subject_id', kept)).toBe(1)
    expect(await test.sql('select organization_id from passport_of_code($1)', [passport!.code])).toEqual([
      { organization_id: kept },
    ])
    expect(await one(gone)).toBeUndefined()
  })

  it('fill each other’s blanks; former name and number are kept, and old links lead on', async () => {
    await write()(organizationsContract.changeOrganization, {
      params: { organizationId: kept },
      body: { ein: '98-7654321' },
      ifMatch: 1,
    })
    const name = (await one(gone))!.name as string
    await merge()
    expect(await one(kept)).toMatchObject({
      name: 'Harvest Table',
      website: 'https://harvest.example.org',
      phone: '+17185550101',
      phone_extension: '',
      ein: '98-7654321',
      languages: ['en', 'es'],
      trusted_in_community: true,
      former_names: [name],
    })
    const old = await write()(organizationsContract.getOrganization, { params: { organizationId: gone } })
    expect(old).toMatchObject({ id: kept, identifiers: [{ scheme: 'US-EIN', identifier: '12-3456789' }] })
    const found = await test.as('viewer')(organizationsContract.listOrganizations, { query: { q: name } })
    expect(found.items[0]!.id).toBe(kept)
    const { items } = await write()(organizationsContract.findDuplicates, { body: { name } })
    expect(items[0]).toMatchObject({ id: kept, verdict: 'same' })
    const story = await write()(timelineContract.getOrganizationStory, {
      params: { organizationId: kept },
      query: { limit: 100 },
    })
    expect(story.items.find(({ change }) => change?.table === 'organization_merges')).toMatchObject({
      code: 'insert',
      by: 'The coordinator',
    })
  })

  it('have one first contact, one record of the same number, and what hangs on a double hangs on the other', async () => {
    for (const organizationId of [kept, gone])
      await test.sql(
        `with c as (insert into contacts (district_id, organization_id, name, is_primary) values ($1, $2, 'Ana', true) returning id)
         insert into organization_identifiers (district_id, organization_id, scheme, identifier) select $1, $2, 'US-DUNS', '081466849' from c`,
        [district, organizationId],
      )
    for (const organizationId of [kept, gone])
      await write()(connectionsContract.addTie, {
        params: { organizationId },
        body: {
          kind: 'neighborhood',
          label: 'Mill Creek',
          note: organizationId === gone ? 'since 1990' : '',
        },
      })
    const preview = await write()(api.previewMerge, {
      params: { organizationId: kept },
      body: { goneId: gone },
    })
    expect(preview.counts).toEqual([
      { table: 'contacts', moved: 1, combined: 0 },
      { table: 'organization_identifiers', moved: 0, combined: 1 },
      { table: 'organization_ties', moved: 0, combined: 1 },
    ])
    expect(preview.combined.map(({ table }) => table).sort()).toEqual([
      'organization_identifiers',
      'organization_ties',
    ])
    expect(preview.changes).toMatchObject({ website: 'https://harvest.example.org', ein: '12-3456789' })
    expect(await one(gone)).toBeDefined()
    const { counts } = await merge()
    expect(counts).toEqual(preview.counts)
    expect(
      await test.sql(
        'select is_primary from contacts where district_id = $1 and organization_id = $2 order by id',
        [district, kept],
      ),
    ).toEqual([{ is_primary: true }, { is_primary: false }])
    expect(
      await test.sql('select note from organization_ties where district_id = $1 and organization_id = $2', [
        district,
        kept,
      ]),
    ).toEqual([{ note: 'since 1990' }])
    expect(await rowsOf('organization_identifiers', 'organization_id', kept)).toBe(1)
  })

  it('are taken apart again as they were, but for what someone changed since', async () => {
    const made = await write()(partnershipsContract.createPartnership, {
      body: {
        organizationId: gone,
        name: 'Weekend food',
        schoolIds: [school],
        leadUserId: personOf('coordinator'),
      },
    })
    const other = await write()(partnershipsContract.createPartnership, {
      body: { organizationId: gone, name: 'Summer food', schoolIds: [school] },
    })
    for (const organizationId of [kept, gone])
      await test.sql(
        "insert into organization_identifiers (district_id, organization_id, scheme, identifier) values ($1, $2, 'US-DUNS', '1')",
        [district, organizationId],
      )
    const before = [await one(kept), await one(gone)]
    const { id: mergeId } = await merge()
    expect(
      await write()(partnershipsContract.getPartnership, { params: { partnershipId: made.id } }),
    ).toMatchObject({ organization: { id: kept } })
    const shown = await one(kept)
    await write()(organizationsContract.changeOrganization, {
      params: { organizationId: kept },
      body: { website: 'new.example.org' },
      ifMatch: shown!.version as number,
    })
    const undone = await write()(api.undoMerge, { params: { mergeId }, body: {} })
    expect(undone).toMatchObject({ kept: { id: kept }, gone: { id: gone }, stayed: 0 })
    const facts = [
      'name',
      'ein',
      'phone',
      'languages',
      'trusted_in_community',
      'former_names',
      'external_key',
    ]
    const now = [await one(kept), await one(gone)]
    for (const at of [0, 1]) for (const fact of facts) expect(now[at]![fact], fact).toEqual(before[at]![fact])
    expect(now[0]!.website).toBe('https://new.example.org')
    expect(now[1]!.website).toBe('https://harvest.example.org')
    expect(await rowsOf('partnerships', 'organization_id', gone)).toBe(2)
    expect(await rowsOf('organization_identifiers', 'organization_id', gone)).toBe(1)
    expect(await rowsOf('organization_aliases', 'organization_id', kept)).toBe(0)
    expect(
      await write()(organizationsContract.getOrganization, { params: { organizationId: gone } }),
    ).toMatchObject({ id: gone, partnerships: [{ id: other.id }, { id: made.id }] })
    await expect(write()(api.undoMerge, { params: { mergeId }, body: {} })).rejects.toMatchObject({
      code: 'step-not-possible',
    })
  })

  it('keep the sums of both sides right, there and back', async () => {
    await test.sql(
      `with s as (insert into services (district_id, organization_id, name, category_id) values ($1, $2, 'Bags', $3) returning id)
       insert into service_sites (district_id, service_id, school_id) select $1, s.id, $4 from s`,
      [district, gone, id(51), school],
    )
    const drift = async () =>
      (
        await test.sql<{ n: number }>(
          `select count(*)::integer as n from organizations o join organization_sums s using (district_id, id)
           where (o.service_count, o.school_count, o.category_ids) <> (s.service_count, s.school_count, s.category_ids)`,
        )
      )[0]!.n
    const { id: mergeId } = await merge()
    expect(await one(kept)).toMatchObject({ service_count: 1, school_count: 1 })
    expect(await drift()).toBe(0)
    await write()(api.undoMerge, { params: { mergeId }, body: {} })
    expect(await one(kept)).toMatchObject({ service_count: 0, school_count: 0 })
    expect(await one(gone)).toMatchObject({ service_count: 1, school_count: 1 })
    expect(await drift()).toBe(0)
  })

  it('are found through two merges, which come apart in turn', async () => {
    const third = (await write()(organizationsContract.addOrganization, { body: { name: 'Third' } })).id
    const first = await merge()
    const second = await write()(api.mergeOrganizations, {
      params: { organizationId: third },
      body: { goneId: kept },
    })
    for (const old of [gone, kept])
      expect(
        (await write()(organizationsContract.getOrganization, { params: { organizationId: old } })).id,
      ).toBe(third)
    await expect(write()(api.undoMerge, { params: { mergeId: first.id }, body: {} })).rejects.toMatchObject({
      code: 'step-not-possible',
    })
    await write()(api.undoMerge, { params: { mergeId: second.id }, body: {} })
    await write()(api.undoMerge, { params: { mergeId: first.id }, body: {} })
    expect(await one(gone)).toBeDefined()
  })

  it('are refused when they are one record, not there, or somebody else’s', async () => {
    await expect(merge(kept)).rejects.toMatchObject({ fields: [{ field: 'goneId' }] })
    await expect(merge(id(99))).rejects.toMatchObject({ fields: [{ field: 'goneId' }] })
    const [foreign] = await test.sql<{ id: string }>(
      "insert into organizations (district_id, name) values ($1, 'Foreign') returning id",
      [otherDistrict],
    )
    await expect(merge(foreign!.id)).rejects.toMatchObject({ fields: [{ field: 'goneId' }] })
    await expect(
      test.as('director', { districtId: otherDistrict })(api.mergeOrganizations, {
        params: { organizationId: kept },
        body: { goneId: foreign!.id },
      }),
    ).rejects.toMatchObject({ code: 'not-found' })
    await expect(
      test.as('school', { schools: [school] })(api.mergeOrganizations, {
        params: { organizationId: kept },
        body: { goneId: gone },
      }),
    ).rejects.toMatchObject({ code: 'not-permitted' })
  })
})
