/** What it is about and where: a need suggested by figures has no title of its own. */
const needName = (category: string): string =>
  `(select coalesce(nullif(title, ''), ${category}) || ', ' || s.name from categories c, schools s
    where c.district_id = app_district() and c.id = category_id and s.district_id = app_district() and s.id = school_id)`

/** Tables whose rows a person knows by name, with what that name is in each language. */
const named: readonly (readonly [table: string, en: string, es?: string])[] = [
  ['schools', 'name'],
  ['organizations', 'name'],
  ['partnerships', 'name'],
  ['services', 'name'],
  ['contacts', 'name'],
  ['users', 'name'],
  ['priorities', 'title'],
  ['agreements', 'title'],
  ['councils', 'name'],
  ['fundings', 'name'],
  ['school_years', 'label'],
  ['periods', 'label'],
  ['saved_views', 'name'],
  ['api_clients', 'name'],
  ['files', 'name'],
  ['offers', 'organization_name'],
  ['locations', "coalesce(nullif(name, ''), address)"],
  ['categories', 'name', "coalesce(nullif(name_es, ''), name)"],
  ['needs', needName('c.name'), needName("coalesce(nullif(c.name_es, ''), c.name)")],
  ['metrics', 'name', "coalesce(nullif(name_es, ''), name)"],
  ['student_groups', 'name', "coalesce(nullif(name_es, ''), name)"],
]

const uuid = '[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}'

/**
 * JSON of the names of every record that a row of the audit speaks of by id, the changed one among them. `a` is the
 * row. A record that is gone has no name any more.
 */
export const namesIn = (a: string): string => `(with spoken as materialized (
    select array_agg(distinct m[1]::uuid) as ids
    from regexp_matches(${a}.changes::text || coalesce(${a}.record_id::text, ''), '(${uuid})', 'g') m
  )
  select coalesce(json_object_agg(n.id, json_build_object('en', n.en, 'es', n.es)), '{}') from (
    ${named
      .map(
        ([table, en, es = en]) =>
          `select id, ${en} as en, ${es} as es from ${table} where district_id = app_district() and id = any ((select ids from spoken)::uuid[])`,
      )
      .join(' union all ')}
  ) n where n.en is not null)`
