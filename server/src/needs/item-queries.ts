import { utc } from '../db/utc.ts'
/** The figures that led to a need with the names their metrics have today, as JSON; `n` is the need. */
export const groundsOf = `(select coalesce(json_agg(g || jsonb_build_object('metric', jsonb_build_object('code', g ->> 'metric',
    'name', coalesce(m.name, g ->> 'metric'), 'nameEs', coalesce(m.name_es, ''), 'unit', coalesce(m.unit, ''))) order by place), '[]')
  from jsonb_array_elements(n.evidence -> 'grounds') with ordinality as found (g, place)
    left join metrics m on m.district_id = n.district_id and m.code = g ->> 'metric')`

/** A need as lists show it, as JSON; `n` is the need, `s` its school, `k` its category, `y` its school year. */
export const needFacts = `'id', n.id,
  'school', json_build_object('id', s.id, 'name', s.name, 'code', s.code, 'level', s.level, 'area', s.area),
  'category', json_build_object('id', k.id, 'name', k.name, 'nameEs', k.name_es, 'code', k.code, 'group', k.group_code),
  'schoolYear', y.label, 'tier', n.tier, 'severity', n.severity, 'studentsAffected', n.students_affected, 'urgency', n.urgency,
  'grades', n.grades, 'population', n.population, 'title', n.title, 'details', n.details, 'source', n.source,
  'languages', n.languages, 'settings', n.settings, 'weekdays', n.weekdays, 'oneProvider', n.one_provider,
  'evidence', coalesce(n.evidence ->> 'text', ''), 'grounds', ${groundsOf},
  'cannotMeetAlone', n.cannot_meet_alone, 'status', n.status,
  'createdAt', ${utc('n.created_at')}, 'version', n.version`

export const schoolJoin = 'join schools s on s.district_id = n.district_id and s.id = n.school_id'
export const kindJoins = `join categories k on k.district_id = n.district_id and k.id = n.category_id
  join school_years y on y.district_id = n.district_id and y.id = n.school_year_id`
export const needJoins = `${schoolJoin} ${kindJoins}`
