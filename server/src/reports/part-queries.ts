import { itemsShown, riskDays, storiesShown } from '@common-table/shared/reports/kinds'
import { statement } from '../db/statement.ts'

/** $1 and $2: first and last day. $3: only partnerships this person leads (null: all). $4: only those this funder pays for (null: all). */
export const about = (partnership: string): string => `($3::uuid is null or ${partnership}.lead_user_id = $3)
  and ($4::text is null or exists (select from fundings g where g.district_id = app_district()
    and g.partnership_id = ${partnership}.id and g.name = $4))`
const own = (alias: string): string => `${alias}.district_id = app_district()`
const running = `('active', 'expanding', 'renewing')`
/** The day a moment was in the district. */
const dayOf = (moment: string): string =>
  `(${moment} at time zone (select time_zone from districts where id = app_district()))::date`
const within = (day: string): string => `${day} between $1::date and $2::date`
const partner = `'partnership', json_build_object('id', p.id, 'name', p.name), 'partner', o.name`
const joined = (of: string): string => `join partnerships p on ${own('p')} and p.id = ${of} and ${about('p')}
    join organizations o on ${own('o')} and o.id = p.organization_id`
/** How many there are, and the first of them in an order. */
const counted = (
  item: string,
  from: string,
  order: string,
): string => `(select json_build_object('count', count(*),
    'items', coalesce(json_agg(x.item order by x.place) filter (where x.place <= ${itemsShown}), '[]'))
  from (select json_build_object(${item}) as item, row_number() over (order by ${order}) as place from ${from}) x)`

export const reachPart = statement<{ part: string }>(`select json_build_object(
    'partnerships', (select coalesce(json_agg(json_build_object('stage', stage, 'count', n) order by
        array_position('{exploring,forming,active,expanding,renewing,paused,ended}', stage)), '[]')
      from (select stage, count(*)::integer as n from partnerships p where ${own('p')} and ${about('p')} group by 1) g),
    'schools', (select count(*) from schools s where ${own('s')} and s.status = 'open'),
    'schoolsWithPartner', (select count(*) from schools s join school_counts c on ${own('c')} and c.school_id = s.id
      where ${own('s')} and s.status = 'open' and c.partners > 0),
    'students', (select coalesce(sum(students_reached), 0) from partnerships p where ${own('p')} and p.stage in ${running} and ${about('p')}),
    'began', (select count(*) from partnerships p where ${own('p')} and ${within('p.starts_on')} and p.stage <> 'exploring' and ${about('p')}),
    'ended', (select count(*) from partnerships p where ${own('p')} and p.stage = 'ended' and ${within('p.stage_since')} and ${about('p')}))::text as part`)

export const agreementsPart = statement<{ part: string }>(`select json_build_object(
    'toApprove', ${counted(
      `'id', a.id, 'title', a.title, ${partner}, 'type', a.type, 'amountCents', a.amount_cents, 'startsOn', a.starts_on, 'endsOn', a.ends_on`,
      `agreements a ${joined('a.partnership_id')} where ${own('a')} and a.stage = 'board'`,
      'a.stage_since, a.id',
    )},
    'signed', ${counted(
      `'id', a.id, 'title', a.title, ${partner}, 'endsOn', a.ends_on`,
      `agreements a join agreement_stays t on ${own('t')} and t.agreement_id = a.id and t.stage = 'signed' and ${within(dayOf('t.entered_at'))}
        ${joined('a.partnership_id')} where ${own('a')}`,
      't.entered_at, a.id',
    )})::text as part`)

export const valuePart = statement<{ part: string }>(`select json_build_object(
    'districtCents', coalesce(sum(t.district_delivered_cents), 0), 'partnerCents', coalesce(sum(t.partner_delivered_cents), 0),
    'volunteerHours', (select coalesce(sum(v.hours), 0) from volunteer_hours v join partnerships p on ${own('p')} and p.id = v.partnership_id
        and ${about('p')} where ${own('v')} and v.status = 'approved' and ${within('v.worked_on')}))::text as part
  from investment_totals t join school_years y on ${own('y')} and y.id = t.school_year_id and $2::date between y.starts_on and y.ends_on
    join partnerships p on ${own('p')} and p.id = t.partnership_id and ${about('p')}
  where ${own('t')}`)

const checkIns = `meetings m join partnerships p on ${own('p')} and p.id = m.partnership_id and ${about('p')}
  where ${own('m')} and m.kind = 'check_in' and m.status <> 'cancelled' and ${within('m.day')}`
export const deliveryPart = statement<{ part: string }>(`select json_build_object(
    'checkInsDue', (select count(*) from ${checkIns} and m.day <= district_today()),
    'checkInsHeld', (select count(*) from ${checkIns} and m.status in ('held', 'signed')),
    'promisesDue', count(*), 'promisesKept', count(*) filter (where x.status = 'kept'),
    'promisesLate', count(*) filter (where x.status = 'late'), 'promisesOpen', count(*) filter (where x.status = 'open'))::text as part
  from obligation_dues x join partnerships p on ${own('p')} and p.id = x.partnership_id and ${about('p')}
  where ${own('x')} and ${within('x.due_on')} and x.due_on <= district_today() and x.status in ('kept', 'late', 'open')`)

export const needsPart = statement<{ part: string }>(`select json_build_object(
    'recorded', count(*) filter (where ${within(dayOf('n.created_at'))}),
    'met', count(*) filter (where n.status = 'met' and ${within(dayOf('n.closed_at'))}),
    'open', count(*) filter (where n.status in ('open', 'in_progress')),
    'severe', count(*) filter (where n.status in ('open', 'in_progress') and n.severity >= 4))::text as part
  from needs n where ${own('n')} and n.status in ('open', 'in_progress', 'met')
    and (($3::uuid is null and $4::text is null) or exists (select from partnership_schools l join partnerships p on ${own('p')}
      and p.id = l.partnership_id and ${about('p')} where ${own('l')} and l.school_id = n.school_id))`)

export const risksPart = statement<{ part: string }>(`select json_build_object(
    'ending', ${counted(
      `${partner}, 'day', a.ends_on`,
      `agreements a ${joined('a.partnership_id')} where ${own('a')} and a.stage = 'signed' and not a.renews and a.last_day is null
        and a.ends_on between district_today() and $2::date + ${riskDays} and p.stage not in ('paused', 'ended')
        and not exists (select from agreements n where ${own('n')} and n.from_agreement_id = a.id and n.kind = 'renewal' and n.stage <> 'withdrawn')`,
      'a.ends_on, a.id',
    )},
    'overdue', ${counted(
      `${partner}, 'what', b.what, 'side', x.side, 'day', x.due_on`,
      `obligation_dues x join obligations b on ${own('b')} and b.id = x.obligation_id ${joined('x.partnership_id')}
        where ${own('x')} and x.status = 'open' and x.due_on < district_today()`,
      'x.due_on, x.id',
    )},
    'stuck', ${counted(
      `${partner}, 'title', a.title, 'stage', a.stage, 'since', ${dayOf('a.stage_since')}`,
      `agreements a join stage_limits() l on l.stage = a.stage and l.intensity = a.intensity ${joined('a.partnership_id')}
        where ${own('a')} and a.stage in ('draft', 'legal', 'risk', 'board', 'signatures')
          and a.stage_since < now() - make_interval(days => l.limit_days + 1)`,
      'a.stage_since, a.id',
    )},
    'unserved', ${counted(
      `'id', s.id, 'name', s.name`,
      `schools s join school_counts c on ${own('c')} and c.school_id = s.id and c.partners = 0
        join equity_scores e on ${own('e')} and e.version_id = current_equity_version() and e.school_id = s.id and e.tier in ('highest', 'high')
        where ${own('s')} and s.status = 'open' and $1::date is not null and $3::uuid is null and $4::text is null`,
      'e.score desc, s.id',
    )})::text as part`)

export const partnershipsPart = statement<{
  part: string
}>(`select coalesce(json_agg(json_build_object(${partner}, 'stage', p.stage,
    'schools', p.school_count, 'students', p.students_reached, 'endsOn', p.ends_on,
    'checkInsHeld', (select count(*) from meetings m where ${own('m')} and m.partnership_id = p.id and m.kind = 'check_in'
      and m.status in ('held', 'signed') and ${within('m.day')}),
    'volunteerHours', (select coalesce(sum(v.hours), 0) from volunteer_hours v where ${own('v')} and v.partnership_id = p.id
      and v.status = 'approved' and ${within('v.worked_on')}),
    'partnerCents', (select coalesce(sum(t.partner_delivered_cents), 0) from investment_totals t
      join school_years y on ${own('y')} and y.id = t.school_year_id and $2::date between y.starts_on and y.ends_on
      where ${own('t')} and t.partnership_id = p.id)) order by p.name, p.id), '[]')::text as part
  from partnerships p join organizations o on ${own('o')} and o.id = p.organization_id
  where ${own('p')} and ${about('p')} and (p.stage not in ('exploring', 'ended') or (p.stage = 'ended' and ${within('p.stage_since')}))`)

const after = `between $2::date + 1 and ($2::date + interval '1 month')::date and $1::date is not null`
export const nextPart = statement<{ part: string }>(`select json_build_object(
    'checkIns', ${counted(
      `${partner}, 'day', m.day`,
      `meetings m ${joined('m.partnership_id')} where ${own('m')} and m.kind = 'check_in' and m.status = 'planned' and m.day ${after}`,
      'm.day, m.id',
    )},
    'promises', ${counted(
      `${partner}, 'what', b.what, 'side', x.side, 'day', x.due_on`,
      `obligation_dues x join obligations b on ${own('b')} and b.id = x.obligation_id ${joined('x.partnership_id')}
        where ${own('x')} and x.status = 'open' and x.due_on ${after}`,
      'x.due_on, x.id',
    )})::text as part`)

/** The latest stories everybody may read that were published by the end of the time; a funder's are of the partners it pays for. */
export const storiesPart = statement<{
  part: string
}>(`select coalesce(json_agg(id), '[]')::text as part from (
    select s.id from shown_stories s where ${own('s')} and ${dayOf('s.published_at')} <= $2::date and $1::date is not null
      and ($3::uuid is null or true) and ($4::text is null or exists (select from partnerships p where ${own('p')} and p.organization_id = s.organization_id and ${about('p')}))
    order by s.published_at desc, s.id limit ${storiesShown}) latest`)
