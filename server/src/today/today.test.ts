import { beforeAll, describe, expect, it, vi } from 'vitest'
import { addDays } from '@common-table/shared/calendar/dates'
import { equityContract } from '@common-table/shared/equity/contract'
import { todayContract as api } from '@common-table/shared/today/contract'
import { todayKinds } from '@common-table/shared/today/kinds'
import type { TodayFilter } from '@common-table/shared/today/schemas'
import { emptyVision } from '@common-table/shared/vision/compare'
import { visionContract } from '@common-table/shared/vision/contract'
import { district, id, otherDistrict, personOf, useApi } from '../../test/support/api.ts'
import { tablesOf } from './reads.ts'
import { todayOf } from './remembered.ts'
import { forgetOldMarks } from './upkeep.ts'

const [harvest, youth, reading, arts, school, agreement, contact, chess, camp] = [
  31, 32, 51, 52, 41, 71, 61, 53, 54,
].map(id) as [string, string, string, string, string, string, string, string, string]

describe('what waits today', () => {
  const test = useApi()
  let today = ''
  const put = (text: string, ...values: unknown[]) => test.sql(text, [district, ...values])

  beforeAll(async () => {
    const [day] = await test.sql<{ today: string }>(
      'select (now() at time zone time_zone)::date::text as today from districts where id = $1',
      [district],
    )
    today = day!.today
    await put("insert into organizations (district_id, id, name) values ($1, $2, 'Harvest Table')", harvest)
    await put("insert into organizations (district_id, id, name) values ($1, $2, 'Youth Arts')", youth)
    await put(
      "insert into schools (district_id, id, code, name, enrolment, level) values ($1, $2, '041', 'Lincoln', 400, 'high')",
      school,
    )
    await put(
      "insert into contacts (district_id, id, organization_id, name) values ($1, $2, $3, 'Ana Núñez')",
      contact,
      harvest,
    )
    const partnership = `insert into partnerships (district_id, id, organization_id, name, stage, lead_user_id,
      students_reached, last_contact_on, ends_on) values ($1, $2, $3, $4, 'active', $5, $6, $7, $8)`
    await put(
      partnership,
      reading,
      harvest,
      'Reading together',
      personOf('coordinator'),
      40,
      addDays(today, -70),
      null,
    )
    await put(
      partnership,
      arts,
      youth,
      'Arts after school',
      personOf('director'),
      300,
      addDays(today, -90),
      addDays(today, 20),
    )
    await put('insert into partnership_schools values ($1, $2, $3)', reading, school)
    await put(
      `insert into agreements (district_id, id, partnership_id, title, type, intensity, money, uses_space, data, contact,
         worksite, grassroots, stage, stage_since)
       values ($1, $2, $3, 'Reading agreement', 'no_cost_mou', 'low', 'none', false, 'none', 'none', false, false,
         'legal', now() - interval '40 days')`,
      agreement,
      reading,
    )
    await put(
      `insert into agreements (district_id, id, partnership_id, title, type, intensity, money, uses_space, data, contact,
         worksite, grassroots, stage, starts_on, ends_on, renews, term_months, notice_days)
       select $1, n.id, $2, n.title, 'no_cost_mou', 'low', 'none', false, 'none', 'none', false, false, 'signed',
         n.ends - 365, n.ends, n.renews, 12, 30
       from (values ($3::uuid, 'Ends soon', $5::date, false), ($4::uuid, 'Renews itself', $6::date, true)) n (id, title, ends, renews)`,
      reading,
      id(72),
      id(73),
      addDays(today, 25),
      addDays(today, 50),
    )
    await put(
      `insert into agreement_comments (district_id, agreement_id, name, body) values ($1, $2, 'Ana', 'Later, please')`,
      agreement,
    )
    await put(
      `with o as (insert into obligations (district_id, agreement_id, side, what, cadence, first_due_on)
         values ($1, $2, 'partner', 'Two tutors', 'once', $4) returning id)
       insert into obligation_dues (district_id, obligation_id, agreement_id, partnership_id, side, due_on)
       select $1, o.id, $2, $3, 'partner', $4 from o`,
      id(72),
      reading,
      addDays(today, -3),
    )
    await put(
      `with m as (insert into meetings (district_id, kind, partnership_id, school_year_id, quarter, day)
         select $1, 'check_in', $2, y.id, 1, $3 from school_years y where y.district_id = $1 limit 1 returning id)
       insert into meeting_actions (district_id, meeting_id, what, side, owner, due_on)
       select $1, m.id, 'Ask for a bus', 'district', 'Carmen', $3 from m`,
      reading,
      addDays(today, -2),
    )
    await put(
      `with f as (insert into files (district_id, name, media_type, size_bytes, sha256)
         values ($1, 'a.pdf', 'application/pdf', 1, repeat('a', 64)) returning id)
       insert into compliance_documents (district_id, organization_id, kind, file_id, status, expires_on, submitted_by, reviewed_at)
       select $1, $2, n.kind, f.id, n.status, n.day, 'Ana', case when n.status = 'approved' then now() end
       from f, (values ('liability_insurance', 'approved', $3::date), ('tax_form', 'submitted', null)) n (kind, status, day)`,
      harvest,
      addDays(today, 10),
    )
    await put(
      `insert into volunteer_hours (district_id, partnership_id, school_year_id, worked_on, hours, activity, submitted_by)
       select $1, $2, y.id, $3, 4, 'Reading aloud', 'Ana' from school_years y where y.district_id = $1 limit 1`,
      reading,
      addDays(today, -9),
    )
    await put(
      `insert into links (district_id, purpose, subject_table, subject_id, organization_id, partnership_id, name, email,
         token_hash, expires_at, created_at)
       values ($1, 'vision', 'visions', $2, $3, $4, 'Ana', 'ana@harvest.example', 'x', now() + interval '9 days', now() - interval '8 days')`,
      id(99),
      harvest,
      reading,
    )
    await put(
      `insert into offers (district_id, organization_name, contact_name, contact_email, message, token_hash, students)
       values ($1, 'Piano Lessons', 'Lee', 'lee@piano.example', 'We teach', 'x', 12)`,
    )
    await put(
      `with p as (insert into prospects (district_id, organization_id, stage, owner_user_id)
         values ($1, $2, 'contacted', $3) returning id)
       insert into outreach_steps (district_id, prospect_id, channel, what, due_on)
       select $1, p.id, 'call', 'Call the director', $4 from p`,
      youth,
      personOf('director'),
      addDays(today, -1),
    )
    await put(
      `with o as (insert into rounds (district_id, kind, school_year_id, opens_on, due_on)
         select $1, 'snapshot', y.id, $3, $4 from school_years y where y.district_id = $1 order by label limit 1 returning id)
       insert into replies (district_id, round_id, school_id) select $1, o.id, $2 from o`,
      school,
      addDays(today, -5),
      addDays(today, 2),
    )
    await put(
      `insert into mismatches (district_id, kind, school_id, organization_id, says) values ($1, 'presence', $2, $3, '{}')`,
      school,
      harvest,
    )
    await put(
      `insert into mails (district_id, to_address, kind, subject, body, status)
       values ($1, 'x@harvest.example', 'link', 'A link', 'x', 'failed')`,
    )
    await put(
      `insert into review_items (district_id, kind, subject_key, subject, confidence)
       values ($1, 'site_school', 'a', '{"name": "Reading at PS 15"}', 0.6)`,
    )
    const vision = `with v as (insert into visions (district_id, partnership_id, draft) values ($1, $2, $4) returning id),
        n as (insert into vision_versions (district_id, vision_id, number, content, proposed_by_name)
          select $1, id, 1, $4::jsonb, 'Carmen' from v returning id)
       insert into vision_answers (district_id, vision_version_id, side, answer, name, comment, answered_at)
       select $1, n.id, a.side, a.answer, 'Ana', a.comment, a.at from n, json_to_recordset($3::json) as a (side text, answer text, comment text, at timestamptz)`
    const said = (side: string, answer: string, daysAgo: number, comment = '') => ({
      side,
      answer,
      comment,
      at: `${addDays(today, -daysAgo)}T17:00:00Z`,
    })
    await put(
      vision,
      reading,
      JSON.stringify([said('district', 'confirmed', 380), said('partner', 'confirmed', 372)]),
      JSON.stringify(emptyVision),
    )
    await put(
      vision,
      arts,
      JSON.stringify([
        said('district', 'confirmed', 9),
        said('partner', 'change_asked', 6, 'Say “families” too'),
      ]),
      JSON.stringify(emptyVision),
    )
    await put(
      `insert into partnerships (district_id, id, organization_id, name, stage, resumes_on)
       values ($1, $2, $4, 'Chess club', 'paused', $5), ($1, $3, $4, 'Summer camp', 'ended', null)`,
      chess,
      camp,
      youth,
      addDays(today, -4),
    )
    await put(
      `insert into exit_checks (district_id, partnership_id, item, position, state, due_on, done_on)
       values ($1, $2, 'final_report', 1, 'to_do', $3, null), ($1, $2, 'keys_returned', 2, 'to_do', $4, null),
         ($1, $2, 'thank_you', 3, 'done', $3, $3)`,
      camp,
      addDays(today, -1),
      addDays(today, 9),
    )
    await put(
      `with o as (insert into seat_offers (district_id, school_year_id, organization_id, kind, pathway, term, title, seats, hours, ends_on)
         select $1, y.id, $2, 'internship', 'any', 'fall', 'Ward assistants', 4, 40, $4 from (select id from school_years
           where district_id = $1 and starts_on <= now() order by starts_on desc limit 1) y returning id)
       insert into seat_fills (district_id, offer_id, school_id, pathway, placed, said_by) select $1, o.id, $3, 'any', 3, 'partner' from o`,
      harvest,
      school,
      addDays(today, -4),
    )
    await put(
      "insert into stories (district_id, title, organization_id, status) values ($1, 'Saturday readers', $2, 'review'), ($1, 'Not ready', $2, 'draft')",
      harvest,
    )
    await put(
      `insert into activities (district_id, kind, title, happens_on, school_id, delivered)
       values ($1, 'engagement', 'Open house', $3, $2, null), ($1, 'engagement', 'Yesterday', $4, $2, null), ($1, 'engagement', 'Held', $3, $2, 1)`,
      school,
      addDays(today, -6),
      addDays(today, -1),
    )
    await put(
      `insert into needs (district_id, school_id, category_id, school_year_id, tier, severity, students_affected, title, source, status)
       select $1, $2, k.id, y.id, 2, n.severity, n.students, n.title, 'principal', n.status
       from (values ('ac_tutor', 3, 30, 'Tutors', 'open'), ('bn_food', 5, null, 'Food', 'open'), ('bh_sel', 5, 60, 'Calm', 'met')) n (code, severity, students, title, status)
         join categories k on k.district_id = $1 and k.code = n.code,
         lateral (select id from school_years y where y.district_id = $1 order by y.starts_on limit 1) y`,
      school,
    )
    await put(
      `with r as (insert into help_requests (district_id, school_id, category_id, tier, students, title, answer_due_on, waits)
         select $1, $2, k.id, 2, 30, 'Glasses', $3, 'answer' from categories k where k.district_id = $1 and k.code = 'ph_vision' returning id)
       insert into help_request_partners (district_id, help_request_id, organization_id, to_name, to_email, due_on)
         select $1, r.id, $4, 'Ana', 'ana@harvest.example', $3 from r`,
      school,
      addDays(today, -2),
      youth,
    )
  })

  const seen = async (caller: ReturnType<typeof test.as>, query: TodayFilter = {}) => {
    const { groups } = await caller(api.getToday, { query })
    return Object.fromEntries(
      groups.map(({ kind, items }) => [
        kind,
        items.map(({ title, state, days }) => [title, state, days] as const),
      ]),
    )
  }

  it('is told to the director, kind by kind, the most pressing first', async () => {
    const answer = await test.as('admin')(api.getToday, { query: {} })
    expect(answer).toMatchObject({ today, quietAfterDays: 60 })
    expect(answer.groups.map(({ kind }) => kind)).toEqual(todayKinds.map(({ code }) => code))
    expect(await seen(test.as('director'))).toEqual({
      snapshots: [['Lincoln', 'due', -2]],
      mismatches: [['Harvest Table · Lincoln', 'differs', 0]],
      questions: [['Reading at PS 15', 'site_school', 0]],
      requests: [['Glasses · Lincoln', 'overdue', 2]],
      offers: [['Piano Lessons', 'new', 0]],
      stuck: [['Reading agreement', 'legal', 40]],
      wishes: [['Reading agreement', 'asked', 0]],
      visions: [
        ['Reading together', 'lapsed', 15],
        ['Arts after school', 'asked', 6],
      ],
      check_ins: [['Reading together', 'overdue', 2]],
      promises: [['Two tutors', 'overdue', 3]],
      actions: [['Ask for a bus', 'overdue', 2]],
      steps: [['Call the director', 'overdue', 1]],
      expiring: [
        ['Arts after school', 'ends', -20],
        ['Renews itself', 'notice', -20],
        ['Ends soon', 'ends', -25],
      ],
      returns: [['Chess club', 'paused', 4]],
      documents: [
        ['tax_form', 'submitted', 0],
        ['liability_insurance', 'expires', -10],
      ],
      hours: [['Reading together', 'submitted', 0]],
      seat_hours: [['Ward assistants', 'unsigned', 4]],
      seat_demand: [['Lincoln', 'not_said', null]],
      sessions: [['Lincoln', 'not_said', 6]],
      stories: [['Saturday readers', 'waits', 0]],
      links: [['vision', 'waits', 8]],
      exits: [['Summer camp', 'overdue', 1]],
      quiet: [
        ['Arts after school', 'silent', 90],
        ['Reading together', 'silent', 70],
      ],
      gaps: [
        ['Lincoln', 'open', 0],
        ['Lincoln', 'open', 0],
      ],
    })
  })

  it('ranks the largest gaps as the priority queue does, with the kind of help and who is without', async () => {
    const { groups } = await test.as('director')(api.getToday, { query: { kind: 'gaps' } })
    const { items } = await test.as('director')(equityContract.listNeedPriorities)
    const open = items.filter(({ unmetShare }) => unmetShare > 0)
    expect(groups[0]!.items.map(({ id }) => id)).toEqual(open.map(({ id }) => id))
    expect(groups[0]!.items.map(({ category, count, students }) => [category!.id, count, students])).toEqual(
      open.map(({ category, severity, students }) => [category.id, severity, students]),
    )
  })

  it('no longer asks for a vision both sides confirmed anew, by the day the vision’s own page names', async () => {
    const call = test.as('director')
    const [confirmed] = await test.sql<{ confirm_by: string }>(
      `select confirm_by::text from vision_confirmations where district_id = $1 and partnership_id = $2`,
      [district, reading],
    )
    const seen = await call(visionContract.getVision, { params: { partnershipId: reading } })
    expect(seen).toMatchObject({ standing: 'lapsed', reconfirmBy: confirmed!.confirm_by })
    await put(
      `insert into vision_answers (district_id, vision_version_id, side, answer, name)
       select $1, n.id, s.side, 'confirmed', 'Ana' from vision_versions n join visions v on v.id = n.vision_id and v.partnership_id = $2,
         (values ('district'), ('partner')) s (side)`,
      reading,
    )
    const [row] = (await call(api.getToday, { query: { kind: 'visions' } })).groups
    expect(row!.items.map(({ title }) => title)).toEqual(['Arts after school'])
    expect(await call(visionContract.getVision, { params: { partnershipId: reading } })).toMatchObject({
      standing: 'agreed',
    })
  })

  it('ranks quiet partners by the students they reach, and shows as many rows as were asked for', async () => {
    const { groups } = await test.as('director')(api.getToday, { query: { kind: 'quiet', limit: 1 } })
    expect(groups).toMatchObject([
      { kind: 'quiet', total: 2, more: false, items: [{ title: 'Arts after school', students: 300 }] },
    ])
  })

  it('is only of one’s own partnerships for who asks for those', async () => {
    const own = await seen(test.as('coordinator'), { mine: true })
    expect(own.quiet).toEqual([['Reading together', 'silent', 70]])
    expect(own.steps).toBeUndefined()
    expect(own.offers).toHaveLength(1)
    expect((await seen(test.as('director'), { mine: true })).expiring).toEqual([
      ['Arts after school', 'ends', -20],
    ])
  })

  it('is of a principal’s own schools, and nothing a role may not read', async () => {
    const principal = await seen(test.as('school', { schools: [school] }))
    expect(Object.keys(principal)).toEqual([
      'snapshots',
      'requests',
      'stuck',
      'check_ins',
      'promises',
      'actions',
      'expiring',
      'documents',
      'seat_hours',
      'seat_demand',
      'sessions',
      'quiet',
      'gaps',
    ])
    expect(principal.quiet).toEqual([['Reading together', 'silent', 70]])
    expect(await seen(test.as('school', { schools: [id(42)] }))).toEqual({})
    expect(await seen(test.as('director', { districtId: otherDistrict }))).toEqual({})
    expect(Object.keys(await seen(test.as('viewer')))).not.toContain('links')
  })

  it('leaves what was dealt with: a contact, a kept promise, a renewal under way', async () => {
    await put('update partnerships set last_contact_on = $3 where district_id = $1 and id = $2', arts, today)
    await put(
      "update obligation_dues set status = 'late', kept_on = $2 where district_id = $1 and status = 'open'",
      today,
    )
    await put(
      `insert into agreements (district_id, partnership_id, title, type, intensity, money, uses_space, data, contact,
         worksite, grassroots, kind, from_agreement_id)
       values ($1, $2, 'Next year', 'no_cost_mou', 'low', 'none', false, 'none', 'none', false, false, 'renewal', $3)`,
      reading,
      id(72),
    )
    const now = await seen(test.as('director'))
    expect(now.promises).toBeUndefined()
    expect(now.quiet).toEqual([['Reading together', 'silent', 70]])
    expect(now.expiring?.map(([title]) => title)).toEqual(['Arts after school', 'Renews itself'])
  })

  describe('from memory', () => {
    const kinds = todayKinds.map(({ code }) => code)
    let statements = 0
    const counted = () => {
      const db = test.services.read(district)
      return {
        ...db,
        one: (...given: Parameters<typeof db.one>) => {
          statements++
          return db.one(...given)
        },
      } as typeof db // the counting twin of a reader
    }
    const ask = (at = '2030-01-01T12:00:00Z', of = todayOf) =>
      of(counted(), new Date(at), { kinds, scope: null, lead: null, limit: 5 })
    const costs = async (work: () => Promise<unknown>) => {
      const before = statements
      await work()
      return statements - before
    }

    it('looks whether anything it reads was written, and asks again only for that', async () => {
      await ask('2029-01-01T12:00:00Z')
      const first = await ask()
      expect(await costs(ask)).toBe(1)
      await put(
        "insert into idempotency_keys (district_id, actor_id, key, request_hash) values ($1, $2, 'k', 'h')",
        id(1),
      )
      expect(await costs(ask)).toBe(1)
      await put('update districts set going_cold_days = going_cold_days + 1 where id = $1')
      expect(await costs(ask)).toBe(2)
      expect(await ask()).not.toBe(first)
      expect(await costs(() => ask('2030-01-01T12:05:01Z'))).toBe(3)
    })

    it('has every table that a kind’s statement names tell of its changes', async () => {
      const told = await test.sql<{ name: string; count: number }>(
        `select tgrelid::regclass::text as name, count(*)::integer as count from pg_trigger
         where tgname in ('mark_today_' || tgrelid::regclass || '_insert', 'mark_today_' || tgrelid::regclass || '_update',
           'mark_today_' || tgrelid::regclass || '_delete') group by 1`,
      )
      const read = new Set(kinds.flatMap(tablesOf))
      // Of partnerships two kinds of change are told apart; the next test writes both.
      expect([...read].filter((name) => !name.startsWith('partnership')).sort()).toEqual(
        told
          .map(({ name }) => name)
          .filter((name) => name !== 'partnership_schools')
          .sort(),
      )
      expect(told.every(({ count }) => count === 3)).toBe(true)
    })

    it('shows every change at once, on this server and on another', async () => {
      vi.resetModules()
      const replica = (await import('./remembered.ts')).todayOf
      expect(replica).not.toBe(todayOf)
      const at = '2030-01-02T12:00:00Z'
      const writes = [
        "offers set organization_name = 'Piano for all'",
        "agreements set title = title || ' 2'",
        'agreement_comments set resolved_at = now()',
        'vision_confirmations set confirm_by = confirm_by - 380',
        'meetings set day = day - 1',
        "meeting_actions set what = 'Ask for two buses'",
        "outreach_steps set what = 'Write to the director'",
        'compliance_documents set expires_on = expires_on + 1',
        "volunteer_hours set submitted_at = submitted_at - interval '3 days'",
        'links set use_count = use_count + 1',
        'exit_checks set due_on = due_on - 2',
        "mismatches set created_at = created_at - interval '9 days'",
        "needs set severity = 4 where status = 'open' and severity = 3",
        'rounds set due_on = due_on + 1',
        "help_requests set title = 'Two buses'",
        "mails set subject = 'Another link'",
        `review_items set subject = '{"name": "Reading at PS 16"}'`,
        "organizations set name = name || ' Inc'",
        "schools set name = 'Lincoln Elementary'",
        "categories set name = name || ' help'",
        'partnerships set last_contact_on = last_contact_on - 3',
        "partnerships set students_reached = 77 where stage = 'active'",
        "partnerships set name = 'Chess for all', resumes_on = resumes_on - 1 where stage = 'paused'",
        "obligation_dues set status = 'open', kept_on = null",
      ]
      await Promise.all([ask(at), ask(at, replica)])
      for (const write of writes) {
        const before = await ask(at)
        const [table, change] = [write.slice(0, write.indexOf(' ')), write.slice(write.indexOf(' '))]
        const where = change.includes(' where ') ? ' and' : ' where'
        await put(`update ${table}${change}${where} district_id = $1`)
        const after = await ask(at)
        expect(after, write).not.toBe(before)
        expect(await ask(at, replica), write).toBe(after)
        vi.resetModules()
        expect(await ask(at, (await import('./remembered.ts')).todayOf), write).toBe(after)
      }
      await put('delete from offers where district_id = $1')
      expect(await ask(at)).not.toContain('"offers"')
    })

    it('forgets marks that nobody can ask about any more', async () => {
      await put(
        "update document_marks set made_at = now() - interval '2 hours' where district_id = $1 and made_by = (select min(made_by) from document_marks where kind = 'today_offers' and district_id = $1)",
      )
      const count = async () =>
        (
          await test.sql<{ n: number }>(
            "select count(*)::integer as n from document_marks where kind like 'today%'",
          )
        )[0]!.n
      const before = await count()
      await forgetOldMarks(test.services, district)
      expect(await count()).toBeLessThan(before)
      expect(await count()).toBeGreaterThan(0)
    })
  })
})
