import { epsteinTypes, fourCs } from '@common-table/shared/activities/vocabulary'
import type { Tally } from '@common-table/shared/outcomes/objectives'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'

export interface FourCsBuilt {
  schoolYear: { label: string; endsOn: string } | null
  threshold: number
  /** For families and for staff, for anybody, and at least one C. */
  strict: Tally
  lenient: Tally
  any: Tally
  /** Each C alone. */
  cs: ({ code: string } & Tally)[]
  /** Strictly read. */
  schools: ({ school: { id: string; name: string } } & Tally)[]
  epstein: ({ code: string } & Tally)[]
}
const tally = (met: string): string => `json_build_object('of', n, 'met', ${met})`
const said = (code: string): string => `btrim(coalesce(a.${code}, '')) <> ''`
// Strict as `readingsOf` in shared/src/activities/four-cs.ts. Everything that is counted once is counted in one pass.
const built = statement<{ built: string }>(`with y as materialized (
    select label, starts_on, ends_on from school_years where district_id = app_district() and id = present_school_year()
  ), a as materialized (
    select a.school_id, a.epstein, a.built, a.built = 4 and a.audiences @> '{families,staff}' as strict,
      ${fourCs.map(({ code }) => `${said(code)} as ${code}`).join(', ')}
    from y join activities a on a.happens_on between y.starts_on and y.ends_on
    where a.district_id = app_district() and a.kind = 'engagement' and a.status = 'held'
  ), t as (
    select count(*) as n, count(*) filter (where strict) as strict, count(*) filter (where built = 4) as lenient,
      count(*) filter (where built > 0) as some, ${fourCs.map(({ code }) => `count(*) filter (where ${code}) as ${code}`).join(', ')}
    from a
  )
  select json_build_object('threshold', d.suppression_threshold,
    'schoolYear', (select json_build_object('label', label, 'endsOn', ends_on) from y),
    'strict', ${tally('t.strict')}, 'lenient', ${tally('t.lenient')}, 'any', ${tally('t.some')},
    'cs', json_build_array(${fourCs.map(({ code }) => `json_build_object('code', '${code}', 'of', n, 'met', t.${code})`).join()}),
    'schools', (select coalesce(json_agg(json_build_object('school', json_build_object('id', s.id, 'name', s.name), 'of', c.of, 'met', c.met)
        order by c.met::float8 / c.of, s.name, s.id), '[]')
      from (select school_id, count(*) as of, count(*) filter (where strict) as met from a where school_id is not null group by school_id) c
        join schools s on s.district_id = app_district() and s.id = c.school_id),
    'epstein', (select coalesce(json_agg(json_build_object('code', c.code, 'of', c.of, 'met', c.met)
        order by array_position('{${epsteinTypes.map(({ code }) => code).join()}}', c.code)), '[]')
      from (select e.code, count(*) as of, count(*) filter (where a.strict) as met from a cross join unnest(a.epstein) e (code) group by e.code) c))::text as built
  from districts d cross join t where d.id = app_district()`)

/** How many of this school year's engagement activities build the four Cs. */
export const fourCsBuilt = async (db: Db): Promise<FourCsBuilt> =>
  JSON.parse((await db.one(built))!.built) as FourCsBuilt // the district is there; the shape is the statement's
