/** The day it is in the district. */
export const today = `(select (now() at time zone time_zone)::date from districts where id = app_district())`

/** Promises of a partnership `p` that were due within twelve months, by side. */
const promises = `(select json_build_object('district', s.district, 'partner', s.partner) from (
    select ${['district', 'partner']
      .map(
        (side) => `json_build_object('kept', count(*) filter (where x.side = '${side}' and x.status = 'kept'),
        'late', count(*) filter (where x.side = '${side}' and x.status = 'late'),
        'missed', count(*) filter (where x.side = '${side}' and x.status in ('open', 'missed')),
        'waived', count(*) filter (where x.side = '${side}' and x.status = 'waived')) as ${side}`,
      )
      .join(',\n      ')}
    from obligation_dues x where x.district_id = p.district_id and x.partnership_id = p.id
      and x.due_on >= t.day - interval '12 months' and (x.due_on < t.day or x.status in ('kept', 'late', 'missed'))) s)`

/** Names of the people who carry a partnership `p` on each side and are still here. */
export const champions = {
  district: `(select coalesce(json_agg(u.name order by u.name), '[]') from users u where u.district_id = p.district_id
    and u.id in (p.lead_user_id, p.backup_user_id) and u.status = 'active')`,
  partner: `(select coalesce(json_agg(c.name order by c.name), '[]') from contacts c where c.district_id = p.district_id
    and c.id in (p.partner_lead_id, p.partner_backup_id))`,
}

/** The agreement in force of a partnership `p` that holds longest, as lateral `h`. */
export const holding = `left join lateral (
    select a.id, a.title, agreement_term_end(a, t.day) as ends_on, a.renews and a.last_day is null as renews, a.term_months
    from agreements a where a.district_id = p.district_id and a.partnership_id = p.id and a.stage = 'signed' and agreement_in_force(a, t.day)
    order by coalesce(agreement_term_end(a, t.day), 'infinity') desc, a.id desc limit 1) h on true`

/** Needs at the schools of a partnership `p` in what it is about, this school year and the last. */
const needs = `(select json_build_object('open', count(*) filter (where n.status in ('open', 'in_progress')),
      'closed', count(*) filter (where n.status = 'met'))
    from needs n where n.district_id = p.district_id
      and (p.scope = 'district' or n.school_id in (select s.school_id from partnership_schools s
        where s.district_id = p.district_id and s.partnership_id = p.id))
      and n.category_id in (select c.category_id from partnership_categories c
        where c.district_id = p.district_id and c.partnership_id = p.id)
      and n.school_year_id in (select y.id from school_years y
        where y.district_id = p.district_id and y.starts_on <= t.day and y.ends_on >= t.day - interval '12 months'))`

/** Check-ins planned for a day within twelve months that has gone by: held is what somebody wrote down. */
const checkIns = `(select json_build_object('due', count(*), 'held', count(*) filter (where m.status in ('held', 'signed')))
    from meetings m where m.district_id = p.district_id and m.partnership_id = p.id and m.kind = 'check_in'
      and m.status <> 'cancelled' and m.day < t.day and m.day >= t.day - interval '12 months')`

const balance = `(select i.band from investment_totals i
    join school_years y on y.district_id = i.district_id and y.id = i.school_year_id and y.starts_on <= t.day
    where i.district_id = p.district_id and i.partnership_id = p.id order by y.starts_on desc limit 1)`

const quality = `(select json_build_object('sum', q.alignment + q.delivery + q.relationship + q.equity + q.data + q.sustainability,
      'on', (q.reviewed_at at time zone t.time_zone)::date)
    from quality_reviews q where q.district_id = p.district_id and q.partnership_id = p.id order by q.reviewed_at desc limit 1)`

/** Versions of the vision of a partnership `p`, and who confirmed which on what day: visionState judges them. */
const vision = `(select json_build_object('numbers', coalesce(json_agg(distinct n.number) filter (where n.number is not null), '[]'),
      'yeses', coalesce(json_agg(json_build_object('number', n.number, 'side', y.side,
        'on', (y.answered_at at time zone t.time_zone)::date)) filter (where y.id is not null), '[]'), 'written', count(v.id) > 0)
    from visions v
      left join vision_versions n on n.district_id = v.district_id and n.vision_id = v.id
      left join vision_answers y on y.district_id = n.district_id and y.vision_version_id = n.id and y.answer = 'confirmed'
    where v.district_id = p.district_id and v.partnership_id = p.id)`

export const fundings = `(select coalesce(json_agg(json_build_object('id', f.id, 'name', f.name, 'kind', f.kind, 'needed', f.needed,
      'endsOn', f.ends_on, 'version', f.version) order by f.needed desc, coalesce(f.ends_on, 'infinity'), f.id), '[]')
    from fundings f where f.district_id = p.district_id and f.partnership_id = p.id)`

/** The district's day and time zone, as `t`. */
export const clock = `(select (now() at time zone time_zone)::date as day, time_zone from districts where id = app_district()) t`

/** What the rules of shared/src/outlook want to know of a partnership `p`, with `t` and `h` beside it. */
export const factsOf = `json_build_object('today', t.day, 'formality', p.formality,
  'since', least(p.starts_on, (select min(a.starts_on) from agreements a
    where a.district_id = p.district_id and a.partnership_id = p.id and a.stage = 'signed')),
  'promises', ${promises}, 'champions', json_build_object('district', ${champions.district}, 'partner', ${champions.partner}),
  'fundings', ${fundings},
  'agreement', case when h.id is not null then json_build_object('id', h.id, 'title', h.title, 'endsOn', h.ends_on,
    'renews', h.renews, 'termMonths', h.term_months) end,
  'vision', ${vision}, 'checkIns', ${checkIns}, 'balance', ${balance}, 'needs', ${needs}, 'quality', ${quality})`
