import { expectedStudents, tiers } from '@common-table/shared/catalog/tiers'
import { equityFactor, equityTiers } from '@common-table/shared/equity/equity-tiers'
import { REACH_FLOOR } from '@common-table/shared/equity/need-priority'
import { confirmDays, gapsShown } from '@common-table/shared/today/kinds'
import {
  dayOf,
  goesOn,
  inOrder,
  joinPartnership,
  ofPartnership,
  reaches,
  today,
  type Group,
} from './sql-parts.ts'

const own = (alias: string): string => `${alias}.district_id = app_district()`
const ofTheReader = (alias: string): string =>
  `${goesOn(`${alias}.district_id`, `${alias}.partnership_id`)} and ${reaches(`${alias}.district_id`, `${alias}.partnership_id`)}`

/**
 * Shared visions that somebody must say something to: the year is over or nearly, people changed and nobody confirmed anew,
 * or the partner asked for another wording. One row a partnership, the worst of it.
 */
export const visions: Group = {
  found: inOrder(
    'w.id, w.day, w.state',
    `(select distinct on (v.id) v.id, v.day, v.state from (
        select c.partnership_id as id, c.confirm_by as day, case when c.confirm_by < ${today} then 'lapsed' else 'confirm' end as state,
          case when c.confirm_by < ${today} then 1 else 4 end as last
        from vision_confirmations c where ${own('c')} and c.confirm_by <= ${today} + ${confirmDays} and ${ofTheReader('c')}
        union all
        select t.partnership_id, t.due_on, 'changed', 3 from reconfirm_tasks t
        where ${own('t')} and t.done_at is null and t.due_on < ${today} and ${ofTheReader('t')}
        union all
        select x.partnership_id, ${dayOf('y.answered_at')}, 'asked', 2 from vision_answers y
          join vision_versions n on n.district_id = y.district_id and n.id = y.vision_version_id
          join visions x on x.district_id = n.district_id and x.id = n.vision_id
        where ${own('y')} and y.answer = 'change_asked' and ${ofTheReader('x')}
          and not exists (select from vision_versions l where l.district_id = n.district_id and l.vision_id = n.vision_id and l.number > n.number)
          and not exists (select from vision_answers l where l.district_id = y.district_id and l.vision_version_id = y.vision_version_id
            and l.side = y.side and l.answered_at > y.answered_at)) v
      order by v.id, v.last, v.day) w`,
    'w.day, w.id',
  ),
  from: `(select true) one (row) on true ${joinPartnership('app_district()', 'f.id')}`,
  item: { ...ofPartnership, title: 'p.name', state: 'f.state', day: 'f.day', students: 'p.students_reached' },
}

/** Paused partnerships that were expected back on a day that is over. */
export const returns: Group = {
  found: inOrder(
    'p.id',
    `partnerships p where ${own('p')} and p.stage = 'paused' and p.resumes_on < ${today} and ${reaches('p.district_id', 'p.id')}`,
    'p.resumes_on, p.id',
  ),
  from: `partnerships p on ${own('p')} and p.id = f.id
    join organizations o on o.district_id = p.district_id and o.id = p.organization_id`,
  item: {
    ...ofPartnership,
    title: 'p.name',
    state: "'paused'",
    day: 'p.resumes_on',
    students: 'p.students_reached',
    version: 'p.version',
  },
}

/** Ended partnerships with lines of the exit checklist still to do. */
export const exits: Group = {
  found: inOrder(
    'w.id, w.day, w.count',
    `(select x.partnership_id as id, min(x.due_on) as day, count(*)::integer as count from exit_checks x
      where ${own('x')} and x.state = 'to_do' and ${reaches('x.district_id', 'x.partnership_id')} group by 1) w`,
    'w.day, w.id',
  ),
  from: `(select true) one (row) on true ${joinPartnership('app_district()', 'f.id')}`,
  item: {
    ...ofPartnership,
    title: 'p.name',
    state: `case when f.day < ${today} then 'overdue' else 'open' end`,
    day: 'f.day',
    count: 'f.count',
  },
}

const caseOf = (
  subject: string,
  values: readonly (readonly [string | number, number])[],
  otherwise: string,
): string =>
  `case ${subject} ${values.map(([when, value]) => `when ${typeof when === 'number' ? when : `'${when}'`} then ${value}`).join(' ')} else ${otherwise} end`
/** `expectedStudents` of one student is its share; a need with no figure is about so many. */
const expected = `round(s.enrolment * ${caseOf(
  'n.tier',
  tiers.map(({ tier }) => [tier, expectedStudents(tier, 1000) / 1000]),
  '0',
)})`
const factor = caseOf(
  'e.tier',
  equityTiers.map(({ code }) => [code, equityFactor(code)]),
  '1',
)

/**
 * The open needs that come first and that nobody serves whole: needPriority (shared/src/equity) in SQL, so that the largest few
 * are found without reading all of them here; a test holds the two together.
 */
export const gaps: Group = {
  found: `select g.id, g.unmet, row_number() over (order by g.score desc, g.id) as place from (
      select n.id, n.unmet * n.students as unmet, n.severity * n.unmet * n.factor * greatest(${REACH_FLOOR},
        case when n.enrolment is null then 1 when n.enrolment > 0 then least(1, n.students / n.enrolment) else 0 end) as score
      from (select n.id, n.severity, s.enrolment, coalesce(n.students_affected, ${expected}, 0)::float8 as students, ${factor} as factor,
          case when d.students > 0 then 1 - least(d.students, coalesce(c.verified, 0))::float8 / d.students else 1 end as unmet
        from needs n join schools s on s.district_id = app_district() and s.id = n.school_id
          left join equity_scores e on e.district_id = app_district() and e.version_id = (select current_equity_version()) and e.school_id = n.school_id
          left join coverage_demand d on d.district_id = app_district() and d.school_id = n.school_id and d.category_id = n.category_id
            and d.school_year_id = n.school_year_id and d.tier = n.tier
          left join coverage_supply c on c.district_id = app_district() and c.school_id = n.school_id and c.category_id = n.category_id and c.tier = n.tier
        where ${own('n')} and n.status = 'open' and ($1::uuid[] is null or n.school_id = any ($1))) n
      where n.unmet > 0 order by score desc, n.id limit ${gapsShown}) g`,
  from: `needs n on ${own('n')} and n.id = f.id
    join schools s on s.district_id = n.district_id and s.id = n.school_id
    join categories k on k.district_id = n.district_id and k.id = n.category_id`,
  item: {
    title: 's.name',
    state: "'open'",
    day: dayOf('n.created_at'),
    students: 'round(f.unmet)::integer',
    count: 'n.severity',
    category: "json_build_object('id', k.id, 'name', k.name, 'nameEs', k.name_es)",
  },
}
