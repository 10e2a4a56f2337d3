import type { SessionCount } from '@common-table/shared/activities/fidelity'
import type { SchoolBoard } from '@common-table/shared/boards/school-schemas'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import { own } from './sql-parts.ts'

export interface SchoolGround extends Omit<
  SchoolBoard,
  'figures' | 'fidelity' | 'today' | 'quarter' | 'threshold'
> {
  kept: { now: SessionCount; before: SessionCount }
}

const dayOf = (moment: string): string => `(${moment} at time zone d.time_zone)::date`
const atSchool = `exists (select from partnership_schools l where ${own('l')} and l.partnership_id = p.id and l.school_id = s.id)`
const running = `p.stage in ('active', 'expanding', 'renewing')`
const sessions = (from: string, to: string): string => `(select json_build_object(
    'due', coalesce(sum(a.planned), 0), 'delivered', coalesce(sum(a.delivered), 0)) from activities a
  where ${own('a')} and a.school_id = s.id and a.kind = 'session' and a.happens_on between ${from} and ${to} and a.happens_on <= $3::date)`
const coming = `activities a where ${own('a')} and a.school_id = s.id and a.delivered is null and a.happens_on between $3::date and $5::date`
const promised = `obligation_dues x join partnerships p on ${own('p')} and p.id = x.partnership_id and ${atSchool}
  where ${own('x')} and x.status = 'open' and x.due_on <= $3::date + 30`
const open = `n.status in ('open', 'in_progress')`

// $1: the reader's schools (null: all). $2: the school. $3: today. $4 to $5: this quarter. $6: the first day of the one before.
const ground = statement<{ ground: string }>(`select json_build_object(
    'school', json_build_object('id', s.id, 'name', s.name), 'enrolment', s.enrolment,
    'needs', (select json_build_object('severe', count(*) filter (where ${open} and n.severity >= 4),
        'open', json_build_object('now', count(*) filter (where ${open}),
          'before', nullif(count(*) filter (where n.status in ('open', 'in_progress', 'met', 'withdrawn')
            and ${dayOf('n.created_at')} < $4::date and (n.closed_at is null or ${dayOf('n.closed_at')} >= $4::date)), 0)),
        'answered', json_build_object('now', count(*) filter (where n.status = 'met' and ${dayOf('n.closed_at')} >= y.starts_on),
          'before', case when y.before is not null then count(*) filter (where n.status = 'met'
            and ${dayOf('n.closed_at')} >= y.before and ${dayOf('n.closed_at')} < y.starts_on) end),
        'items', (select coalesce(json_agg(json_build_object('id', i.id, 'title', i.title, 'severity', i.severity, 'status', i.status,
            'category', json_build_object('name', c.name, 'nameEs', coalesce(nullif(c.name_es, ''), c.name))) order by i.severity desc, i.id), '[]')
          from (select * from needs n where ${own('n')} and n.school_id = s.id and ${open} order by n.severity desc, n.id limit 5) i
            join categories c on ${own('c')} and c.id = i.category_id))
      from needs n where ${own('n')} and n.school_id = s.id),
    'requests', (select json_build_object('open', count(*), 'waiting', count(*) filter (where q.waits in ('offered', 'delivered')))
      from help_requests q where ${own('q')} and q.school_id = s.id and q.closed_at is null),
    'help', json_build_object('week', (select count(*) from ${coming} and a.happens_on < $3::date + 7), 'quarter', (select count(*) from ${coming}),
      'items', (select coalesce(json_agg(json_build_object('id', a.id, 'title', a.title, 'day', a.happens_on, 'service', v.name, 'partner', o.name)
          order by a.happens_on, a.id), '[]')
        from (select a.* from ${coming} order by a.happens_on, a.id limit 6) a
          left join services v on ${own('v')} and v.id = a.service_id
          left join partnerships p on ${own('p')} and p.id = a.partnership_id
          left join organizations o on ${own('o')} and o.id = coalesce(p.organization_id, v.organization_id))),
    'partners', json_build_object('count', (select json_build_object('now', count(distinct p.organization_id) filter (where ${running}),
          'before', nullif(count(distinct p.organization_id) filter (where p.stage not in ('exploring', 'forming')
            and coalesce(p.starts_on, ${dayOf('p.created_at')}) <= $3::date - interval '1 year'
            and not (p.stage = 'ended' and p.stage_since <= $3::date - interval '1 year')), 0))
        from partnerships p where ${own('p')} and ${atSchool}),
      'items', (select coalesce(json_agg(json_build_object('partnership', json_build_object('id', p.id, 'name', p.name), 'partner', o.name,
          'stage', p.stage, 'lastContactOn', p.last_contact_on, 'endsOn', p.ends_on) order by p.name, p.id), '[]')
        from (select * from partnerships p where ${own('p')} and p.stage not in ('exploring', 'ended') and ${atSchool} order by p.name, p.id limit 12) p
          join organizations o on ${own('o')} and o.id = p.organization_id)),
    'promises', json_build_object('overdue', (select count(*) from ${promised} and x.due_on < $3::date),
      'soon', (select count(*) from ${promised} and x.due_on >= $3::date),
      'items', (select coalesce(json_agg(json_build_object('what', b.what, 'side', x.side, 'day', x.due_on, 'partner', o.name,
          'partnership', json_build_object('id', x.partnership_id, 'name', x.name)) order by x.due_on, x.id), '[]')
        from (select x.*, p.name, p.organization_id from ${promised} order by x.due_on, x.id limit 6) x
          join obligations b on ${own('b')} and b.id = x.obligation_id join organizations o on ${own('o')} and o.id = x.organization_id)),
    'kept', json_build_object('now', ${sessions('$4::date', '$5::date')}, 'before', ${sessions('$6::date', '$4::date - 1')}))::text as ground
  from schools s join districts d on d.id = s.district_id
    cross join lateral (select max(y.starts_on) as starts_on,
        (select max(b.starts_on) from school_years b where ${own('b')} and b.starts_on < max(y.starts_on)) as before
      from school_years y where ${own('y')} and y.starts_on <= $3::date) y
  where ${own('s')} and s.id = $2 and ($1::uuid[] is null or s.id = any ($1))`)

/** Everything of a school but its figures; undefined where the reader may not see it. */
export const schoolGround = async (
  db: Db,
  scope: readonly string[] | null,
  schoolId: string,
  days: { today: string; from: string; to: string; before: string },
): Promise<SchoolGround | undefined> => {
  const found = await db.one(ground, [scope, schoolId, days.today, days.from, days.to, days.before])
  return found && (JSON.parse(found.ground) as SchoolGround) // the shape is the statement's
}
