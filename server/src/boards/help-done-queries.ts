import type { HelpDone } from '@common-table/shared/boards/help-done-schemas'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import { own } from './sql-parts.ts'

/** As it is stored: how many students is not screened yet. */
export type HelpGround = Omit<
  HelpDone,
  'students' | 'evidence' | 'change' | 'byThemselves' | 'refused' | 'study'
> & { reached: number | null; organizationId: string }

const names = (from: string): string =>
  `(select coalesce(json_agg(x.name order by x.name), '[]') from ${from} x)`
/** Sessions of the partnership; one that names none is of the partnership whose service it is. */
const theirs = `activities a where ${own('a')} and a.kind = 'session' and (a.partnership_id = p.id or a.partnership_id is null
    and a.service_id in (select v.service_id from partnership_services v where ${own('v')} and v.partnership_id = p.id))`

const ground = statement<{
  ground: string
}>(`select json_build_object('partnership', p.name, 'organization', o.name, 'organizationId', o.id,
    'district', d.name, 'threshold', d.suppression_threshold, 'schoolYear', y.label, 'today', t.today, 'reached', p.students_reached,
    'lead', (select u.name from users u where ${own('u')} and u.id = p.lead_user_id and u.status = 'active'),
    'thankedOn', (select max((l.sent_at at time zone d.time_zone)::date) from letters l
      where ${own('l')} and l.kind = 'thank_you' and l.organization_id = o.id and (l.partnership_id is null or l.partnership_id = p.id) and l.sent_at is not null),
    'schools', ${names(`(select s.name from partnership_schools l join schools s on ${own('s')} and s.id = l.school_id
      where ${own('l')} and l.partnership_id = p.id)`)},
    'services', ${names(`(select v.name from partnership_services l join services v on ${own('v')} and v.id = l.service_id
      where ${own('l')} and l.partnership_id = p.id)`)},
    'sessions', (select json_build_object(
        'planned', coalesce(sum(a.planned) filter (where a.happens_on >= y.starts_on and a.happens_on <= t.today), 0),
        'delivered', coalesce(sum(a.delivered) filter (where a.happens_on >= y.starts_on), 0),
        'hours', round(coalesce(sum(a.delivered * a.minutes) filter (where a.happens_on >= y.starts_on), 0) / 60.0, 1),
        'before', sum(a.delivered) filter (where a.happens_on < y.starts_on),
        'toCome', coalesce(sum(a.planned) filter (where a.happens_on > t.today and a.happens_on <= y.ends_on), 0),
        'silent', coalesce(sum(a.planned) filter (where a.happens_on >= y.starts_on and a.happens_on <= t.today and a.delivered is null), 0),
        'quarters', (select coalesce(json_agg(json_build_object('label', q.label, 'planned', q.planned, 'delivered', q.delivered) order by q.starts_on), '[]')
          from (select r.label, r.starts_on, coalesce(sum(a.planned), 0) as planned, coalesce(sum(a.delivered), 0) as delivered
            from periods r left join lateral (select a.planned, a.delivered from ${theirs} and a.happens_on between r.starts_on and r.ends_on) a on true
            where ${own('r')} and r.kind = 'quarter' and r.school_year_id = y.id group by r.id, r.label, r.starts_on) q))
      from (select a.* from ${theirs} and a.happens_on >= coalesce(y.before, y.starts_on) and a.happens_on <= y.ends_on) a),
    'missing', (select coalesce(json_agg(json_build_object('category', json_build_object('name', m.name, 'nameEs', m.name_es), 'schools', m.schools)
        order by m.schools desc, m.name), '[]')
      from (select c.name, coalesce(nullif(c.name_es, ''), c.name) as name_es, count(distinct n.school_id)::integer as schools
        from partnership_schools l join needs n on ${own('n')} and n.school_id = l.school_id and n.status in ('open', 'in_progress')
          join partnership_categories k on ${own('k')} and k.partnership_id = p.id and k.category_id = n.category_id
          join categories c on ${own('c')} and c.id = n.category_id
        where ${own('l')} and l.partnership_id = p.id group by c.id, c.name, c.name_es) m),
    'stories', (select coalesce(json_agg(json_build_object('slug', s.slug, 'title', s.title, 'titleEs', s.title_es, 'summary', s.summary,
        'summaryEs', s.summary_es, 'partner', o.name, 'school', h.name) order by s.published_at desc, s.slug), '[]')
      from (select * from shown_stories s where ${own('s')} and s.organization_id = o.id order by s.published_at desc, s.slug limit 3) s
        left join schools h on h.district_id = s.district_id and h.id = s.school_id))::text as ground
  from partnerships p join districts d on d.id = p.district_id
    join organizations o on ${own('o')} and o.id = p.organization_id
    cross join lateral (select (now() at time zone d.time_zone)::date as today) t
    left join lateral (select y.id, y.label, y.starts_on, y.ends_on,
        (select max(b.starts_on) from school_years b where ${own('b')} and b.starts_on < y.starts_on) as before
      from school_years y where ${own('y')} and y.starts_on <= t.today order by y.starts_on desc limit 1) y on true
  where ${own('p')} and p.id = $1 and ($2::uuid[] is null or exists (select from partnership_schools l
    where ${own('l')} and l.partnership_id = p.id and l.school_id = any ($2)))`)

/** What a partnership did, of the whole partnership; undefined where the reader may not see it. */
export const helpGround = async (
  db: Db,
  partnershipId: string,
  scope: readonly string[] | null,
): Promise<HelpGround | undefined> => {
  const found = await db.one(ground, [partnershipId, scope])
  return found && (JSON.parse(found.ground) as HelpGround) // the shape is the statement's
}
