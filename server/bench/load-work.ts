/** Statements that fill what a district works with beside its partnerships, so that the Today page has something to find. */
export const workOf = (
  d: string,
  partnership: string,
): readonly (readonly [table: string, sql: string])[] => {
  /** Each partnership with its place, an id the statements can count on. */
  const each = `(select p.id, p.organization_id, p.stage, row_number() over (order by p.id) as n from partnerships p
    where p.district_id = ${d} and p.id >= ${partnership})`
  return [
    [
      'partnerships in touch',
      `update partnerships p set last_contact_on = current_date - (e.n * 7 % 90)::integer from ${each} e
      where p.district_id = ${d} and p.id = e.id`,
    ],
    [
      'agreements',
      `insert into agreements (district_id, partnership_id, title, type, intensity, money, uses_space, data, contact, worksite,
        grassroots, stage, stage_since, starts_on, ends_on, renews)
      select ${d}, p.id, 'Agreement ' || p.n, 'no_cost_mou', 'medium', 'none', false, 'none', 'supervised', false, false,
        case when p.n % 10 = 0 then 'legal' else 'signed' end, now() - make_interval(days => (p.n % 300)::integer),
        current_date - 300 + (p.n % 200)::integer, current_date + (p.n % 400)::integer - 20, p.n % 3 = 0 from ${each} p`,
    ],
    [
      'obligations',
      `insert into obligations (district_id, agreement_id, side, what, cadence)
      select a.district_id, a.id, case when s.n = 1 then 'district' else 'partner' end, 'Promise ' || s.n, 'quarterly'
      from agreements a, generate_series(1, 3) s (n) where a.district_id = ${d}`,
    ],
    [
      'obligation_dues',
      `insert into obligation_dues (district_id, obligation_id, agreement_id, partnership_id, side, due_on, status, kept_on)
      select o.district_id, o.id, a.id, a.partnership_id, o.side, x.day, case when x.day < current_date and x.kept then 'kept' else 'open' end,
        case when x.day < current_date and x.kept then x.day end
      from obligations o join agreements a on a.district_id = o.district_id and a.id = o.agreement_id,
        lateral (select current_date - 280 + q * 90 + (hashtext(o.id::text) & 15) as day, hashtext(o.id::text || q) % 12 <> 0 as kept
          from generate_series(0, 5) q) x
      where o.district_id = ${d}`,
    ],
    [
      'visions',
      `insert into visions (district_id, partnership_id, draft) select ${d}, p.id, '{}' from ${each} p`,
    ],
    [
      'vision_versions',
      `insert into vision_versions (district_id, vision_id, number, content, proposed_by_name)
      select district_id, id, 1, '{}', 'Bench' from visions where district_id = ${d}`,
    ],
    [
      'vision_answers',
      `insert into vision_answers (district_id, vision_version_id, side, answer, name, answered_at)
      select n.district_id, n.id, s.side, 'confirmed', 'Bench', now() - make_interval(days => hashtext(n.id::text) & 255)
      from vision_versions n, (values ('district'), ('partner')) s (side) where n.district_id = ${d}`,
    ],
    [
      'meetings',
      `insert into meetings (district_id, kind, partnership_id, school_year_id, quarter, day, status)
      select ${d}, 'check_in', p.id, y.id, q, current_date - 200 + q * 60 + (p.n % 20)::integer,
        case when q < 3 then 'signed' else 'planned' end
      from ${each} p, generate_series(1, 4) q,
        (select id from school_years where district_id = ${d} and current_date between starts_on and ends_on) y`,
    ],
    [
      'meeting_actions',
      `insert into meeting_actions (district_id, meeting_id, what, side, owner, due_on, done_on)
      select m.district_id, m.id, 'Action', 'district', 'Bench', m.day + 14, case when hashtext(m.id::text) % 9 <> 0 then m.day + 10 end
      from meetings m where m.district_id = ${d} and m.status = 'signed'`,
    ],
    [
      'compliance_documents',
      `with f as (insert into files (district_id, name, media_type, size_bytes, sha256)
        values (${d}, 'a.pdf', 'application/pdf', 1, repeat('a', 64)) returning id)
      insert into compliance_documents (district_id, organization_id, kind, file_id, status, expires_on, submitted_by, reviewed_at)
      select ${d}, o.id, k.kind, f.id, k.status, current_date + (hashtext(o.id::text || k.kind) & 511) - 100, 'Bench',
        case when k.status = 'approved' then now() end
      from f, organizations o, (values ('liability_insurance', 'approved'), ('training', 'approved'), ('tax_form', 'submitted')) k (kind, status)
      where o.district_id = ${d}`,
    ],
    [
      'links',
      `insert into links (district_id, purpose, subject_table, subject_id, organization_id, partnership_id, name, email, token_hash,
        expires_at, created_at, used_at)
      select ${d}, 'vision', 'visions', uuidv7(), p.organization_id, p.id, 'Bench', 'bench@bench.example', 'bench ' || p.n,
        now() + interval '9 days', now() - make_interval(days => (p.n % 30)::integer), case when p.n % 7 <> 0 then now() end from ${each} p`,
    ],
    [
      'exit_checks',
      `insert into exit_checks (district_id, partnership_id, item, position, state, due_on)
      select ${d}, p.id, 'final_report', 1, 'to_do', current_date + (p.n % 40)::integer - 20 from ${each} p where p.stage = 'ended'`,
    ],
  ]
}
