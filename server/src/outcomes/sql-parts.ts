/** Pieces of SQL that several reads of figures share. Aliases: m metric, p period, y school year, d district. */
export const head = `json_build_object('id', m.id, 'code', m.code, 'name', m.name, 'nameEs', m.name_es, 'family', m.family,
  'unit', m.unit, 'direction', m.direction, 'decimals', m.decimals)`

export const periodFacts = `'id', p.id, 'schoolYear', y.label, 'endsOn', p.ends_on,
  'label', case when p.kind = 'year' then y.label else p.label || ' ' || y.label end`

export const joinPeriod = (alias: string): string =>
  `join periods p on p.district_id = ${alias}.district_id and p.id = ${alias}.period_id
   join school_years y on y.district_id = p.district_id and y.id = p.school_year_id`

/**
 * The figures of partnerships and services of a table `t`, as its rules read them. A service that one partnership alone
 * delivers is a part of it.
 */
export const deliveryFigures = `(select coalesce(json_agg(json_build_object('school', x.place_id,
      'scope', json_build_object('kind', case when x.service_id is null then 'partnership' else 'service' end,
        'under', (select case when count(*) = 1 then min(l.partnership_id::text) end from partnership_services l
          where l.district_id = x.district_id and l.service_id = x.service_id)),
      'group', g.code, 'dimension', g.dimension, 'status', x.status, 'value', x.value, 'numerator', x.numerator,
      'denominator', case m.counted when 'people' then x.denominator end) order by g.position, g.code), '[]')
    from delivery_measurements x join student_groups g on g.district_id = x.district_id and g.id = x.group_id
    where x.district_id = t.district_id and x.metric_id = t.metric_id and x.period_id = t.period_id)`

/** What counts sessions is screened as a score is: it tells of no person. */
export const screenedUnit = `case m.counted when 'people' then m.unit else 'ratio' end`

/** Whether figures changed since they were last screened. */
export const anyStale = `exists (select from published_tables st where st.district_id = app_district() and st.changes <> st.published_changes)`

export const groupList = `(select coalesce(json_agg(json_build_object('code', g.code, 'dimension', g.dimension, 'name', g.name,
    'nameEs', g.name_es) order by g.position, g.code), '[]')
  from student_groups g where g.district_id = app_district())`

const goal = `json_build_object('id', t.id, 'baselineValue', t.baseline_value, 'baselineOn', t.baseline_on,
  'targetValue', t.target_value, 'dueOn', t.due_on)`

/** The target for all students of a school, else the district's. */
export const targetOf = (metric: string, school: string): string => `(select ${goal} from targets t
    join student_groups tg on tg.district_id = t.district_id and tg.id = t.group_id and tg.code = 'all'
  where t.district_id = app_district() and t.metric_id = ${metric} and (t.school_id is null or t.school_id = ${school})
  order by t.school_id is null limit 1)`
