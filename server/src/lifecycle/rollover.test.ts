import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { lifecycleContract } from '@common-table/shared/lifecycle/contract'
import { rolloverContract as api } from '@common-table/shared/lifecycle/rollover-contract'
import { organizationsContract } from '@common-table/shared/organizations/contract'
import { partnershipsContract } from '@common-table/shared/partnerships/contract'
import { prioritiesContract } from '@common-table/shared/priorities/contract'
import { district, id, otherDistrict, personOf, useApi } from '../../test/support/api.ts'
import { endWhatIsDue } from './rollover-queries.ts'

const lincoln = id(41)

describe('a roll-over into the next school year', () => {
  const test = useApi()
  const write = () => test.as('director')
  let organizationId = ''
  let priority = ''
  let from = { id: '', starts_on: '', ends_on: '' }
  let to = { id: '', starts_on: '', ends_on: '' }

  beforeAll(async () => {
    await test.sql("insert into schools (district_id, id, code, name) values ($1, $2, '041', 'Lincoln')", [
      district,
      lincoln,
    ])
    organizationId = (
      await write()(organizationsContract.addOrganization, { body: { name: 'Harvest Table' } })
    ).id
    priority = (await write()(prioritiesContract.addPriority, { body: { title: 'Attendance' } })).id
    // A year that is running and one that follows, whatever day it is.
    await test.sql('delete from periods where district_id = $1', [district])
    await test.sql('delete from school_years where district_id = $1', [district])
    const years = await test.sql<typeof from>(
      `insert into school_years (district_id, label, starts_on, ends_on) values
        ($1, '2024-25', current_date - 200, current_date + 100), ($1, '2025-26', current_date + 101, current_date + 400)
       returning id, starts_on::text, ends_on::text`,
      [district],
    )
    ;[from, to] = years as [typeof from, typeof to] // two were inserted
  })

  const begin = async (more: object = {}, stage: 'active' | 'renewing' | 'paused' = 'active') => {
    const made = await write()(partnershipsContract.createPartnership, {
      body: {
        organizationId,
        name: `Partnership ${crypto.randomUUID()}`,
        stage: 'active',
        schoolIds: [lincoln],
        studentsReached: 100,
        leadUserId: personOf('coordinator'),
        priorityIds: [priority],
        ...more,
      },
    })
    if (stage === 'active') return made.id
    await write()(partnershipsContract.changePartnershipStage, {
      params: { partnershipId: made.id },
      body: { stage, ...(stage === 'paused' && { reason: 'logistics' as const }) },
      ifMatch: made.version,
    })
    return made.id
  }
  const years = () => ({ fromYearId: from.id, toYearId: to.id })
  const choice = (partnershipId: string, decision: 'renew' | 'revise' | 'end') => ({
    partnershipId,
    decision,
    ...(decision === 'end' && { reason: 'funding_ended' as const }),
  })
  const record = (partnershipId: string) =>
    test.as('viewer')(partnershipsContract.getPartnership, { params: { partnershipId } })
  const life = (partnershipId: string) =>
    test.as('viewer')(lifecycleContract.getLifecycle, { params: { partnershipId } })

  beforeEach(async () => {
    for (const table of ['rollovers', 'partnerships'])
      await test.sql(
        `delete from ${table === 'rollovers' ? 'rollover_changes' : 'partnership_events'} where district_id = $1`,
        [district],
      )
    await test.sql('delete from partnership_services where district_id = $1', [district])
  })

  it('offers the partnerships of the year with a first opinion and its reasons', async () => {
    const well = await begin({ name: 'A well' })
    const alone = await begin({ name: 'B alone', leadUserId: null, priorityIds: [] })
    const paused = await begin({ name: 'C paused' }, 'paused')
    await test.sql("update partnerships set created_at = now() - interval '200 days' where id = $1", [paused])
    const { items } = await write()(api.listRolloverCandidates, { query: years() })
    const of = (partnershipId: string) => items.find((item) => item.partnershipId === partnershipId)
    expect(of(well)).toMatchObject({
      suggestion: 'renew',
      reasons: ['runs_well'],
      students: 100,
      carried: false,
    })
    expect(of(alone)).toMatchObject({ suggestion: 'revise', reasons: ['no_lead', 'unaligned'], lead: null })
    expect(of(paused)).toMatchObject({ suggestion: 'end', reasons: ['long_paused'] })
    await expect(
      write()(api.listRolloverCandidates, { query: { fromYearId: to.id, toYearId: from.id } }),
    ).rejects.toMatchObject({ fields: [{ field: 'toYearId' }] })
    await expect(test.as('viewer')(api.listRolloverCandidates, { query: years() })).rejects.toMatchObject({
      code: 'not-permitted',
    })
  })

  it('shows beforehand what it will do, changes nothing by it, then does exactly that', async () => {
    const renewed = await begin({ endsOn: from.ends_on }, 'renewing')
    const revised = await begin({ studentsReached: 30 })
    const ended = await begin({ studentsReached: 7 })
    const choices = [choice(renewed, 'renew'), choice(revised, 'revise'), choice(ended, 'end')]
    await write()(lifecycleContract.addSitePlan, {
      params: { partnershipId: renewed },
      body: {
        schoolId: lincoln,
        schoolYearId: from.id,
        space: 'Gym',
        weekdays: ['TU'],
        startsOn: from.starts_on,
        students: 90,
      },
    })
    const preview = await write()(api.previewRollover, { body: { ...years(), choices } })
    expect(preview).toMatchObject({
      sums: {
        renew: 1,
        revise: 1,
        end: 1,
        studentsGoingOn: 130,
        studentsLosing: 7,
        placesGoingOn: 2,
        datesMoved: 2,
        stagesChanged: 2,
      },
      sitePlans: 1,
      refused: [],
    })
    expect((await record(renewed)).stage).toBe('renewing')
    const done = await write()(api.applyRollover, { body: { ...years(), choices } })
    expect(done.sums).toEqual(preview.sums)
    for (const change of preview.changes)
      expect(await record(change.partnershipId)).toMatchObject({
        stage: change.stage[1],
        endsOn: change.endsOn[1],
      })
    expect(await record(renewed)).toMatchObject({ stage: 'active', endsOn: to.ends_on })
    expect(await record(revised)).toMatchObject({ stage: 'renewing', endsOn: null })
    expect(await record(ended)).toMatchObject({ stage: 'active', endsOn: from.ends_on })
    expect((await life(renewed)).years).toMatchObject([
      { year: { id: to.id }, status: 'planned', studentsPlanned: 100 },
      { year: { id: from.id }, status: 'running', decision: 'renew' },
    ])
    expect((await life(ended)).years).toMatchObject([{ year: { id: from.id }, decision: 'end' }])
    expect((await life(ended)).exit).toHaveLength(5)
    const next = await test.as('viewer')(lifecycleContract.listSitePlans, {
      params: { partnershipId: renewed },
      query: { schoolYearId: to.id },
    })
    expect(next.sites[0]!.plan).toMatchObject({
      space: 'Gym',
      weekdays: ['TU'],
      students: 90,
      startsOn: to.starts_on,
    })
    expect((await record(renewed)).timeline[0]).toMatchObject({
      kind: 'stage',
      fromStage: 'renewing',
      toStage: 'active',
      authorName: 'The director',
    })
    const [sum] = await test.sql<{ n: number; students: number }>(
      `select count(*)::integer as n, sum(k.students_planned)::integer as students from partnership_years k
       where k.district_id = $1 and k.school_year_id = $2 and k.rollover_id = $3`,
      [district, to.id, done.id],
    )
    expect(sum).toEqual({
      n: preview.sums.renew + preview.sums.revise,
      students: preview.sums.studentsGoingOn,
    })
  })

  it('refuses what cannot be carried, one by one, and asks why something ends', async () => {
    const carried = await begin()
    await write()(api.applyRollover, { body: { ...years(), choices: [choice(carried, 'renew')] } })
    const gone = await begin()
    await write()(partnershipsContract.changePartnershipStage, {
      params: { partnershipId: gone },
      body: { stage: 'ended', reason: 'need_met' },
      ifMatch: 1,
    })
    const made = await write()(partnershipsContract.createPartnership, {
      body: { organizationId, name: 'Only explored' },
    })
    const preview = await write()(api.previewRollover, {
      body: { ...years(), choices: [carried, gone, made.id].map((one) => choice(one, 'renew')) },
    })
    expect(new Map(preview.refused.map(({ partnershipId, why }) => [partnershipId, why]))).toEqual(
      new Map([
        [carried, 'carried'],
        [gone, 'ended'],
        [made.id, 'not_in_year'],
      ]),
    )
    await expect(
      write()(api.applyRollover, { body: { ...years(), choices: [choice(carried, 'renew')] } }),
    ).rejects.toMatchObject({ code: 'step-not-possible' })
    await expect(
      write()(api.previewRollover, {
        body: { ...years(), choices: [{ partnershipId: await begin(), decision: 'end' }] },
      }),
    ).rejects.toMatchObject({ fields: [{ field: 'choices.0.reason' }] })
  })

  it('is taken back whole, but for what someone changed since', async () => {
    const renewed = await begin({ endsOn: from.ends_on }, 'renewing')
    const ended = await begin()
    const touched = await begin()
    await write()(lifecycleContract.addSitePlan, {
      params: { partnershipId: renewed },
      body: { schoolId: lincoln, schoolYearId: from.id },
    })
    const before = [await record(renewed), await record(ended)]
    const done = await write()(api.applyRollover, {
      body: {
        ...years(),
        choices: [choice(renewed, 'renew'), choice(ended, 'end'), choice(touched, 'revise')],
      },
    })
    const now = await record(touched)
    await write()(partnershipsContract.changePartnership, {
      params: { partnershipId: touched },
      body: { summary: 'New terms' },
      ifMatch: now.version,
    })
    const undone = await write()(api.undoRollover, { params: { rolloverId: done.id }, body: {} })
    expect(undone).toMatchObject({ restored: 2, kept: [{ id: touched }] })
    for (const [at, partnershipId] of [renewed, ended].entries()) {
      const { stage, stageSince, endsOn } = before[at]!
      expect(await record(partnershipId)).toMatchObject({ stage, stageSince, endsOn })
      expect((await life(partnershipId)).years).toMatchObject([{ year: { id: from.id }, decision: null }])
      expect((await life(partnershipId)).exit).toEqual([])
    }
    expect(await record(touched)).toMatchObject({ stage: 'renewing', summary: 'New terms' })
    expect((await life(touched)).years).toHaveLength(2)
    expect(
      await test.sql(
        'select 1 from site_plans where district_id = $1 and school_year_id = $2 and partnership_id = $3',
        [district, to.id, renewed],
      ),
    ).toEqual([])
    const { items } = await write()(api.listRollovers)
    expect(items[0]).toMatchObject({ id: done.id, appliedByName: 'The director' })
    expect(items[0]!.undoneAt).not.toBeNull()
    await expect(
      write()(api.undoRollover, { params: { rolloverId: done.id }, body: {} }),
    ).rejects.toMatchObject({ code: 'step-not-possible' })
  })

  it('ends what it decided to end when the last day is over, by itself', async () => {
    const ended = await begin()
    await write()(api.applyRollover, { body: { ...years(), choices: [choice(ended, 'end')] } })
    const nightly = () =>
      test.services.write(
        district,
        { kind: 'system', id: null, name: 'upkeep', requestId: null },
        endWhatIsDue,
      )
    await nightly()
    expect((await record(ended)).stage).toBe('active')
    await test.sql('update partnerships set ends_on = current_date - 1 where id = $1', [ended])
    await nightly()
    expect(await record(ended)).toMatchObject({
      stage: 'ended',
      timeline: [{ kind: 'stage', toStage: 'ended', reason: 'funding_ended' }, {}],
    })
  })

  it('carries hundreds at once, and stays in its district', async () => {
    await test.sql(
      `insert into partnerships (district_id, organization_id, name, stage, students_reached)
       select $1, $2, 'Many ' || n, 'active', 10 from generate_series(1, 400) n`,
      [district, organizationId],
    )
    const { items } = await write()(api.listRolloverCandidates, { query: years() })
    const many = items.filter(({ name }) => name.startsWith('Many '))
    expect(many).toHaveLength(400)
    const choices = many.map(({ partnershipId }, at) =>
      choice(partnershipId, at % 10 === 0 ? 'end' : 'renew'),
    )
    const preview = await write()(api.previewRollover, { body: { ...years(), choices } })
    expect(preview.sums).toMatchObject({
      renew: 360,
      end: 40,
      studentsGoingOn: 3600,
      studentsLosing: 400,
    })
    const done = await write()(api.applyRollover, { body: { ...years(), choices } })
    const [made] = await test.sql<{ n: number }>(
      'select count(*)::integer as n from partnership_years where rollover_id = $1 and school_year_id = $2',
      [done.id, to.id],
    )
    expect(made!.n).toBe(360)
    expect(await write()(api.undoRollover, { params: { rolloverId: done.id }, body: {} })).toEqual({
      restored: 400,
      kept: [],
    })
    const elsewhere = test.as('director', { districtId: otherDistrict })
    await expect(elsewhere(api.listRolloverCandidates, { query: years() })).rejects.toMatchObject({
      fields: [{ field: 'fromYearId' }],
    })
    await expect(
      elsewhere(api.undoRollover, { params: { rolloverId: done.id }, body: {} }),
    ).rejects.toMatchObject({ code: 'not-found' })
  })
})
